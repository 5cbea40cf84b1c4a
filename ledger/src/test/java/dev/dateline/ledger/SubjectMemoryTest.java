package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.DifferenceKind;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.PropositionStatus;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SubjectMemoryTest {

  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");
  private static final LedgerSettings SETTINGS =
      new LedgerSettings(Duration.ofDays(30), 10, 8, 1_000, Duration.ofSeconds(10));
  private static final Judge JUDGE = new Judge(ClaimMatcher.load(), SETTINGS);
  private static final String TAKEN = "its forces had taken full control of the town";

  private final SubjectMemory memory = JUDGE.remember("named:rivertown", List.of());

  @Test
  void copyOnAnotherOutletIsRepeatedAndCountedAsACopy() {
    add(claim("c1", 0, "Northern army", TAKEN));
    JudgedClaim copy = add(claim("c2", 60, "Northern army", TAKEN));

    assertThat(copy.getVerdict()).isEqualTo(Verdict.REPEATED);
    assertThat(copy.getCopies()).isEqualTo(1);
    assertThat(copy.getIndependentClaimants()).isEqualTo(1);
    assertThat(copy.getNearest().getClaimId()).isEqualTo("c1");
  }

  @Test
  void anotherClaimantInItsOwnWordsCorroborates() {
    add(claim("c1", 0, "Northern army", TAKEN));
    JudgedClaim other =
        add(
            claim(
                "c2",
                60,
                "Observer Group",
                "the whole town was in the hands of the northern forces"));

    assertThat(other.getVerdict()).isEqualTo(Verdict.CORROBORATED);
    assertThat(other.getIndependentClaimants()).isEqualTo(2);
    assertThat(other.getDifferences())
        .extracting(difference -> difference.getKind())
        .contains(DifferenceKind.CLAIMANT);
  }

  @Test
  void claimThatComesLateToAFullPropositionIsJudgedThoughItIsNotListed() {
    List<IncomingClaim> claims = new ArrayList<>();
    List<String> wordings =
        List.of(
            TAKEN, "the whole town was in the hands of the northern forces", TAKEN + " at dawn");
    for (int i = 0; i < 40; i++) {
      claims.add(claim("c" + i, 60L * i, "Speaker " + (i % 5), wordings.get(i % wordings.size())));
    }
    Collections.shuffle(claims, new Random(7));

    assertThat(claims)
        .allSatisfy(claim -> assertThat(add(claim).getVerdict()).isNotEqualTo(Verdict.UNKNOWN));
    assertThat(memory.entries())
        .allSatisfy(entry -> assertThat(entry.getClaims()).hasSizeLessThanOrEqualTo(8));
  }

  @Test
  void ofArticlesDatedByTheSameDayTheOneFetchedFirstIsTheEarlier() {
    IncomingClaim first = fetched(claim("z1", 0, "Northern army", TAKEN), 3600);
    IncomingClaim second = fetched(claim("a2", 0, "Southern army", TAKEN), 7200);

    assertThat(add(second).getVerdict()).isEqualTo(Verdict.NEW);
    add(first);
    assertThat(memory.entries())
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.getClaims())
                    .extracting(claim -> claim.getClaimId())
                    .containsExactly("z1", "a2"));
  }

  @Test
  void oneMoreClaimIsOneMoreRowHoweverManyItsPropositionHas() {
    for (int i = 0; i < 6; i++) {
      add(claim("c" + i, 60L * i, "Northern army", TAKEN));
    }

    assertThat(memory.add(claim("c6", 600, "Northern army", TAKEN), NOON).states()).hasSize(1);
  }

  @Test
  void officialsThatNobodyTellsApartCorroborateNothing() {
    add(claim("c1", 0, "Northern army", TAKEN));
    Claim unnamed = SampleRecords.claim("c2", "local officials", TAKEN + " at dawn");
    unnamed.getClaimant().setName(null);

    assertThat(add(incoming(unnamed, 60)).getVerdict()).isEqualTo(Verdict.REPEATED);
  }

  @Test
  void denialDisputesItsClaimantsTakingBackRetracts() {
    add(claim("c1", 0, "Northern army", TAKEN));
    JudgedClaim denial = add(denied("c2", 60, "Southern army", TAKEN));
    JudgedClaim takenBack = add(denied("c3", 120, "Northern army", TAKEN));

    assertThat(denial.getVerdict()).isEqualTo(Verdict.DISPUTED);
    assertThat(denial.getDenials()).isEqualTo(1);
    assertThat(takenBack.getVerdict()).isEqualTo(Verdict.RETRACTED);
    assertThat(takenBack.getRetracts()).containsExactly("c1");
    assertThat(standing(memory).values())
        .singleElement()
        .returns(PropositionStatus.RETRACTED, LedgerEntry::getStatus);
  }

  @Test
  void claimantThatSaysTheOppositeInOtherWordsHasChangedItsAccountAndRetractsNothing() {
    add(claim("c1", 0, "Northern army", TAKEN));
    JudgedClaim opposite =
        add(denied("c2", 86_400, "Northern army", "that the town was under its full control"));

    assertThat(opposite.getVerdict()).isEqualTo(Verdict.UPDATED);
    assertThat(opposite.getNearest().getClaimId()).isEqualTo("c1");
    assertThat(opposite.getRetracts()).isEmpty();
  }

  @Test
  void claimsOfOneArticleThatAreOnlyAlikeStandSideBySide() {
    Claim first = SampleRecords.claim("c1", "Northern army", TAKEN);
    Claim second =
        SampleRecords.claim("c2", "Observer Group", "its forces had left the town hall at night");
    memory.add(inOneArticle(first), NOON);

    assertThat(memory.add(inOneArticle(second), NOON).claim())
        .isNotNull()
        .returns(Verdict.NEW, JudgedClaim::getVerdict);
  }

  @Test
  void correctionOfAnOutletRetractsWhatItCarried() {
    add(claim("c1", 0, "Northern army", TAKEN));
    SubjectClaim correction = claim("c2", 60, "we", TAKEN).claim();
    correction.setCorrection(true);

    JudgedClaim judged = add(IncomingClaim.of(correction, NOON.plusSeconds(60)));

    assertThat(judged.getVerdict()).isEqualTo(Verdict.RETRACTED);
    assertThat(judged.getRetracts()).containsExactly("c1");
  }

  @Test
  void withdrawalOfWhatIsCorrectedAlreadyNamesItAndTakesNothingBackTwice() {
    add(claim("c1", 0, "Northern army", TAKEN));
    SubjectClaim correction = claim("c2", 60, "we", TAKEN).claim();
    correction.setCorrection(true);
    add(IncomingClaim.of(correction, NOON.plusSeconds(60)));
    JudgedClaim withdrawal = add(denied("c3", 120, "Northern army", TAKEN));

    assertThat(withdrawal.getVerdict()).isEqualTo(Verdict.RETRACTED);
    assertThat(withdrawal.getNearest().getClaimId()).isEqualTo("c1");
    assertThat(withdrawal.getRetracts()).isEmpty();
  }

  @Test
  void laterCountUpdatesAndTheEarlierIsSuperseded() {
    add(claim("c1", 0, "Ada Ferreira", "Four civilians have been killed by shelling since Monday"));
    JudgedClaim later =
        add(
            claim(
                "c2",
                86_400,
                "Ada Ferreira",
                "The number of civilians killed by shelling has risen to seven"));

    assertThat(later.getVerdict()).isEqualTo(Verdict.UPDATED);
    assertThat(later.getDifferences())
        .anySatisfy(
            difference -> assertThat(difference.getKind()).isEqualTo(DifferenceKind.QUANTITY));
    assertThat(standing(memory).values())
        .extracting(LedgerEntry::getStatus)
        .contains(PropositionStatus.SUPERSEDED);
  }

  @Test
  void futureDateIsClampedToWhenTheArticleWasFetched() {
    Claim claim = SampleRecords.claim("c1", "Northern army", TAKEN);
    Article article = SampleRecords.article("a", "Text.", NOON);
    article.setEventTime(NOON.plus(Duration.ofDays(400)));
    SubjectClaim subjectClaim = incoming(claim, 0).claim();
    subjectClaim.setArticle(ArticleReferences.of(article));

    assertThat(IncomingClaim.of(subjectClaim, Instant.MAX).eventTime())
        .isEqualTo(article.getFetched());
  }

  @Test
  void orderOfArrivalChangesNothingInTheStanding() {
    List<IncomingClaim> claims = new ArrayList<>(story());
    String expected = standingAfter(claims);

    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      Collections.shuffle(claims, random);
      assertThat(standingAfter(claims)).as("seed %d, round %d", seed, round).isEqualTo(expected);
    }
  }

  @Test
  void memoryReadFromItsStatesIsTheSame() {
    List<IncomingClaim> claims = story();
    Map<String, PropositionState> states = new TreeMap<>();
    SubjectMemory first = JUDGE.remember("named:rivertown", List.of());
    for (IncomingClaim claim : claims.subList(0, 7)) {
      keep(states, first.add(claim, claim.eventTime()));
    }
    SubjectMemory second = JUDGE.remember("named:rivertown", List.copyOf(states.values()));
    for (IncomingClaim claim : claims.subList(7, claims.size())) {
      keep(states, second.add(claim, claim.eventTime()));
    }

    Map<String, PropositionState> uninterrupted = new TreeMap<>();
    SubjectMemory only = JUDGE.remember("named:rivertown", List.of());
    claims.forEach(claim -> keep(uninterrupted, only.add(claim, claim.eventTime())));
    assertThat(states.toString()).isEqualTo(uninterrupted.toString());
  }

  private static void keep(Map<String, PropositionState> states, LedgerChange change) {
    change
        .states()
        .forEach(
            (id, state) -> {
              if (state == null) {
                states.remove(id);
              } else {
                states.put(id, state);
              }
            });
  }

  private static String standingAfter(List<IncomingClaim> claims) {
    SubjectMemory memory = JUDGE.remember("named:rivertown", List.of());
    Map<String, LedgerEntry> entries = new TreeMap<>();
    Map<String, Object> places = new TreeMap<>();
    for (IncomingClaim claim : claims) {
      LedgerChange change = memory.add(claim, NOON.plus(Duration.ofDays(2)));
      change
          .entries()
          .forEach(
              (id, entry) -> {
                if (entry == null) {
                  entries.remove(id);
                } else {
                  entries.put(id, entry);
                }
              });
      change.places().forEach((id, place) -> places.put(id, place == null ? "gone" : place));
    }
    return entries + "\n" + places;
  }

  private static List<IncomingClaim> story() {
    return List.of(
        claim("c01", 0, "Northern army", TAKEN),
        claim("c02", 60, "Northern army", "Southern units had abandoned the grain elevator"),
        denied("c03", 120, "Southern army", "that the town had fallen to northern troops"),
        claim("c04", 180, "Northern army", TAKEN),
        claim("c05", 240, "Ada Ferreira", "Four civilians have been killed by shelling"),
        claim("c06", 300, "Observer Group", "the whole town was in the hands of northern forces"),
        claim("c07", 90_000, "Ada Ferreira", "The number of civilians killed has risen to seven"),
        denied("c08", 90_060, "Northern army", "that any civilian had been killed by its fire"),
        claim("c09", 90_120, "Northern army", "More than 400 southern soldiers were killed"),
        claim("c10", 90_180, "Southern army", "it lost 37 soldiers in the battle for the town"),
        denied(
            "c11", 90_240, "Observer Group", "the whole town was in the hands of northern forces"),
        claim("c12", 90_300, "Ben Okafor", "Eleven civilians have been killed by shelling"));
  }

  private JudgedClaim add(IncomingClaim claim) {
    return Objects.requireNonNull(memory.add(claim, claim.eventTime()).claim());
  }

  private static Map<String, LedgerEntry> standing(SubjectMemory memory) {
    Map<String, LedgerEntry> entries = new TreeMap<>();
    memory.entries().forEach(entry -> entries.put(entry.getPropositionId(), entry));
    return entries;
  }

  private static IncomingClaim claim(String id, long seconds, String claimant, String content) {
    return incoming(SampleRecords.claim(id, claimant, content), seconds);
  }

  private static IncomingClaim fetched(IncomingClaim claim, long seconds) {
    claim.claim().getArticle().setFetched(NOON.plusSeconds(seconds));
    return claim;
  }

  private static IncomingClaim denied(String id, long seconds, String claimant, String content) {
    return incoming(SampleRecords.denied(SampleRecords.claim(id, claimant, content)), seconds);
  }

  private static IncomingClaim inOneArticle(Claim claim) {
    SubjectClaim made = incoming(claim, 0).claim();
    made.setArticle(ArticleReferences.of(SampleRecords.article("one-article", "Text.", NOON)));
    return IncomingClaim.of(made, NOON);
  }

  private static IncomingClaim incoming(Claim claim, long seconds) {
    Instant time = NOON.plusSeconds(seconds);
    return IncomingClaim.of(
        SubjectClaim.newBuilder()
            .setSubject(new Subject("geonames:1", SubjectKind.PLACE, "Rivertown"))
            .setArticle(
                ArticleReferences.of(
                    SampleRecords.article("article-of-" + claim.getId(), "Text.", time)))
            .setClaim(claim)
            .setPlace(SampleRecords.town("geonames:1", "Rivertown"))
            .build(),
        time);
  }
}
