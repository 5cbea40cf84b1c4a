package dev.dateline.sink.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Severity;
import dev.dateline.schemas.avro.Throttle;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watchlists raise alerts. The driver's clock starts at 2024-01-01. */
class AlertsTopologyTest {

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final Article ARTICLE = SampleRecords.article("article", "Taxes rise.", START);

  private final TopologyUnderTest topology;

  AlertsTopologyTest(@TempDir Path directory) {
    topology = TopologyUnderTest.of(new SinkApp(), directory);
  }

  @AfterEach
  void close() {
    topology.close();
  }

  @Test
  void withoutWatchlistsEveryNewClaimRaisesOneAlertAndNoOtherDoes() {
    for (Verdict verdict : Verdict.values()) {
      claim("c-" + verdict, verdict);
    }
    claim("c-NEW", Verdict.NEW);

    Alert alert = nextAlert();
    assertThat(alert.getWatchlist()).isEqualTo("claims.new");
    assertThat(alert.getId()).matches("[0-9a-f]{32}");
    assertThat(alert.getSeverity()).isEqualTo(Severity.NOTICE);
    assertThat(alert.getRaised()).isEqualTo(START);
    assertThat(alert.getSummary()).contains("The council").contains("taxes will rise");
    assertThat(alert.getClaim().getClaim().getId()).isEqualTo("c-NEW");
    noMoreAlert();
  }

  @Test
  void watchlistTakesThePlaceOfTheBuiltInOneAndItsRemovalBringsItBack() {
    watch("denials", "polarity:DENIED", null);
    claim("affirmed", Verdict.NEW);
    JudgedClaim denial =
        JudgedClaims.of(
            ARTICLE,
            SampleRecords.denied(SampleRecords.claim("denied", "The council", "taxes will rise")),
            Verdict.DISPUTED);
    topology.input(Topics.CLAIMS).add("s", denial);

    TestRecord<String, Alert> raised = topology.output(Topics.ALERTS).expectNextRecord();
    assertThat(raised.key()).isEqualTo("denials");
    assertThat(raised.value().getSeverity()).isEqualTo(Severity.WARNING);
    assertThat(raised.value().getClaim()).isEqualTo(denial);
    noMoreAlert();

    topology.input(Topics.WATCHLISTS).addBytes("denials", null);
    claim("later", Verdict.NEW);
    assertThat(nextAlert().getWatchlist()).isEqualTo("claims.new");
  }

  @Test
  void propositionRaisesOneAlertAWatchlistWhateverItsLaterVerdicts() {
    watch("taxes", "text:taxes", null);
    watch("council", "claimant:council", null);
    claim("same", Verdict.NEW);
    topology.letPass(Duration.ofDays(30));
    claim("same", Verdict.DISPUTED);

    assertThat(List.of(nextAlert().getWatchlist(), nextAlert().getWatchlist()))
        .containsExactlyInAnyOrder("taxes", "council");
    noMoreAlert();
  }

  @Test
  void backfillRaisesNoAlert() {
    Article old = Article.newBuilder(ARTICLE).setBackfill(true).build();
    watch("taxes", "text:taxes", null);
    topology
        .input(Topics.CLAIMS)
        .add("s", JudgedClaims.of(old, SampleRecords.claim("c", "X", "taxes"), Verdict.NEW));
    topology.input(Topics.ENRICHED).add("a", SampleRecords.enriched(old));

    noMoreAlert();
    topology.output(Topics.ARTICLE_ALERTS).expectNoMoreRecord();
    topology.expectNoMoreDeadLetter();
  }

  @Test
  void articleIsMatchedAsAWholeAndRaisesOneAlertForAllItsRevisions() {
    watch("taxes", "text:taxes AND type:article", null);
    topology.input(Topics.ENRICHED).add("a", SampleRecords.enriched(ARTICLE));
    topology
        .input(Topics.ENRICHED)
        .add("a", SampleRecords.enriched(Article.newBuilder(ARTICLE).setRevision(2).build()));
    claim("c", Verdict.NEW);

    var alert = topology.output(Topics.ARTICLE_ALERTS).expectNextRecord().value();
    assertThat(alert.getSummary()).isEqualTo("ARTICLE: Title of article (2024-01-01; Outlet)");
    assertThat(alert.getArticle().getId()).isEqualTo("article");
    topology.output(Topics.ARTICLE_ALERTS).expectNoMoreRecord();
    noMoreAlert();
  }

  @Test
  void throttledWatchlistHoldsBackAndTellsTheRestInOneDigestThatShowsTheMostSevere() {
    watch("taxes", "text:taxes", new Throttle(2, Duration.ofHours(1).toMillis()));
    claim("1", Verdict.NEW);
    claim("2", Verdict.NEW);
    claim("3", Verdict.NEW);
    claim("4", Verdict.DISPUTED);
    claim("5", Verdict.REPEATED);
    claim("5", Verdict.REPEATED);

    assertThat(List.of(claimId(nextAlert()), claimId(nextAlert()))).containsExactly("1", "2");
    topology.letPass(Duration.ofMinutes(59));
    noMoreAlert();
    topology.letPass(Duration.ofMinutes(2));

    Alert digest = nextAlert();
    assertThat(claimId(digest)).isEqualTo("4");
    assertThat(digest.getSummary()).endsWith("(and 2 more)");
    assertThat(digest.getMore()).isEqualTo(2);
    assertThat(digest.getAlso()).hasSize(2);
    claim("6", Verdict.NEW);
    assertThat(claimId(nextAlert())).as("the second alert of the new hour").isEqualTo("6");
    claim("7", Verdict.NEW);
    noMoreAlert();
  }

  private void watch(String name, String query, @Nullable Throttle throttle) {
    topology
        .input(Topics.WATCHLISTS)
        .add(
            name,
            Watchlist.newBuilder()
                .setName(name)
                .setQuery(query)
                .setThrottle(throttle)
                .setCreated(START)
                .build());
  }

  private void claim(String id, Verdict verdict) {
    Claim claim = SampleRecords.claim(id, "The council", "taxes will rise");
    topology.input(Topics.CLAIMS).add("s", JudgedClaims.of(ARTICLE, claim, verdict));
  }

  private Alert nextAlert() {
    return topology.output(Topics.ALERTS).expectNextRecord().value();
  }

  private static String claimId(Alert alert) {
    return alert.getClaim().getClaim().getId();
  }

  private void noMoreAlert() {
    topology.output(Topics.ALERTS).expectNoMoreRecord();
  }
}
