package dev.dateline.streams;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.JsonSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topic.Cleanup;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The serdes a topology reads and writes records with: Avro, refusing what is too large to send.
 *
 * <p>An oversized record that reached the producer would spoil the whole transaction, again after
 * every restart; refused here it becomes a dead letter. Thread-safe.
 */
public final class RecordSerdes {

  /** What a key and headers may take of a message, in bytes. */
  static final int KEY_AND_HEADER_BYTES = 64 * 1024;

  private final int maxRecordBytes;

  /**
   * Makes serdes that refuse to write a value longer than that many bytes, or than its topic takes.
   */
  public RecordSerdes(int maxRecordBytes) {
    this.maxRecordBytes = maxRecordBytes;
  }

  /** Returns the serde of keys: UTF-8 strings. */
  public Serde<String> key() {
    return Serdes.String();
  }

  /**
   * Returns the serde of a topic's values; it refuses to read a record without a value, except from
   * a compacted topic, where that is a tombstone.
   */
  public <V extends SpecificRecord> Serde<V> value(Topic<V> topic) {
    Serde<V> guarded = new SizeGuardedSerde<>(AvroSerde.of(topic), limit(topic));
    return topic.cleanup() == Cleanup.COMPACT ? guarded : new RequiredValueSerde<>(guarded);
  }

  /** Returns the serde of a record that is kept in a store or an internal topic. */
  public <V extends SpecificRecord> Serde<V> value(Class<V> type) {
    return new SizeGuardedSerde<>(AvroSerde.of(type), maxRecordBytes);
  }

  /** Returns how a source node of that name reads the topic. */
  public <V extends SpecificRecord> Consumed<String, V> consumed(Topic<V> topic, String node) {
    return Consumed.with(key(), value(topic)).withName(node);
  }

  /** Returns how a sink node of that name writes records to a topic of JSON. */
  public <V extends SpecificRecord> Produced<String, V> producedAsJson(
      Topic<?> topic, String node) {
    Serializer<V> json = JsonSerde.serializer(topic);
    Serde<V> writer =
        Serdes.serdeFrom(
            json,
            (name, bytes) -> {
              throw new SerializationException("reading from " + name + ": JSON is only written");
            });
    return Produced.with(key(), (Serde<V>) new SizeGuardedSerde<>(writer, limit(topic)))
        .withName(node);
  }

  private int limit(Topic<?> topic) {
    return Math.min(maxRecordBytes, topic.maxMessageBytes() - KEY_AND_HEADER_BYTES);
  }

  /** Returns how a sink node of that name writes the topic. */
  public <V extends SpecificRecord> Produced<String, V> produced(Topic<V> topic, String node) {
    return Produced.with(key(), value(topic)).withName(node);
  }
}
