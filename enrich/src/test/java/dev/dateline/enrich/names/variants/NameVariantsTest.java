package dev.dateline.enrich.names.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.avro.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameVariantsTest {

  private static final NameVariants VARIANTS = NameVariants.bundled();

  @Test
  void pairsOfTheTableAreOneThingOrTwoAsItSays() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<List<String>> pairs = pairs();
    for (List<String> pair : pairs) {
      EntityType type = type(pair.get(0));
      String one = VARIANTS.id(pair.get(2), type);
      String other = VARIANTS.id(pair.get(3), type);
      if (one.equals(other) != pair.get(1).equals("same")) {
        wrong.add(pair + ": " + one + " " + other);
      }
    }

    assertThat(pairs).hasSizeGreaterThan(200);
    assertThat(wrong).isEmpty();
  }

  @Test
  void anIdIsTheSameWhateverOrderNamesAreAskedIn() throws IOException {
    List<List<String>> pairs = new ArrayList<>(pairs());
    List<String> inOrder = pairs.stream().map(NameVariantsTest::ids).sorted().toList();
    java.util.Collections.shuffle(pairs, new Random(7));
    NameVariants fresh = NameVariants.bundled();
    List<String> shuffled =
        pairs.stream().map(pair -> fresh.id(pair.get(2), type(pair.get(0)))).sorted().toList();

    assertThat(shuffled).isEqualTo(inOrder);
  }

  @Test
  void bundledAliasesCarryTheIdTheRulesMakeFromTheirCanonicalName() {
    assertThat(AliasFile.bundled())
        .allSatisfy(
            alias -> assertThat(alias.id()).isEqualTo(VARIANTS.ownId(alias.name(), alias.type())));
  }

  @Test
  void anAliasFileOfOnesOwnGoesFirst(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("aliases.tsv");
    Files.writeString(file, "# mine\nwikidata:Q1\tJane Doe\tThe Fox\tJ. Doe\n");
    NameVariants own = NameVariants.with(AliasFile.read(file));

    assertThat(own.id("The Fox", EntityType.PERSON)).isEqualTo("wikidata:Q1");
    assertThat(own.id("Jane Doe", EntityType.ORGANIZATION)).isEqualTo("wikidata:Q1");
    assertThat(own.alias("Jane Doe", EntityType.PERSON)).map(Alias::name).contains("Jane Doe");
  }

  @Test
  void aBrokenAliasFileIsToldByItsLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("aliases.tsv");
    Files.writeString(file, "wikidata:Q1\n");

    assertThatThrownBy(() -> AliasFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("aliases.tsv")
        .hasMessageContaining("wikidata:Q1");
  }

  @Test
  void anyTextMakesAnIdAndTheSameOneTwice() {
    Random random = new Random(11);
    String letters = "aäßéłшع中 .,'’\"-–()0Zz\u00a0\ud83d\ude00";
    for (int round = 0; round < 2000; round++) {
      StringBuilder name = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        name.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (EntityType type : EntityType.values()) {
        String id = VARIANTS.id(name.toString(), type);
        assertThat(id).contains(":").isEqualTo(VARIANTS.id(name.toString(), type));
      }
    }
  }

  private static String ids(List<String> pair) {
    return VARIANTS.id(pair.get(2), type(pair.get(0)));
  }

  private static EntityType type(String kind) {
    return switch (kind) {
      case "person" -> EntityType.PERSON;
      case "place" -> EntityType.LOCATION;
      case "organisation" -> EntityType.ORGANIZATION;
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static List<List<String>> pairs() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    NameVariantsTest.class.getResourceAsStream("name-pairs.tsv")),
                StandardCharsets.UTF_8))) {
      return Table.rows(reader);
    }
  }
}
