package dev.dateline.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ledger.LedgerSettings;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Contest;
import dev.dateline.schemas.avro.ContestKind;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.PropositionStatus;
import dev.dateline.schemas.avro.StandingClaim;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.streams.testing.DeadLetter;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyFile;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.test.TestRecord;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerAppTest {

  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");
  private static final PlaceReference RIVERTOWN = SampleRecords.town("geonames:1", "Rivertown");
  private static final PlaceReference HILLFORD = SampleRecords.town("geonames:2", "Hillford");
  private static final LedgerSettings SMALL =
      new LedgerSettings(Duration.ofDays(30), 10, 5, 1_000, Duration.ofSeconds(10));

  /** No two are about one matter. */
  private static final List<String> FACTS =
      List.of(
          "apple",
          "violin",
          "senate",
          "harbour",
          "glacier",
          "pension",
          "opera",
          "cement",
          "lizard",
          "comet",
          "tariff",
          "monastery",
          "vaccine",
          "submarine",
          "orchard",
          "referee",
          "volcano",
          "satellite",
          "library",
          "cholera",
          "railway",
          "casino",
          "drought",
          "embassy",
          "poet");

  private final Path directory;

  LedgerAppTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void topologyIsTheCommittedOne() {
    TopologyFile.check(new LedgerApp());
  }

  @Test
  void applicationIdNeverChanges() {
    assertThat(new LedgerApp().applicationId()).isEqualTo("dateline-ledger");
  }

  @Test
  void firstClaimIsNewAndOpensAProposition() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON, claim("c1", "The bridge was reopened.", RIVERTOWN));
      topology.expectNoMoreDeadLetter();

      TestRecord<String, JudgedClaim> judged = topology.output(Topics.CLAIMS).expectNextRecord();
      assertThat(judged.key()).isEqualTo("geonames:1");
      assertThat(judged.value().getVerdict()).isEqualTo(Verdict.NEW);
      assertThat(judged.value().getNearest()).isNull();
      assertThat(judged.value().getClaims()).isEqualTo(1);
      assertThat(judged.getRecordTime()).isEqualTo(NOON);
      TestRecord<String, LedgerEntry> entry = topology.output(Topics.LEDGER).expectNextRecord();
      assertThat(entry.key())
          .isEqualTo(judged.value().getPropositionId())
          .isEqualTo(entry.value().getPropositionId());
      assertThat(entry.value().getContent()).isEqualTo("The bridge was reopened.");
      assertThat(entry.value().getClaimCount()).isEqualTo(1);
      expectNothingMore(topology);
    }
  }

  @Test
  void sameContentInAnotherSpellingAndOutletIsRepeated() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON, claim("c1", "The bridge was reopened.", RIVERTOWN));
      add(topology, "b", NOON.plusSeconds(9), claim("c2", "that a BRIDGE was reopened", RIVERTOWN));

      JudgedClaim first = topology.output(Topics.CLAIMS).expectNextRecord().value();
      JudgedClaim second = topology.output(Topics.CLAIMS).expectNextRecord().value();
      assertThat(second.getVerdict()).isEqualTo(Verdict.REPEATED);
      assertThat(second.getPropositionId()).isEqualTo(first.getPropositionId());
      assertThat(second.getNearest().getClaimId()).isEqualTo("c1");
      assertThat(second.getNearest().getArticleId()).isEqualTo("a");
      assertThat(second.getClaims()).isEqualTo(2);
      assertThat(standing(topology).values())
          .singleElement()
          .returns(first.getPropositionId(), LedgerEntry::getPropositionId)
          .returns(2, LedgerEntry::getClaimCount);
      expectNothingMore(topology);
    }
  }

  @Test
  void sameContentAboutAnotherPlaceIsNew() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON, claim("c1", "The bridge was reopened.", RIVERTOWN));
      add(topology, "b", NOON, claim("c2", "The bridge was reopened.", HILLFORD));

      assertThat(verdicts(topology)).containsExactly(Verdict.NEW, Verdict.NEW);
      assertThat(standing(topology)).hasSize(2);
    }
  }

  @Test
  void denialOfAnEarlierClaimDisputesItAndASecondDenialRepeatsTheFirst() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON, claim("c1", "the bridge is safe", RIVERTOWN));
      add(topology, "b", NOON, SampleRecords.denied(said("c2", "The court", "The bridge is safe")));
      add(topology, "c", NOON, SampleRecords.denied(said("c3", "The court", "The bridge is safe")));

      List<JudgedClaim> judged = claims(topology);
      assertThat(judged)
          .extracting(JudgedClaim::getVerdict)
          .containsExactly(Verdict.NEW, Verdict.DISPUTED, Verdict.REPEATED);
      assertThat(judged.get(1).getNearest().getClaimId()).isEqualTo("c1");
      assertThat(judged.get(2).getNearest().getClaimId()).isEqualTo("c2");
      assertThat(standing(topology)).hasSize(1);
    }
  }

  @Test
  void replayAndAnUnchangedSentenceOfANewRevisionChangeNothing() {
    try (TopologyUnderTest topology = topology()) {
      Claim claim = claim("c1", "The bridge was reopened.", RIVERTOWN);
      add(topology, "a", NOON, claim);
      claims(topology);
      standing(topology);

      add(topology, "a", NOON, claim);
      add(topology, "a", NOON.plus(Duration.ofDays(3)), claim);

      expectNothingMore(topology);
    }
  }

  @Test
  void replayOfAnOldArchiveChangesNothingEither() {
    try (TopologyUnderTest topology = topology()) {
      Claim old = claim("old", "A comet was seen.", RIVERTOWN);
      add(topology, "now", NOON, claim("c1", "The bridge was reopened.", RIVERTOWN));
      add(topology, "archive", NOON.minus(Duration.ofDays(4_000)), old);
      assertThat(verdicts(topology)).containsExactly(Verdict.NEW, Verdict.NEW);
      assertThat(standing(topology)).as("too old to be kept").hasSize(1);

      add(topology, "archive", NOON.minus(Duration.ofDays(4_000)), old);

      expectNothingMore(topology);
    }
  }

  @Test
  void articleWithoutClaimsGivesNothing() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON);

      expectNothingMore(topology);
    }
  }

  @Test
  void propositionThatExpiresIsTombstonedThoughTheInputIsIdle() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON, claim("c1", "The bridge was reopened.", RIVERTOWN));
      String expiring = topology.output(Topics.LEDGER).expectNextRecord().key();
      add(topology, "b", NOON.plus(Duration.ofDays(31)), claim("c2", "It rains.", HILLFORD));
      topology.output(Topics.LEDGER).expectNextRecord();
      topology.output(Topics.LEDGER).expectNoMoreRecord();

      topology.letPass(SMALL.sweepInterval());

      TestRecord<String, LedgerEntry> gone = topology.output(Topics.LEDGER).expectNextRecord();
      assertThat(gone.key()).isEqualTo(expiring);
      assertThat(gone.value()).isNull();
      topology.output(Topics.LEDGER).expectNoMoreRecord();
      topology.letPass(SMALL.sweepInterval());
      topology.output(Topics.LEDGER).expectNoMoreRecord();
    }
  }

  @Test
  void claimThatMeetsOnlyAnExpiredPropositionIsNewThoughNoSweepCameBetween() {
    try (TopologyUnderTest topology = topology()) {
      add(topology, "a", NOON, claim("c1", "It rains.", RIVERTOWN));
      add(topology, "b", NOON.plus(Duration.ofDays(31)), claim("c2", "It rains.", RIVERTOWN));

      List<JudgedClaim> judged = claims(topology);
      assertThat(judged)
          .extracting(JudgedClaim::getVerdict)
          .containsExactly(Verdict.NEW, Verdict.NEW);
      assertThat(judged.get(1).getClaims()).isEqualTo(1);
      assertThat(standing(topology)).hasSize(1);
    }
  }

  @Test
  void subjectWithTooManyPropositionsLosesTheLongestUnclaimed() {
    try (TopologyUnderTest topology = topology()) {
      for (int number = 0; number < 25; number++) {
        Instant time = NOON.plusSeconds(number);
        add(topology, "a" + number, time, claim("c" + number, FACTS.get(number), RIVERTOWN));
      }

      Map<String, LedgerEntry> standing = standing(topology);
      assertThat(standing).hasSizeBetween(9, 10);
      assertThat(standing.values())
          .extracting(LedgerEntry::getContent)
          .contains(FACTS.get(24), FACTS.get(20))
          .doesNotContain(FACTS.get(0), FACTS.get(14));
      assertThat(standing.values()).allMatch(entry -> entry.getClaimCount() == 1);
      assertThat(evictions(topology)).isEqualTo(FACTS.size() - standing.size());
    }
  }

  @Test
  void claimTooLongToBeJudgedIsADeadLetterWithItsBytesAndTheNextIsJudged() {
    try (TopologyUnderTest topology = topology()) {
      add(
          topology,
          "a",
          NOON,
          claim("long", "word ".repeat(300), RIVERTOWN),
          claim("short", "It rains.", RIVERTOWN));

      DeadLetter letter = topology.expectDeadLetter();
      assertThat(letter.header("stage")).isEqualTo("PROCESSING");
      assertThat(letter.header("topic")).isEqualTo("dateline-ledger-claims-by-subject-repartition");
      assertThat(letter.header("message")).contains("long").contains("more than 1000");
      assertThat(letter.value()).isNotEmpty();
      topology.expectNoMoreDeadLetter();
      assertThat(verdicts(topology)).containsExactly(Verdict.NEW);
      assertThat(standing(topology)).hasSize(1);
    }
  }

  @Test
  void revisionWithdrawsWhatItNoLongerSaysAndAddsWhatIsNew() {
    try (TopologyUnderTest topology = topology()) {
      Claim kept = claim("c1", "The bridge was reopened.", RIVERTOWN);
      Claim dropped = claim("c2", "The mayor will resign on Friday.", RIVERTOWN);
      Claim added = claim("c3", "Taxes on fuel were doubled.", RIVERTOWN);
      revise(topology, "a", 1, NOON, kept, dropped);
      claims(topology);
      standing(topology);

      revise(topology, "a", 2, NOON, kept, added);

      assertThat(claims(topology))
          .extracting(judged -> judged.getClaim().getId(), JudgedClaim::getVerdict)
          .containsExactlyInAnyOrder(
              Tuple.tuple("c2", Verdict.RETRACTED), Tuple.tuple("c3", Verdict.NEW));
      assertThat(standing(topology).values())
          .extracting(LedgerEntry::getContent, LedgerEntry::getStatus)
          .containsExactlyInAnyOrder(
              Tuple.tuple("The mayor will resign on Friday.", PropositionStatus.RETRACTED),
              Tuple.tuple("Taxes on fuel were doubled.", PropositionStatus.CLAIMED));

      revise(topology, "a", 1, NOON, kept, dropped);
      revise(topology, "a", 2, NOON, kept, added);

      expectNothingMore(topology);
    }
  }

  @Test
  void standingOfAPlaceHasTheClaimsInContestSideBySideAndGoesWithThem() {
    try (TopologyUnderTest topology = topology()) {
      add(
          topology,
          "a",
          NOON,
          said("c1", "Northern army", "its forces had taken full control of Rivertown"));
      add(
          topology,
          "b",
          NOON.plusSeconds(60),
          SampleRecords.denied(
              said("c2", "Southern army", "that its enemy had taken full control of Rivertown")));

      Map<String, PlaceStanding> standing = places(topology);
      assertThat(standing).containsOnlyKeys("geonames:1");
      assertThat(Objects.requireNonNull(standing.get("geonames:1")).getContests())
          .singleElement()
          .returns(ContestKind.CONTROL, Contest::getKind)
          .returns(true, Contest::getContested)
          .extracting(
              contest -> contest.getClaims().stream().map(StandingClaim::getClaimant).toList())
          .isEqualTo(List.of("Northern army", "Southern army"));

      add(topology, "z", NOON.plus(Duration.ofDays(40)), claim("c9", "It rains.", HILLFORD));
      topology.letPass(SMALL.sweepInterval());
      assertThat(places(topology)).containsEntry("geonames:1", null);
    }
  }

  private static Claim said(String id, String claimant, String content) {
    return SampleRecords.claim(id, claimant, content, RIVERTOWN);
  }

  private static void revise(
      TopologyUnderTest topology, String id, int revision, Instant time, Claim... claims) {
    Article article = SampleRecords.article(id, "Text " + revision + " of " + id, time);
    article.setRevision(revision);
    topology.input(Topics.ENRICHED).add(id, SampleRecords.enriched(article, claims));
  }

  private static Map<String, PlaceStanding> places(TopologyUnderTest topology) {
    Map<String, PlaceStanding> places = new HashMap<>();
    for (TestRecord<String, PlaceStanding> standing : topology.output(Topics.STANDING).rest()) {
      places.put(standing.key(), standing.value());
    }
    return places;
  }

  private TopologyUnderTest topology() {
    return TopologyUnderTest.of(new LedgerApp(SMALL), directory);
  }

  private static void add(TopologyUnderTest topology, String id, Instant time, Claim... claims) {
    EnrichedArticle enriched =
        SampleRecords.enriched(SampleRecords.article(id, "Text of " + id, time), claims);
    topology.input(Topics.ENRICHED).add(id, enriched);
  }

  private static Claim claim(String id, String content, PlaceReference place) {
    return SampleRecords.claim(id, "The council", content, place);
  }

  private static List<JudgedClaim> claims(TopologyUnderTest topology) {
    List<JudgedClaim> claims = new ArrayList<>();
    topology.output(Topics.CLAIMS).rest().forEach(judged -> claims.add(judged.value()));
    return claims;
  }

  /** What the metric counts over all tasks. */
  private static double evictions(TopologyUnderTest topology) {
    return topology.driver().metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("evictions-total"))
        .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
        .sum();
  }

  private static List<Verdict> verdicts(TopologyUnderTest topology) {
    return claims(topology).stream().map(JudgedClaim::getVerdict).toList();
  }

  /** What a compacted topic holds in the end. */
  private static Map<String, LedgerEntry> standing(TopologyUnderTest topology) {
    Map<String, LedgerEntry> standing = new HashMap<>();
    for (TestRecord<String, LedgerEntry> entry : topology.output(Topics.LEDGER).rest()) {
      if (entry.value() == null) {
        standing.remove(entry.key());
      } else {
        standing.put(entry.key(), entry.value());
      }
    }
    return standing;
  }

  private static void expectNothingMore(TopologyUnderTest topology) {
    topology.output(Topics.CLAIMS).expectNoMoreRecord();
    topology.output(Topics.LEDGER).expectNoMoreRecord();
    topology.output(Topics.STANDING).expectNoMoreRecord();
    topology.expectNoMoreDeadLetter();
  }
}
