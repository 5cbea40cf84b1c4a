package dev.dateline.dashboard.read;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * A topic that is read into a view.
 *
 * @param topic the topic's name
 * @param latest how many of the latest offsets of each partition are read at the start; {@link
 *     #ALL} for all of them
 * @param taker takes each record, on the reader's thread
 */
public record Subscription(String topic, long latest, Taker taker) {

  /** Reads a topic from its first record. */
  public static final long ALL = Long.MAX_VALUE;

  /** Takes records as they lie in the topic. */
  public interface Taker {
    /**
     * Takes one record.
     *
     * @throws SerializationException for one that cannot be read; it is counted and left out
     */
    void take(ConsumerRecord<byte[], byte[]> record);
  }

  /** Takes records of one kind. */
  public interface ValueTaker<V> {
    /**
     * Takes one record.
     *
     * @param key its key; empty when it has none
     * @param value its value; null for a tombstone
     * @param arrived when the broker took it
     */
    void take(Position position, String key, @Nullable V value, Instant arrived);
  }

  /** Returns the subscription of a topic of the catalogue. */
  public static <V extends SpecificRecord> Subscription of(
      Topic<V> topic, long latest, ValueTaker<V> taker) {
    Deserializer<V> deserializer = AvroSerde.of(topic).deserializer();
    return new Subscription(
        topic.name(),
        latest,
        record -> {
          byte[] key = record.key();
          byte[] value = record.value();
          taker.take(
              new Position(record.topic(), record.partition(), record.offset()),
              key == null ? "" : new String(key, StandardCharsets.UTF_8),
              value == null ? null : deserializer.deserialize(topic.name(), value),
              Instant.ofEpochMilli(record.timestamp()));
        });
  }
}
