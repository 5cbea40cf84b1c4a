package dev.dateline.enrich.names.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.names.tagger.NameModel;
import dev.dateline.enrich.names.tagger.NameTagger;
import dev.dateline.enrich.names.tagger.NameType;
import dev.dateline.enrich.names.tagger.TrainingSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameTrainerTest {

  private static final List<String> PEOPLE = List.of("Ada", "Grace", "Alan", "Edsger", "Barbara");
  private static final List<String> TOWNS = List.of("Odesa", "Lyon", "Turin", "Leeds", "Porto");

  private Path gold = Path.of("");
  private Path silver = Path.of("");

  @BeforeEach
  void writeCorpora(@TempDir Path directory) throws IOException {
    gold = directory.resolve("gold-test.tsv");
    silver = directory.resolve("silver-test.tsv");
    Files.writeString(gold, corpus(1, 60) + "\nthe\tO\nDutch\tB-MISC\nteam\tO\n");
    Files.writeString(silver, corpus(2, 60));
  }

  @Test
  void theSameCorporaAndSeedGiveTheSameBytes() throws IOException {
    assertThat(bytes(train(1))).isEqualTo(bytes(train(1)));
  }

  @Test
  void anotherSeedGivesAnotherModel() throws IOException {
    assertThat(bytes(train(1))).isNotEqualTo(bytes(train(2)));
  }

  @Test
  void aTrainedModelKnowsWhatItWasTaught() throws IOException {
    NameTagger tagger = new NameTagger(train(1));

    assertThat(tagger.tag(Collections.singletonList("Ada flew to Lyon .".split(" ", -1))))
        .containsExactly(
            new NameTagger.TokenSpan(0, 1, NameType.PER),
            new NameTagger.TokenSpan(3, 4, NameType.LOC));
  }

  @Test
  void aModelReadsAsItWasWritten() throws IOException {
    byte[] written = bytes(train(1));

    assertThat(bytes(NameModel.read(new ByteArrayInputStream(written)))).isEqualTo(written);
  }

  @Test
  void aBrokenCorpusIsToldByItsLine() throws IOException {
    Path broken = gold.resolveSibling("broken.tsv");
    Files.writeString(broken, "Ada\tB-PER\nflew\n");

    assertThatThrownBy(() -> TaggedCorpus.read(broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("\"flew\"");
  }

  private NameModel train(long seed) throws IOException {
    TrainingSettings settings = new TrainingSettings(2, 4, 0.2f, 0.1f, 1, 0.01f, seed);
    return new NameTrainer(line -> {})
        .train(new NameTrainer.Request(List.of(gold, silver), null, true, settings));
  }

  private static byte[] bytes(NameModel model) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.write(out);
    return out.toByteArray();
  }

  private static String corpus(long seed, int sentences) {
    Random random = new Random(seed);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      if (i % 5 == 0) {
        out.append("#doc\t").append(seed).append('-').append(i).append('\n');
      }
      String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
      String town = TOWNS.get(random.nextInt(TOWNS.size()));
      out.append(person).append("\tB-PER\n");
      out.append(random.nextBoolean() ? "flew" : "went").append("\tO\nto\tO\n");
      out.append(town).append("\tB-LOC\n.\tO\n\n");
    }
    return out.toString();
  }
}
