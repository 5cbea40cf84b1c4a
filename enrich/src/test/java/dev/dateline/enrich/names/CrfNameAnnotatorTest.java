package dev.dateline.enrich.names;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.TextAnalyzer;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CrfNameAnnotatorTest {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();
  private static final CrfNameAnnotator ANNOTATOR = CrfNameAnnotator.bundled();

  @Test
  void spellingsOfOneThingInTheSeedArticleHaveOneId() throws IOException {
    String text = seed();
    Names names = annotate(text);

    assertThat(idsOf(text, names, "Prigozin", "Yevgeny Prigozin")).hasSize(1);
    assertThat(idsOf(text, names, "Yusoff", "Andrei Yusov")).hasSize(1);
    assertThat(idsOf(text, names, "Malial", "Hannah Malial")).hasSize(1);
    assertThat(idsOf(text, names, "Cherevati", "Sergey Cherevati")).hasSize(1);
    assertThat(idsOf(text, names, "Bakhmut", "Bachmut")).hasSize(1);
    assertThat(idsOf(text, names, "Russian Ministry of Defense", "Russian Defense Ministry"))
        .hasSize(1);
    assertThat(idsOf(text, names, "Biden", "Joe Biden")).hasSize(1);
    assertThat(idsOf(text, names, "Putin", "Vladimir Putin")).hasSize(1);
  }

  @Test
  void placesOfTheSeedArticleAreNeverPersons() throws IOException {
    String text = seed();

    assertThat(annotate(text).mentions())
        .filteredOn(mention -> mention.type() == EntityType.PERSON)
        .extracting(mention -> mention.span().of(text))
        .isNotEmpty()
        .noneMatch(
            surface ->
                surface.matches("Bakhmut|Bachmut|Kozinka|Belgorod|Hiroshima|Donetsk|Lugansk"));
  }

  @Test
  void mentionsStandInOrderAndHoldNoPossessiveOrQuotationMark() throws IOException {
    String text = seed();
    int last = 0;
    for (NameMention mention : annotate(text).mentions()) {
      assertThat(mention.span().start()).isGreaterThanOrEqualTo(last);
      assertThat(mention.span().of(text)).doesNotMatch(".*[’']s|[“\"].*|.*[”\"]");
      last = mention.span().end();
    }
  }

  @Test
  void rolesAndAffiliationsAreReadBesideTheName() {
    assertRole(
        "Ukraine’s deputy defense minister, Hannah Malial, said on Friday that troops advanced.",
        "Hannah Malial",
        "deputy defense minister",
        "Ukraine");
    assertRole(
        "Sergey Cherevati, spokesman for the Eastern Ukraine Military District, denied it.",
        "Sergey Cherevati",
        "spokesman",
        "Eastern Ukraine Military District");
    assertRole(
        "U.S. national security adviser Jack Sullivan spoke on Sunday.",
        "Jack Sullivan",
        "national security adviser",
        "United States");
    assertRole(
        "Yevgeny Prigozhin, the head of the Wagner Group, left.",
        "Yevgeny Prigozhin",
        "head",
        "Wagner Group");
  }

  private static void assertRole(String text, String name, String role, String affiliation) {
    NamedEntity entity = resolve(text, name).orElseThrow();
    assertThat(entity.role()).as(text).isEqualTo(role);
    assertThat(entity.affiliation()).as(text).isEqualTo(affiliation);
  }

  @Test
  void twoPeopleOfOneFamilyNameStayApart() {
    String text = "Joe Biden met reporters in Washington. His son Hunter Biden stayed in Delaware.";
    Names names = annotate(text);

    assertThat(idsOf(text, names, "Joe Biden")).isNotEqualTo(idsOf(text, names, "Hunter Biden"));
  }

  @Test
  void aFamilyNameAloneHasTheIdOfTheWellKnownPerson() {
    assertThat(resolve("Moscow said Putin would speak.", "Putin").map(NamedEntity::id))
        .isEqualTo(resolve("Vladimir Putin will speak.", "Vladimir Putin").map(NamedEntity::id));
  }

  @Test
  void pronounsAndNounPhrasesPointBack() {
    String text =
        "The Russian Defense Ministry denied the report on Monday. The ministry said its forces"
            + " had left. Hannah Malial, a deputy minister, disagreed. She said they stayed.";

    assertThat(resolve(text, "The ministry").map(NamedEntity::name))
        .contains("Russian Defense Ministry");
    assertThat(resolve(text, "She").map(NamedEntity::name)).contains("Hannah Malial");
    assertThat(resolve(text, "Hannah Malial, a deputy minister").map(NamedEntity::name))
        .contains("Hannah Malial");
    assertThat(resolve(text, "the report")).isEmpty();
  }

  @Test
  void anAcronymStandsForItsName() {
    String text =
        "The Federal Security Service (FSB) detained two men in Moscow. The FSB said they"
            + " confessed.";
    Names names = annotate(text);

    assertThat(idsOf(text, names, "FSB", "Federal Security Service")).hasSize(1);
  }

  @Test
  void headlinesInCapitalsHaveNamesToo() {
    String text =
        "BIDEN MEETS ZELENSKY IN HIROSHIMA\n\nJoe Biden met Volodymyr Zelensky in Hiroshima.";
    List<String> surfaces =
        annotate(text).mentions().stream().map(mention -> mention.span().of(text)).toList();

    assertThat(surfaces).contains("BIDEN", "HIROSHIMA", "Joe Biden", "Volodymyr Zelensky");
  }

  @Test
  void eightThreadsGetTheSameNames() throws IOException, InterruptedException, ExecutionException {
    String text = seed();
    Names alone = annotate(text);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Names>> results = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        results.add(threads.submit(() -> annotate(text)));
      }
      for (Future<Names> result : results) {
        assertThat(result.get().mentions()).isEqualTo(alone.mentions());
        assertThat(result.get().entities()).isEqualTo(alone.entities());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void noTextBreaksIt() {
    Random random = new Random(17);
    String[] pieces = {
      "Putin",
      "the",
      "(",
      ")",
      "FSB",
      "'s",
      "’s",
      "said",
      ",",
      ".",
      "\n",
      "“",
      "Ministry",
      "of",
      "Defense",
      "-",
      "Mr.",
      "U.S.",
      "\ud83d\ude00",
      "2003",
      "election",
      "He",
      "President",
      "Ádám"
    };
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextInt(4) > 0 ? " " : "");
      }
      TextDocument document = ANALYZER.analyze(text.toString());
      Names names = ANNOTATOR.annotate(document);
      int last = 0;
      for (NameMention mention : names.mentions()) {
        assertThat(mention.span().start()).isGreaterThanOrEqualTo(last);
        last = mention.span().end();
      }
      int start = random.nextInt(text.length() + 1);
      int end = start + random.nextInt(text.length() + 1 - start);
      assertThat(names.resolve(new TextSpan(start, end))).isNotNull();
    }
  }

  private static Names annotate(String text) {
    return ANNOTATOR.annotate(ANALYZER.analyze(text));
  }

  private static Optional<NamedEntity> resolve(String text, String phrase) {
    int start = text.indexOf(phrase);
    return annotate(text).resolve(new TextSpan(start, start + phrase.length()));
  }

  private static List<String> idsOf(String text, Names names, String... surfaces) {
    List<String> ids = new ArrayList<>();
    for (String surface : surfaces) {
      List<String> own =
          names.mentions().stream()
              .filter(mention -> surface.equals(mention.span().of(text)))
              .map(NameMention::entity)
              .filter(Objects::nonNull)
              .map(NamedEntity::id)
              .toList();
      assertThat(own).as(surface).isNotEmpty();
      ids.addAll(own);
    }
    return ids.stream().distinct().toList();
  }

  private static String seed() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(CrfNameAnnotatorTest.class.getResourceAsStream("seed-text.txt"))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
