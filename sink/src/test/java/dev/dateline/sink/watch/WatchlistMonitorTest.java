package dev.dateline.sink.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.Cue;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchlistMonitorTest {

  private static final JudgedClaim CLAIM = claim();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drone",
        "text:\"drones attacked\"",
        "text:attack*",
        "claimant:maliar",
        "claimant:\"Maliar Hanna\"",
        "claimant:defence",
        "role:\"deputy minister\"~1",
        "entity:\"Vladimir Putin\"",
        "entityId:\"person:putin-vladimir\"",
        "place:bakhmut",
        "place:\"Donetsk Oblast\"",
        "placeId:\"geonames:713174\"",
        "country:ua",
        "verdict:disputed AND polarity:AFFIRMED",
        "cue:SAY",
        "source:Outlet",
        "language:en AND type:claim",
        "within(48.5,38.1,20)",
        "within(48.5, 38.1, 2000) AND drone",
        "within(10,10,19000)",
        "drone -verdict:NEW",
        "*:* -verdict:NEW",
        "text:dr?nes OR nothing",
        "drnes~1",
        "(drone OR missile) AND (country:UA OR country:RU)"
      })
  void queryFindsTheClaim(String query) {
    assertThat(matching(query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "missile",
        "claimant:putin",
        "polarity:DENIED",
        "within(48.5,36,20)",
        "within(-48.5,38.1,200)",
        "within(10,10,100)",
        "type:article",
        "country:RU",
        "drone -country:UA",
        "entityId:putin"
      })
  void queryDoesNotFindTheClaim(String query) {
    assertThat(matching(query)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          colour:red                      | 1  | there is no field "colour"
          drone AND colour:red            | 11 | there is no field "colour"
          drone AND                       | 10 | ends too early
          (drone OR missile               | 18 | ends too early
          drone ) missile                 | 7  | ")" does not belong here
          within(48.5,38.1)               | 1  | within(48.6,38.0,50)
          drone AND within(98,38.1,20)    | 11 | within(48.6,38.0,50)
          within(48,38,20) AND within(1)  | 22 | within(48.6,38.0,50)
          within(48,38,20) AND ) x        | 22 | ")" does not belong here
          text:"drone                     | 6  | left open
          -drone                          | 1  | only excludes
          text:[a TO b]                   | 1  | no field has a range
          /dr.*/                          | 1  | regular expressions
          *rone                           | 1  | '*' or '?' not allowed as first character
          """)
  void faultyQueryIsRefusedAtItsPosition(String query, int column, String fault) {
    WatchQueryException refused =
        catchThrowableOfType(WatchQueryException.class, () -> WatchQueries.check(query));

    assertThat(refused).as(query).isNotNull();
    assertThat(refused.fault()).contains(fault);
    assertThat(refused.column()).as(refused.fault()).isEqualTo(column);
  }

  @Test
  void watchlistIsReplacedByOneOfTheSameNameAndGoneWhenRemoved() {
    try (WatchlistMonitor monitor = new WatchlistMonitor()) {
      monitor.putAll(List.of(watchlist("a", "drone"), watchlist("b", "missile")));
      assertThat(monitor.matching(CLAIM)).extracting(Watchlist::getName).containsExactly("a");

      monitor.putAll(List.of(watchlist("a", "missile"), watchlist("b", "drone")));
      assertThat(monitor.matching(CLAIM)).extracting(Watchlist::getName).containsExactly("b");

      monitor.remove("b");
      assertThat(monitor.matching(CLAIM)).isEmpty();
      assertThat(monitor.isEmpty()).isFalse();
    }
  }

  @Test
  void watchlistOfANewerDatelineIsLeftOutAndTheOthersStay() {
    try (WatchlistMonitor monitor = new WatchlistMonitor()) {
      monitor.putAll(List.of(watchlist("a", "drone"), watchlist("b", "sentiment:bad")));

      assertThat(monitor.matching(CLAIM)).extracting(Watchlist::getName).containsExactly("a");
    }
  }

  private static boolean matching(String query) {
    try (WatchlistMonitor monitor = new WatchlistMonitor()) {
      monitor.putAll(List.of(watchlist("it", query)));
      return !monitor.matching(CLAIM).isEmpty();
    }
  }

  private static Watchlist watchlist(String name, String query) {
    return Watchlist.newBuilder().setName(name).setQuery(query).setCreated(Instant.EPOCH).build();
  }

  private static JudgedClaim claim() {
    var town = SampleRecords.town("geonames:713174", "Bakhmut");
    town.setAdmin1("Donetsk Oblast");
    Claim claim = SampleRecords.claim("c", "Hanna Maliar", "that drones attacked the city", town);
    Claimant claimant = claim.getClaimant();
    claimant.setRole("deputy defence minister");
    claimant.setAffiliation("Ministry of Defence");
    claim.setEntityIds(List.of("person:putin-vladimir", "geonames:713174"));
    claim.setCue(
        Cue.newBuilder().setStart(0).setEnd(4).setText("said").setCueClass(CueClass.SAY).build());
    claim.setSentence(new Span(0, 10, "Maliar said that drones attacked the city."));
    return JudgedClaims.of(
        SampleRecords.article("a", "Text.", Instant.parse("2023-05-23T12:00:00Z")),
        claim,
        Verdict.DISPUTED);
  }
}
