package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.schemas.avro.FeedFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Draws the least, always. */
  private static final RandomGenerator LEAST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return Long.MIN_VALUE;
        }

        @Override
        public double nextDouble() {
          return 0;
        }
      };

  private final Schedule schedule = new Schedule(PollSettings.defaults(), LEAST);

  @Test
  void aFeedIsAskedTwiceForEachItemItIsExpectedToHave() {
    assertThat(afterAnswer(24, Duration.ZERO)).isEqualTo(Duration.ofMinutes(30));
    assertThat(afterAnswer(6, Duration.ZERO)).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void theBoundsOfTheSettingsHoldForTheBusiestAndTheQuietest() {
    assertThat(afterAnswer(5_000, Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
    assertThat(afterAnswer(0, Duration.ZERO)).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void whatTheServerSaysIsHonouredUpToTheLongestInterval() {
    assertThat(afterAnswer(240, Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    assertThat(afterAnswer(240, Duration.ofDays(30))).isEqualTo(Duration.ofHours(4));
    assertThat(afterAnswer(24, Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aRandomPartOfAtMostATenthKeepsFeedsFromFallingIntoStep() {
    Schedule random = new Schedule(PollSettings.defaults(), new java.util.Random(7));
    List<Duration> intervals =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> Duration.between(NOW, random.afterAnswer(24, Duration.ZERO, NOW)))
            .toList();
    assertThat(intervals)
        .allSatisfy(
            interval ->
                assertThat(interval).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33)));
    assertThat(intervals.stream().distinct().count()).isGreaterThan(40);
  }

  @Test
  void waitingDoublesWithEachFailureByItsKindUpToACap() {
    assertThat(afterFailure(FeedFailure.TRANSIENT, 3)).isEqualTo(Duration.ofMinutes(5));
    assertThat(afterFailure(FeedFailure.TRANSIENT, 4)).isEqualTo(Duration.ofMinutes(8));
    assertThat(afterFailure(FeedFailure.TRANSIENT, 100)).isEqualTo(Duration.ofHours(3));
    assertThat(afterFailure(FeedFailure.REFUSED, 1)).isEqualTo(Duration.ofHours(3));
    assertThat(afterFailure(FeedFailure.REFUSED, 2)).isEqualTo(Duration.ofHours(6));
    assertThat(afterFailure(FeedFailure.MISSING, 1)).isEqualTo(Duration.ofMinutes(30));
    assertThat(afterFailure(FeedFailure.UNREADABLE, 1)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aFeedThatIsGoneIsGivenUp() {
    assertThat(schedule.afterFailure(FeedFailure.GONE, 1, Optional.empty(), NOW)).isEmpty();
  }

  @Test
  void retryAfterIsHonouredUpToADay() {
    assertThat(
            schedule.afterFailure(
                FeedFailure.THROTTLED, 1, Optional.of(Duration.ofMinutes(7)), NOW))
        .contains(NOW.plus(Duration.ofMinutes(7)));
    assertThat(
            schedule.afterFailure(FeedFailure.THROTTLED, 9, Optional.of(Duration.ofDays(90)), NOW))
        .contains(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void theFirstLookExpectsWhatTheDatesOfTheItemsShow() {
    List<Instant> hourly =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(hours -> NOW.minus(Duration.ofHours(hours)))
            .toList();
    assertThat(Schedule.itemsPerDay(null, 20, null, hourly, NOW)).isCloseTo(25, within(1.0));
    List<Instant> old = List.of(NOW.minus(Duration.ofDays(400)), NOW.minus(Duration.ofDays(3)));
    assertThat(Schedule.itemsPerDay(null, 2, null, old, NOW)).isCloseTo(1 / 7.0, within(0.001));
    assertThat(Schedule.itemsPerDay(null, 2, null, List.of(), NOW)).isEqualTo(24);
  }

  @Test
  void expectationFollowsWhatComesWithinAboutADay() {
    double pace = 48;
    for (int hour = 1; hour <= 24; hour++) {
      Instant then = NOW.plus(Duration.ofHours(hour));
      pace = Schedule.itemsPerDay(pace, 0, then.minus(Duration.ofHours(1)), List.of(), then);
    }
    assertThat(pace).isCloseTo(48 / Math.E, within(0.1));
    for (int hour = 25; hour <= 120; hour++) {
      Instant then = NOW.plus(Duration.ofHours(hour));
      pace = Schedule.itemsPerDay(pace, 1, then.minus(Duration.ofHours(1)), List.of(), then);
    }
    assertThat(pace).isCloseTo(24, within(0.5));
  }

  private Duration afterAnswer(double itemsPerDay, Duration stated) {
    return Duration.between(NOW, schedule.afterAnswer(itemsPerDay, stated, NOW));
  }

  private Duration afterFailure(FeedFailure kind, int failures) {
    return Duration.between(
        NOW, schedule.afterFailure(kind, failures, Optional.empty(), NOW).orElseThrow());
  }
}
