package dev.dateline.streams;

import dev.dateline.schemas.EventTimes;
import java.time.Clock;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Gives a record the event time of its article, never one that lies in the future.
 *
 * <p>One future time would advance stream time, and honest records after it would count as late. A
 * record without event time keeps the time it was sent or stored at. Thread-safe.
 */
public final class EventTimeExtractor implements TimestampExtractor {

  private final Clock clock;

  /** Uses the system's clock; called by Kafka Streams. */
  public EventTimeExtractor() {
    this(Clock.systemUTC());
  }

  EventTimeExtractor(Clock clock) {
    this.clock = clock;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> message, long partitionTime) {
    long eventTime =
        EventTimes.of(message.value()).map(Instant::toEpochMilli).orElse(message.timestamp());
    return Math.max(0, Math.min(eventTime, clock.millis()));
  }
}
