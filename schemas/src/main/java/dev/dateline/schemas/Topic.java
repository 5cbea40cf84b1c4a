package dev.dateline.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the catalogue: its contract with everybody who reads or writes it.
 *
 * <p>Keys are UTF-8 strings. Immutable.
 *
 * @param name the topic's name, a contract that never changes
 * @param key what the key is, for people
 * @param value the record each value holds in Avro; null for a topic of original bytes or of JSON
 * @param partitions how many partitions it is created with
 * @param cleanup whether old records go by age or by key
 * @param retention how long records are kept; null for a compacted topic, which keeps the latest of
 *     each key
 * @param maxMessageBytes greatest batch the broker takes, in bytes after compression (the topic's
 *     {@code max.message.bytes}); a producer's {@code max.request.size}, which Kafka tests before
 *     compression, must reach as far
 * @param writer the room that writes it
 * @param purpose what one record means, in one sentence
 */
public record Topic<V extends SpecificRecord>(
    String name,
    String key,
    @Nullable Class<V> value,
    int partitions,
    Cleanup cleanup,
    @Nullable Duration retention,
    int maxMessageBytes,
    String writer,
    String purpose) {

  /** How a topic forgets. */
  public enum Cleanup {
    /** Records go when they are older than the retention. */
    DELETE,
    /** The latest record of each key stays; a null value removes its key. */
    COMPACT
  }

  /** Checks that the parts fit together. */
  public Topic {
    if (partitions < 1) {
      throw new IllegalArgumentException("topic " + name + ": partitions must be at least 1");
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException("topic " + name + ": maxMessageBytes must be at least 1");
    }
    if ((cleanup == Cleanup.DELETE) != (retention != null)) {
      throw new IllegalArgumentException(
          "topic " + name + ": a retention goes with cleanup DELETE, and only with it");
    }
  }

  /** Tells whether each value is one JSON object in UTF-8, as the name's ending promises. */
  public boolean isJson() {
    return name.endsWith(".json");
  }

  /**
   * Returns the topic's settings as brokers name them, sorted by name.
   *
   * <p>Records carry event time, and an archive's event times lie years back: retention therefore
   * counts from arrival ({@code LogAppendTime}), or old articles would be deleted as they come in.
   */
  public Map<String, String> configuration() {
    Map<String, String> configuration = new TreeMap<>();
    configuration.put("cleanup.policy", cleanup == Cleanup.COMPACT ? "compact" : "delete");
    configuration.put("max.message.bytes", Integer.toString(maxMessageBytes));
    configuration.put("message.timestamp.type", "LogAppendTime");
    if (retention != null) {
      configuration.put("retention.ms", Long.toString(retention.toMillis()));
    }
    return configuration;
  }
}
