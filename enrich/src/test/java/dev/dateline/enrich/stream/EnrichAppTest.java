package dev.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.DuplicateKind;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.streams.testing.DeadLetter;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyFile;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichAppTest {

  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");
  private static final Article FIRST = SampleRecords.article("first", "One.", NOON);
  private static final Article SECOND = SampleRecords.article("second", "Two.", NOON);

  private final Path directory;

  EnrichAppTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void topologyIsTheCommittedOne() {
    TopologyFile.check(new EnrichApp(EnrichAppTest::enrich));
  }

  @Test
  void applicationIdNeverChanges() {
    assertThat(new EnrichApp(EnrichAppTest::enrich).applicationId()).isEqualTo("dateline-enrich");
  }

  @Test
  void everyArticleComesOutAnnotatedUnderItsOwnKeyInOrder() {
    try (TopologyUnderTest topology = topology(EnrichAppTest::enrich)) {
      topology.input(Topics.ARTICLES).add("first", FIRST).add("second", SECOND);

      var one = topology.output(Topics.ENRICHED).expectNextRecord();
      assertThat(one.key()).isEqualTo("first");
      assertThat(one.value()).isEqualTo(enrich(FIRST));
      assertThat(one.getRecordTime()).isEqualTo(NOON);
      var two = topology.output(Topics.ENRICHED).expectNextRecord();
      assertThat(two.key()).isEqualTo("second");
      assertThat(two.value()).isEqualTo(enrich(SECOND));
      topology.output(Topics.ENRICHED).expectNoMoreRecord();
      topology.expectNoMoreDeadLetter();
    }
  }

  @Test
  void aNearCopyNamesTheArticleItIsLikeAndComesOutWhole() {
    String text =
        "The harbour of Lindau was closed on Sunday after a tanker lost eight tonnes of oil near"
            + " the eastern pier. Crews laid booms until the evening, and the port captain hopes to"
            + " let the ferries out on Tuesday at noon.";
    Article original = SampleRecords.article("original", text, NOON);
    Article copy = SampleRecords.article("copy", "LINDAU (Wire) - " + text + " More soon.", NOON);
    try (TopologyUnderTest topology = topology(EnrichAppTest::enrich)) {
      topology.input(Topics.ARTICLES).add("original", original).add("copy", copy);

      var first = topology.output(Topics.ENRICHED).expectNextRecord().value();
      assertThat(first.getDuplicateOf()).isNull();
      var second = topology.output(Topics.ENRICHED).expectNextRecord().value();
      assertThat(second.getArticle()).isEqualTo(copy);
      assertThat(second.getDuplicateOf().getArticleId()).isEqualTo("original");
      assertThat(second.getDuplicateOf().getUrl()).isEqualTo(original.getUrl());
      assertThat(second.getDuplicateOf().getKind()).isEqualTo(DuplicateKind.COPY);
      assertThat(second.getDuplicateOf().getSimilarity()).isEqualTo(1.0);
      topology.output(Topics.ENRICHED).expectNoMoreRecord();
    }
  }

  @Test
  void articleTheAnnotatorFailsOnBecomesADeadLetterAndTheNextIsAnnotated() {
    try (TopologyUnderTest topology =
        topology(
            article -> {
              if (article.getId().equals("first")) {
                throw new IllegalStateException("annotating article first: no good");
              }
              return enrich(article);
            })) {
      topology.input(Topics.ARTICLES).add("first", FIRST).add("second", SECOND);

      DeadLetter letter = topology.expectDeadLetter();
      assertThat(letter.key()).isEqualTo("first");
      assertThat(letter.header("application")).isEqualTo("dateline-enrich");
      assertThat(letter.header("stage")).isEqualTo("PROCESSING");
      topology.expectNoMoreDeadLetter();
      assertThat(topology.output(Topics.ENRICHED).expectNextRecord().key()).isEqualTo("second");
      topology.output(Topics.ENRICHED).expectNoMoreRecord();
    }
  }

  @Test
  void articleThatOverflowsTheStackOrCastsWronglyStopsNothing() {
    try (TopologyUnderTest topology =
        topology(
            article -> {
              if (article.getId().equals("first")) {
                throw new StackOverflowError();
              }
              throw new ClassCastException("no");
            })) {
      topology.input(Topics.ARTICLES).add("first", FIRST).add("second", SECOND);

      assertThat(topology.expectDeadLetter().header("message"))
          .contains("annotating article first")
          .contains("StackOverflowError");
      assertThat(topology.expectDeadLetter().key()).isEqualTo("second");
      topology.expectNoMoreDeadLetter();
    }
  }

  private TopologyUnderTest topology(Function<Article, EnrichedArticle> annotator) {
    return TopologyUnderTest.of(new EnrichApp(annotator), directory);
  }

  private static EnrichedArticle enrich(Article article) {
    return SampleRecords.enriched(article);
  }
}
