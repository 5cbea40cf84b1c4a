package dev.dateline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleReference;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventTimeExtractorTest {

  private static final Instant NOW = Instant.parse("2024-01-01T12:00:00Z");
  private static final Instant PAST = Instant.parse("2023-05-23T08:00:00Z");
  private static final Instant FUTURE = Instant.parse("2031-05-23T08:00:00Z");

  private final EventTimeExtractor extractor =
      new EventTimeExtractor(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void recordTakesTheEventTimeOfItsArticle() {
    for (Object value : everyKindAt(PAST)) {
      assertThat(extract(value, NOW)).as(value.getClass().getSimpleName()).isEqualTo(PAST);
    }
  }

  @Test
  void eventTimeInTheFutureIsClampedToNow() {
    for (Object value : everyKindAt(FUTURE)) {
      assertThat(extract(value, NOW)).as(value.getClass().getSimpleName()).isEqualTo(NOW);
    }
  }

  @Test
  void recordWithoutEventTimeKeepsItsOwnUnlessThatLiesInTheFuture() {
    assertThat(extract("a string", PAST)).isEqualTo(PAST);
    assertThat(extract(null, FUTURE)).isEqualTo(NOW);
  }

  @Test
  void timeBeforeTheEpochIsClampedToIt() {
    assertThat(extract(everyKindAt(Instant.parse("1923-05-23T08:00:00Z")).get(0), NOW))
        .isEqualTo(Instant.EPOCH);
  }

  private Instant extract(@Nullable Object value, Instant sent) {
    ConsumerRecord<Object, @Nullable Object> message =
        new ConsumerRecord<>(
            "news.articles",
            0,
            0L,
            sent.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            "key",
            value,
            new RecordHeaders(),
            java.util.Optional.empty());
    return Instant.ofEpochMilli(extractor.extract(message, 0));
  }

  private static List<Object> everyKindAt(Instant time) {
    var article = SampleRecords.article("a", "Text.", time);
    ArticleReference reference = ArticleReferences.of(article);
    Claim claim = SampleRecords.claim("c", "Somebody", "something happened");
    Subject subject = new Subject("s", SubjectKind.PLACE, "S");
    JudgedClaim judged =
        JudgedClaim.newBuilder()
            .setSubject(subject)
            .setArticle(reference)
            .setClaim(claim)
            .setVerdict(Verdict.NEW)
            .setPropositionId("p")
            .build();
    Alert alert =
        Alert.newBuilder()
            .setId("a")
            .setWatchlist("w")
            .setSummary("s")
            .setClaim(judged)
            .setRaised(NOW)
            .build();
    return List.of(
        article,
        SampleRecords.enriched(article),
        new SubjectClaim(subject, reference, claim, null, null, false),
        judged,
        alert);
  }
}
