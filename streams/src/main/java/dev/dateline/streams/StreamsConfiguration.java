package dev.dateline.streams;

import dev.dateline.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The configuration Kafka Streams runs with. Where one setting comes from several places, the first
 * of these wins:
 *
 * <ol>
 *   <li>what Dateline rests on ({@link #fixed}): an override that says otherwise is refused;
 *   <li>{@link StreamsSettings#overrides()}, by Kafka's names;
 *   <li>the other components of {@link StreamsSettings};
 *   <li>the baseline of this class ({@link #baseline});
 *   <li>Kafka's defaults.
 * </ol>
 */
public final class StreamsConfiguration {

  private static final String ZSTD = "zstd";
  private static final int BATCH_BYTES = 128 * 1024;

  private StreamsConfiguration() {}

  /**
   * Returns the whole configuration of an application.
   *
   * @throws IllegalArgumentException if an override contradicts what Dateline rests on
   */
  public static Properties of(StreamsApplication application, StreamsSettings settings) {
    Map<String, Object> fixed = fixed(application, settings);
    Map<String, Object> merged = new LinkedHashMap<>(baseline());
    merged.putAll(named(application, settings));
    settings.overrides().forEach((name, value) -> override(merged, fixed, name, value));
    merged.putAll(fixed);
    Properties properties = new Properties();
    properties.putAll(merged);
    return properties;
  }

  /** What neither a setting nor an override may change. */
  private static Map<String, Object> fixed(
      StreamsApplication application, StreamsSettings settings) {
    Map<String, Object> fixed = new LinkedHashMap<>();
    fixed.put(StreamsConfig.APPLICATION_ID_CONFIG, application.applicationId());
    fixed.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    // Kafka's own default is the temporary directory, which a reboot empties.
    fixed.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
    fixed.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    fixed.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, "true");
    fixed.put(
        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, EventTimeExtractor.class.getName());
    fixed.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, WorkWrapper.class.getName());
    fixed.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        DeadLetterDeserializationHandler.class.getName());
    fixed.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        DeadLetterProcessingHandler.class.getName());
    fixed.put(
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
        DeadLetterProductionHandler.class.getName());
    return fixed;
  }

  /** The settings that people give by our names. */
  private static Map<String, Object> named(
      StreamsApplication application, StreamsSettings settings) {
    return Map.of(
        StreamsConfig.NUM_STREAM_THREADS_CONFIG,
        Integer.toString(application.threadsOf(settings.threads())),
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        Long.toString(settings.commitInterval().toMillis()));
  }

  /** What suits articles, where Kafka's defaults suit small records. */
  private static Map<String, Object> baseline() {
    Map<String, Object> baseline = new LinkedHashMap<>();
    // The streams protocol has 45 s sessions on the broker; with this, a killed process is missed
    // for about 11 s.
    baseline.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    baseline.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    baseline.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Articles reach 256 KiB and more; Kafka's 1,000 of them a partition would not fit the heap.
    baseline.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "50");
    baseline.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, "50");
    // All tasks of a thread share one transaction; ten seconds could be one hard article of each.
    baseline.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), "60000");
    baseline.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), ZSTD);
    // Kafka's own level, 3, takes longer over batches that are hardly smaller.
    baseline.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG), "1");
    // An enriched article fills several of Kafka's 16 KiB, and each would be a request of its own.
    baseline.put(
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
        Integer.toString(BATCH_BYTES));
    baseline.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Integer.toString(Topics.MAX_MESSAGE_BYTES));
    baseline.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        Integer.toString(Topics.MAX_MESSAGE_BYTES));
    // The brokers' own default decides, so that one broker and three both work.
    baseline.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "-1");
    baseline.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "0");
    baseline.put(
        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDbMemory.class.getName());
    return baseline;
  }

  private static void override(
      Map<String, Object> merged, Map<String, Object> fixed, String name, String value) {
    Object held = fixed.get(name);
    if (held != null && !held.equals(value)) {
      throw new IllegalArgumentException(
          "setting "
              + name
              + ": \""
              + value
              + "\" is not possible, Dateline needs \""
              + held
              + "\"; remove the setting");
    }
    merged.put(name, value);
  }
}
