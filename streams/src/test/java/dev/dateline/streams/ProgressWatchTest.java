package dev.dateline.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressWatchTest {

  private static final TopicPartition PARTITION = new TopicPartition("news.articles", 0);

  private final SettableClock clock = new SettableClock();
  private final ProgressWatch watch = new ProgressWatch(clock, Duration.ofMinutes(2));

  @Test
  void stallsWhenRecordsWaitAndNothingIsCommittedForTooLong() {
    assertThat(watch.stalls(Map.of(PARTITION, 5L), 10)).isFalse();
    clock.advance(Duration.ofMinutes(1));
    assertThat(watch.stalls(Map.of(PARTITION, 5L), 10)).isFalse();
    clock.advance(Duration.ofMinutes(2));
    assertThat(watch.stalls(Map.of(PARTITION, 5L), 10)).isTrue();
  }

  @Test
  void doesNotStallWhileOffsetsMove() {
    for (long offset = 0; offset < 5; offset++) {
      clock.advance(Duration.ofMinutes(3));
      assertThat(watch.stalls(Map.of(PARTITION, offset), 10)).isFalse();
    }
  }

  @Test
  void doesNotStallWhenNothingWaits() {
    assertThat(watch.stalls(Map.of(PARTITION, 5L), 0)).isFalse();
    clock.advance(Duration.ofHours(3));
    assertThat(watch.stalls(Map.of(PARTITION, 5L), 0)).isFalse();
    assertThat(watch.stalls(Map.of(PARTITION, 5L), 1)).isFalse();
  }

  private static final class SettableClock extends Clock {

    private Instant now = Instant.parse("2024-01-01T00:00:00Z");

    void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
