package dev.dateline.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.dashboard.read.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ClaimFeedTest {

  private static final long ROOM = 1L << 20;

  private final ClaimFeed feed = new ClaimFeed(3, ROOM);

  @Test
  void claimsComeTheLatestFirstWhateverTheOrderTheyAreReadIn() {
    add(20, 1, 0);
    add(10, 0, 0);
    add(30, 0, 1);
    assertThat(keys(feed.latest(claim -> true, null, 9)))
        .containsExactly("30-0-1", "20-1-0", "10-0-0");
  }

  @Test
  void aPageGoesOnBehindTheOneBefore() {
    add(10, 0, 0);
    add(20, 0, 1);
    add(30, 0, 2);
    assertThat(keys(feed.latest(claim -> true, new ClaimKey(30, 0, 2), 1)))
        .containsExactly("20-0-1");
  }

  @Test
  void theOldestGoWhenThereAreTooMany() {
    for (int i = 0; i < 5; i++) {
      add(i, 0, i);
    }
    assertThat(keys(feed.latest(claim -> true, null, 9)))
        .containsExactly("4-0-4", "3-0-3", "2-0-2");
    assertThat(feed.find("claim-0-1")).isEmpty();
    assertThat(feed.find("claim-0-4")).isPresent();
  }

  @Test
  void theOldestGoWhenTheyTakeTooMuchRoom() {
    ClaimFeed small = new ClaimFeed(1_000, 20_000);
    for (int i = 0; i < 100; i++) {
      small.add(claim(i, 0, i, "x".repeat(1_000)));
    }
    assertThat(small.bytes()).isLessThanOrEqualTo(20_000);
    assertThat(small.size()).isBetween(1, 20);
  }

  @Test
  void theSameRecordReadTwiceIsThereOnce() {
    add(10, 0, 0);
    add(10, 0, 0);
    assertThat(feed.size()).isEqualTo(1);
  }

  @Test
  void whoComesBackGetsWhatCameMeanwhileAndNothingTwice() {
    add(10, 0, 7);
    add(20, 1, 3);
    FeedPosition position = feed.position();
    add(30, 1, 4);
    assertThat(keys(feed.since(position).orElseThrow())).containsExactly("30-1-4");
  }

  @Test
  void aPositionMeansTheSameToAnotherFeedOfTheTopic() {
    add(10, 0, 7);
    FeedPosition position = FeedPosition.parse(feed.position().toString()).orElseThrow();
    ClaimFeed restarted = new ClaimFeed(9, ROOM);
    restarted.startsAt(0, 5);
    restarted.startsAt(1, 0);
    restarted.add(claim(10, 0, 7, ""));
    restarted.add(claim(40, 1, 0, ""));
    assertThat(keys(restarted.since(position).orElseThrow())).containsExactly("40-1-0");
  }

  @Test
  void whoseClaimsAreForgottenMustBeginAnew() {
    add(1, 0, 1);
    FeedPosition position = feed.position();
    for (int i = 2; i < 6; i++) {
      add(i, 0, i);
    }
    assertThat(feed.since(position)).isEmpty();
  }

  @Test
  void aPositionAheadOfTheTopicOrFromElsewhereMustBeginAnew() {
    add(1, 0, 1);
    assertThat(feed.since(new FeedPosition(Map.of(0, 99L)))).isEmpty();
    assertThat(feed.since(FeedPosition.FOREIGN)).isEmpty();
  }

  @Test
  void anythingButAPositionIsNone() {
    for (String text :
        List.of("x", "0", "0:", "0:1;1:2", "-1:5", "0:1,", "0:99999999999999999999")) {
      assertThat(FeedPosition.parse(text)).as(text).isEmpty();
    }
    assertThat(FeedPosition.parse("3:4,0:1")).hasToString("Optional[0:1,3:4]");
  }

  @Test
  void aClaimThatIsTakenBackIsKnownAsLongAsItIsHeld() {
    feed.add(claim(1, 0, 1, ""));
    feed.add(retraction(2, 0, 2, "claim-0-1"));
    assertThat(feed.isRetracted("claim-0-1")).isTrue();
    for (int i = 3; i < 7; i++) {
      add(i, 0, i);
    }
    assertThat(feed.isRetracted("claim-0-1")).isFalse();
  }

  @Test
  void aFilterTakesEveryPartThatIsGiven() {
    FeedClaim claim = claim(1, 0, 1, "Forces HOLD the town");
    assertThat(filter(null, "port", null, "forces town")).accepts(claim);
    assertThat(filter(null, "ua", "maliar", null)).accepts(claim);
    assertThat(filter(null, "geonames:1", null, null)).accepts(claim);
    assertThat(filter("Herald", null, null, null)).accepts(claim);
    assertThat(filter(null, null, null, "forces village")).rejects(claim);
    assertThat(filter(null, "Kyiv", null, null)).rejects(claim);
    assertThat(filter("Tribune", null, "maliar", null)).rejects(claim);
    assertThat(filter(" ", "", null, null)).isEqualTo(ClaimFilter.ALL);
  }

  private static ClaimFilter filter(
      @Nullable String source,
      @Nullable String place,
      @Nullable String claimant,
      @Nullable String text) {
    return new ClaimFilter(Set.of(), place, claimant, source, text, null, null);
  }

  private void add(long arrived, int partition, long offset) {
    feed.add(claim(arrived, partition, offset, ""));
  }

  private static List<String> keys(List<FeedClaim> claims) {
    List<String> keys = new ArrayList<>();
    claims.forEach(claim -> keys.add(claim.key().toString()));
    return keys;
  }

  private static FeedClaim claim(long arrived, int partition, long offset, String content) {
    return claim(arrived, partition, offset, content, List.of());
  }

  private static FeedClaim retraction(long arrived, int partition, long offset, String of) {
    return claim(arrived, partition, offset, "", List.of(of));
  }

  private static FeedClaim claim(
      long arrived, int partition, long offset, String content, List<String> retracts) {
    ClaimKey key = new ClaimKey(arrived, partition, offset);
    Instant time = Instant.ofEpochMilli(arrived);
    ClaimCard card =
        new ClaimCard(
            key.toString(),
            "claim-" + partition + "-" + offset,
            "NEW",
            "p",
            "geonames:1",
            "Port Ilmar",
            "Hanna Maliar",
            null,
            null,
            false,
            null,
            content,
            "AFFIRMED",
            "CERTAIN",
            "INDIRECT",
            new PlaceCard("geonames:1", "Port Ilmar", "UA", null, 47, 37, "SETTLEMENT"),
            null,
            null,
            List.of(),
            time,
            new ArticleCard("a", 1, "Headline", null, "The Herald", null, time, time, false),
            null,
            null,
            1,
            1,
            0,
            null,
            retracts);
    return FeedClaim.of(key, card, new Position("news.claims", partition, offset));
  }
}
