package dev.dateline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.streams.testing.DeadLetter;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLettersTest {

  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");
  private static final Article GOOD = SampleRecords.article("good", "All is well.", NOON);

  private final Path directory;

  DeadLettersTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void recordThatCannotBeReadKeepsItsBytesAndTheStreamGoesOn() {
    byte[] whole = bytes(GOOD);
    byte[] cutOff = Arrays.copyOf(whole, whole.length - 3);
    try (TopologyUnderTest topology = topology(DeadLettersTest::enriched)) {
      topology
          .input(Topics.ARTICLES)
          .withHeader("traceparent", "00-abc")
          .addBytes("bad", cutOff)
          .add("good", GOOD);

      DeadLetter letter = topology.expectDeadLetter();
      assertThat(letter.key()).isEqualTo("bad");
      assertThat(letter.value()).isEqualTo(cutOff);
      assertThat(letter.header("application")).isEqualTo("dateline-sample");
      assertThat(letter.header("stage")).isEqualTo("DESERIALIZATION");
      assertThat(letter.header("topic")).isEqualTo("news.articles");
      assertThat(letter.header("partition")).isEqualTo("0");
      assertThat(letter.header("offset")).isEqualTo("0");
      assertThat(letter.header("cause")).isNotEmpty();
      assertThat(letter.header("failed")).matches("\\d{13}");
      assertThat(letter.header("traceparent")).isEqualTo("00-abc");
      topology.expectNoMoreDeadLetter();
      assertThat(topology.output(Topics.ENRICHED).expectNextRecord().key()).isEqualTo("good");
      topology.output(Topics.ENRICHED).expectNoMoreRecord();
    }
  }

  @Test
  void recordWithoutAValueIsADeadLetter() {
    try (TopologyUnderTest topology = topology(DeadLettersTest::enriched)) {
      topology.input(Topics.ARTICLES).addBytes("empty", null).add("good", GOOD);

      DeadLetter letter = topology.expectDeadLetter();
      assertThat(letter.key()).isEqualTo("empty");
      assertThat(letter.value()).isNull();
      assertThat(letter.header("message")).contains("the record has no value");
      assertThat(topology.output(Topics.ENRICHED).expectNextRecord().key()).isEqualTo("good");
    }
  }

  @Test
  void recordThatAStepThrowsOnKeepsItsBytesAndTheStreamGoesOn() {
    Article bad = SampleRecords.article("bad", "Trouble.", NOON);
    try (TopologyUnderTest topology = topology(DeadLettersTest::failOnBad)) {
      topology.input(Topics.ARTICLES).add("good", GOOD).add("bad", bad).add("good", GOOD);

      DeadLetter letter = topology.expectDeadLetter();
      assertThat(letter.key()).isEqualTo("bad");
      assertThat(letter.value()).isEqualTo(bytes(bad));
      assertThat(letter.header("stage")).isEqualTo("PROCESSING");
      assertThat(letter.header("offset")).isEqualTo("1");
      assertThat(letter.header("cause")).isEqualTo("IllegalStateException");
      assertThat(letter.header("message")).isEqualTo("no good");
      topology.expectNoMoreDeadLetter();
      assertThat(topology.output(Topics.ENRICHED).rest()).hasSize(2);
    }
  }

  @Test
  void recordWhoseOutputIsTooLargeKeepsItsBytesAndTheStreamGoesOn() {
    Article large = SampleRecords.article("large", "many words ".repeat(400), NOON);
    StreamsSettings settings = TopologyUnderTest.settings(directory).withMaxRecordBytes(2_000);
    try (TopologyUnderTest topology =
        TopologyUnderTest.of(new SampleApp(DeadLettersTest::enriched), settings)) {
      topology.input(Topics.ARTICLES).add("large", large).add("good", GOOD);

      DeadLetter letter = topology.expectDeadLetter();
      assertThat(letter.key()).isEqualTo("large");
      assertThat(letter.value()).isEqualTo(bytes(large));
      assertThat(letter.header("stage")).isEqualTo("PRODUCTION");
      assertThat(letter.header("topic")).isEqualTo("news.articles");
      assertThat(letter.header("cause")).isEqualTo("SerializationException");
      assertThat(letter.header("message")).contains("news.enriched").contains("limit of 2000");
      topology.expectNoMoreDeadLetter();
      assertThat(topology.output(Topics.ENRICHED).expectNextRecord().key()).isEqualTo("good");
      topology.output(Topics.ENRICHED).expectNoMoreRecord();
    }
  }

  @Test
  void messageOfAnErrorIsCutToAThousandCharacters() {
    try (TopologyUnderTest topology =
        topology(
            article -> {
              throw new IllegalStateException("x".repeat(5_000));
            })) {
      topology.input(Topics.ARTICLES).add("good", GOOD);

      assertThat(topology.expectDeadLetter().header("message")).hasSizeLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void faultOfKafkaIsNoDeadLetter() {
    try (TopologyUnderTest topology =
        topology(
            article -> {
              throw new TimeoutException("the broker is away");
            })) {
      assertThatThrownBy(() -> topology.input(Topics.ARTICLES).add("good", GOOD))
          .isInstanceOf(StreamsException.class);
      topology.expectNoMoreDeadLetter();
    }
  }

  private TopologyUnderTest topology(Function<Article, List<EnrichedArticle>> step) {
    return TopologyUnderTest.of(new SampleApp(step), directory);
  }

  private static List<EnrichedArticle> enriched(Article article) {
    return List.of(SampleRecords.enriched(article));
  }

  private static List<EnrichedArticle> failOnBad(Article article) {
    if (article.getId().equals("bad")) {
      throw new IllegalStateException("no good");
    }
    return enriched(article);
  }

  private static byte[] bytes(Article article) {
    return AvroSerde.of(Topics.ARTICLES).serializer().serialize("news.articles", article);
  }
}
