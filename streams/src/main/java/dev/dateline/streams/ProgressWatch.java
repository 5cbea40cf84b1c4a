package dev.dateline.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Notices that records wait while no offset is committed.
 *
 * <p>A transaction that times out again and again raises no exception; only this shows it.
 * Thread-safe.
 */
final class ProgressWatch {

  private final Clock clock;
  private final Duration stallAfter;
  private Map<TopicPartition, Long> lastCommitted = Map.of();
  private Instant lastMoved;

  ProgressWatch(Clock clock, Duration stallAfter) {
    this.clock = clock;
    this.stallAfter = stallAfter;
    this.lastMoved = clock.instant();
  }

  /**
   * Returns whether the application stalls, given what it shows now.
   *
   * @param committed the committed offset of each partition
   * @param lag records that wait
   */
  synchronized boolean stalls(Map<TopicPartition, Long> committed, long lag) {
    Instant now = clock.instant();
    if (lag == 0 || !committed.equals(lastCommitted)) {
      lastCommitted = Map.copyOf(committed);
      lastMoved = now;
      return false;
    }
    return Duration.between(lastMoved, now).compareTo(stallAfter) > 0;
  }
}
