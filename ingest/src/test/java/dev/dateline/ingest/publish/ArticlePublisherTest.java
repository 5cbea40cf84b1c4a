package dev.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.IngestCursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class ArticlePublisherTest {

  private static final PublisherSettings SETTINGS =
      new PublisherSettings("files", 2, Duration.ofHours(1));

  private final FakeKafka kafka = new FakeKafka();
  private final List<String> told = new ArrayList<>();

  @Test
  void anArticleAndItsCursorAreCommittedTogether() {
    try (ArticlePublisher publisher = start()) {
      assertThat(publish(publisher, "a", "one")).isEqualTo(Outcome.PUBLISHED);
      assertThat(kafka.articles()).isEmpty();
      assertThat(told).isEmpty();
      publisher.flush();
    }
    assertThat(kafka.articles()).containsExactly("1:one");
    assertThat(told).containsExactly("1:one");
    IngestCursor cursor = kafka.cursorRecords().get(0);
    assertThat(cursor.getArticleId()).isEqualTo(Ids.of("a"));
    assertThat(cursor.getAddress()).isEqualTo("a");
    assertThat(cursor.getTextSha256()).isEqualTo(Ids.sha256("one"));
    assertThat(kafka.cursorRecords()).hasSize(1);
  }

  @Test
  void aCrashBeforeTheCommitNeitherLosesNorDoubles() {
    ArticlePublisher crashed = start();
    publish(crashed, "a", "one");
    publish(crashed, "b", "two");
    publish(crashed, "c", "three");
    try (ArticlePublisher publisher = start()) {
      assertThat(publish(publisher, "a", "one")).isEqualTo(Outcome.UNCHANGED);
      assertThat(publish(publisher, "b", "two")).isEqualTo(Outcome.UNCHANGED);
      assertThat(publish(publisher, "c", "three")).isEqualTo(Outcome.PUBLISHED);
      publisher.flush();
    }
    assertThat(kafka.articles()).containsExactly("1:one", "1:two", "1:three");
  }

  @Test
  void anotherTextAtTheSameAddressIsARevision() {
    run("a", "one");
    assertThat(run("a", "two")).containsExactly(Outcome.REVISED);
    assertThat(run("a", "two")).containsExactly(Outcome.UNCHANGED);
    assertThat(kafka.articles()).containsExactly("1:one", "2:two");
  }

  @Test
  void anotherHeadlineIsARevisionToo() {
    try (ArticlePublisher publisher = start()) {
      Article retitled = article("a", "one");
      retitled.setTitle("Corrected");
      publish(publisher, "a", "one");
      assertThat(publisher.publish(retitled, "a")).isEqualTo(Outcome.REVISED);
      publisher.flush();
    }
    assertThat(kafka.articles()).containsExactly("1:one", "2:one");
  }

  @Test
  void aSeriesOfRevisionsReadAgainPublishesNothing() {
    run("a", "one", "two", "three");
    assertThat(run("a", "one", "two", "three"))
        .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
    assertThat(kafka.articles()).containsExactly("1:one", "2:two", "3:three");
  }

  @Test
  void aTextThatGoesBackToAnEarlierOneIsPublishedAtTheEnd() {
    run("a", "one", "two");
    run("a", "one");
    assertThat(kafka.articles()).containsExactly("1:one", "2:two", "3:one");
    assertThat(run("a", "one")).containsExactly(Outcome.UNCHANGED);
    assertThat(kafka.articles()).hasSize(3);
  }

  @Test
  void readingBrokenOffPublishesNoStepBack() {
    run("a", "one", "two");
    try (ArticlePublisher publisher = start()) {
      publish(publisher, "a", "one");
      publisher.commit();
    }
    assertThat(kafka.articles()).containsExactly("1:one", "2:two");
  }

  @Test
  void anInstanceThatWasReplacedEndsInOneClearLine() {
    try (ArticlePublisher publisher = start()) {
      publish(publisher, "a", "one");
      kafka.producer().fenceProducer();
      assertThatThrownBy(publisher::flush)
          .isInstanceOf(IngestException.class)
          .hasMessage(
              "publishing articles: another ingest of the source set \"files\" has taken over: this"
                  + " one ends");
    }
    assertThat(kafka.articles()).isEmpty();
  }

  @Test
  void aTransactionThatFailsForAMomentIsWrittenAgainWhole() {
    try (ArticlePublisher publisher = start()) {
      publish(publisher, "a", "one");
      kafka.failNextCommit(new KafkaException("coordinator moved"));
      publisher.flush();
    }
    assertThat(kafka.articles()).containsExactly("1:one");
    assertThat(kafka.cursorRecords()).hasSize(1);
  }

  @Test
  void aFaultThatStaysEndsInOneClearLine() {
    try (ArticlePublisher publisher = start()) {
      publish(publisher, "a", "one");
      kafka.producer().sendException = new KafkaException("disk full");
      assertThatThrownBy(publisher::flush)
          .isInstanceOf(IngestException.class)
          .hasMessage("publishing articles: disk full");
    }
    assertThat(told).isEmpty();
  }

  @Test
  void anAddressThatIsNoneIsNamedInOneLine() {
    assertThatThrownBy(
            () ->
                ArticlePublisher.open(
                    Map.of("bootstrap.servers", "no address"),
                    SETTINGS,
                    java.time.Clock.systemUTC(),
                    article -> {}))
        .isInstanceOf(IngestException.class)
        .hasMessageContaining("no address")
        .satisfies(e -> assertThat(e.toString().lines()).hasSize(1));
  }

  private ArticlePublisher start() {
    return kafka.start(SETTINGS, article -> told.add(FakeKafka.told(article)));
  }

  private List<Outcome> run(String address, String... texts) {
    List<Outcome> outcomes = new ArrayList<>();
    try (ArticlePublisher publisher = start()) {
      for (String text : texts) {
        outcomes.add(publish(publisher, address, text));
      }
      publisher.flush();
    }
    return outcomes;
  }

  private static Outcome publish(ArticlePublisher publisher, String address, String text) {
    return publisher.publish(article(address, text), address);
  }

  private static Article article(String address, String text) {
    return Article.newBuilder()
        .setId(Ids.of(address))
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setFetched(Instant.EPOCH)
        .setEventTime(Instant.EPOCH)
        .build();
  }
}
