package dev.dateline.sink.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.TrendKind;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things are counted in windows. The driver's clock starts at 2024-01-01. */
class TrendsTopologyTest {

  private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");
  private static final Duration QUARTER = Duration.ofMinutes(15);

  private final TopologyUnderTest topology;

  TrendsTopologyTest(@TempDir Path directory) {
    topology = TopologyUnderTest.of(new SinkApp(), directory);
  }

  @AfterEach
  void close() {
    topology.close();
  }

  @Test
  void everyChangeTellsTheWindowThatEndsFirstOfEachLength() {
    name(NOON);
    name(NOON.plusSeconds(60));

    List<Trend> trends = trends();
    assertThat(trends).extracting(Trend::getCount).containsExactly(1L, 1L, 1L, 2L, 2L, 2L);
    assertThat(trends).extracting(Trend::getClosed).containsOnly(false);
    assertThat(trends).extracting(Trend::getFirstSeen).containsOnly(true);
    assertThat(trends.get(0).getWindowStart()).isEqualTo("2024-01-01T11:50:00Z");
    assertThat(trends.get(0).getWindowEnd()).isEqualTo("2024-01-01T12:05:00Z");
    assertThat(trends.get(1).getWindowStart()).isEqualTo("2024-01-01T11:15:00Z");
    assertThat(trends.get(2).getWindowStart()).isEqualTo("2023-12-31T18:00:00Z");
    assertThat(trends).extracting(Trend::getScore).containsOnlyNulls();
  }

  @Test
  void aClosedWindowIsNotInTheTraceOfTheArticleThatCameAsItClosed() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    name(NOON);
    trends();
    topology
        .input(Topics.ENRICHED)
        .withHeader("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
        .add("later", article(NOON.plus(QUARTER.multipliedBy(3))));

    List<TestRecord<String, Trend>> records = topology.output(Topics.TRENDS).rest();
    assertThat(records).extracting(each -> each.value().getClosed()).contains(true, false);
    assertThat(records)
        .allSatisfy(
            each -> {
              byte[] header = each.headers().lastHeader("traceparent").value();
              assertThat(new String(header, StandardCharsets.UTF_8).contains(trace))
                  .isEqualTo(!each.value().getClosed());
            });
  }

  @Test
  void idleStreamClosesItsWindowsByTheWallClockOnceEach() {
    name(NOON);
    trends();
    topology.letPass(Duration.ofMinutes(19));
    assertThat(trends()).as("the grace of a quarter of an hour is not over").isEmpty();

    topology.letPass(Duration.ofMinutes(2));
    Trend closed = trends().get(0);
    assertThat(closed.getClosed()).isTrue();
    assertThat(closed.getCount()).isEqualTo(1);
    assertThat(closed.getWindowEnd()).isEqualTo("2024-01-01T12:05:00Z");

    topology.letPass(Duration.ofDays(3));
    List<Trend> rest = trends();
    assertThat(rest).extracting(Trend::getClosed).containsOnly(true);
    assertThat(rest)
        .as("2 quarters, 4 hours, 4 days that hop over it")
        .hasSize(10)
        .extracting(trend -> trend.getWindowStart() + "/" + trend.getWindowEnd())
        .doesNotHaveDuplicates();
    topology.letPass(Duration.ofDays(3));
    assertThat(trends()).isEmpty();
  }

  @Test
  void lateArticleCountsWithinTheGraceAndAfterItOnlyInWindowsStillOpen() {
    name(NOON.plus(Duration.ofHours(1)));
    trends();
    name(NOON.plus(Duration.ofMinutes(44)));
    assertThat(trends())
        .extracting(trend -> Duration.between(trend.getWindowStart(), trend.getWindowEnd()))
        .contains(QUARTER);

    name(NOON);
    assertThat(trends())
        .extracting(trend -> Duration.between(trend.getWindowStart(), trend.getWindowEnd()))
        .doesNotContain(QUARTER)
        .contains(Duration.ofHours(24));
    name(NOON.minus(Duration.ofDays(3)));
    assertThat(trends()).isEmpty();
    topology.expectNoMoreDeadLetter();
  }

  @Test
  void burstStandsOutAgainstTheThingsOwnPast() {
    for (int hour = 0; hour < 8; hour++) {
      name(NOON.plus(Duration.ofHours(hour)));
      name(NOON.plus(Duration.ofHours(hour)).plusSeconds(1));
    }
    Instant burst = NOON.plus(Duration.ofHours(8));
    trends();
    for (int i = 0; i < 12; i++) {
      name(burst.plusSeconds(i));
    }

    Trend hour =
        trends().stream()
            .filter(trend -> !trend.getClosed())
            .filter(trend -> length(trend).equals(Duration.ofHours(1)))
            .reduce((first, second) -> second)
            .orElseThrow();
    assertThat(hour.getCount()).isEqualTo(12);
    assertThat(hour.getExpected()).isEqualTo(2.0);
    assertThat(hour.getScore()).isEqualTo(10.0);
    assertThat(hour.getFirstSeen()).isFalse();
  }

  @Test
  void claimantsAndPlacesAreCountedToo() {
    topology
        .input(Topics.CLAIMS)
        .add(
            "s",
            JudgedClaims.of(
                SampleRecords.article("a", "Text.", NOON),
                SampleRecords.claim("c", "Ada Ferreira", "taxes will rise"),
                Verdict.REPEATED));

    TestRecord<String, Trend> record = topology.output(Topics.TRENDS).expectNextRecord();
    assertThat(record.key()).isEqualTo("CLAIMANT/claimant:Ada Ferreira");
    assertThat(record.value().getKind()).isEqualTo(TrendKind.CLAIMANT);
    assertThat(record.value().getName()).isEqualTo("Ada Ferreira");
  }

  @Test
  void laterRevisionOfAnArticleIsNotCountedAgain() {
    Article revised =
        Article.newBuilder(SampleRecords.article("a", "Text.", NOON)).setRevision(2).build();
    EnrichedArticle enriched = SampleRecords.enriched(revised);
    enriched.setEntities(List.of(mayor()));
    topology.input(Topics.ENRICHED).add("a", enriched);

    assertThat(trends()).isEmpty();
  }

  private void name(Instant at) {
    topology.input(Topics.ENRICHED).add("at-" + at, article(at));
  }

  private static EnrichedArticle article(Instant at) {
    EnrichedArticle enriched =
        SampleRecords.enriched(SampleRecords.article("at-" + at, "Text.", at));
    enriched.setEntities(List.of(mayor()));
    return enriched;
  }

  private static Entity mayor() {
    return Entity.newBuilder()
        .setId("person:ferreira-ada")
        .setName("Ada Ferreira")
        .setType(EntityType.PERSON)
        .build();
  }

  private static Duration length(Trend trend) {
    return Duration.between(trend.getWindowStart(), trend.getWindowEnd());
  }

  private List<Trend> trends() {
    return topology.output(Topics.TRENDS).rest().stream().map(TestRecord::value).toList();
  }
}
