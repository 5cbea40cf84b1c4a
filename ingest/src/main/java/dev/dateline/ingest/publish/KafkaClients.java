package dev.dateline.ingest.publish;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Kafka clients of ingest from the settings that all Kafka clients share.
 *
 * <p>What makes publishing exactly-once is fixed; everything else may be overridden.
 */
public final class KafkaClients {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int SESSION_MILLIS = 10_000;
  private static final int WAIT_FOR_BROKER_MILLIS = 20_000;

  /**
   * Bytes that a producer sends in one batch at most, as a rule. The usual 16 KiB hold a few
   * articles, and each batch costs a compressor of its own, a place in a request and a check by the
   * broker.
   */
  private static final int BATCH_BYTES = 256 * 1024;

  private KafkaClients() {}

  static Producer<String, byte[]> producer(Map<String, Object> shared, String transactionalId) {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "dateline-ingest");
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    // Kafka's own level, 3, takes longer over batches that are hardly smaller.
    properties.putIfAbsent(ProducerConfig.COMPRESSION_ZSTD_LEVEL_CONFIG, 1);
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    // The first records of a transaction wait for the end of the one before: to ask again after
    // the usual 100 ms would cost more than that takes.
    properties.putIfAbsent(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_FOR_BROKER_MILLIS);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.ARTICLES.maxMessageBytes());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Returns a consumer of committed records, of no group.
   *
   * @param what what it reads, for the client id
   */
  public static Consumer<String, byte[]> committedConsumer(
      Map<String, Object> shared, String what) {
    Map<String, Object> properties = committed(shared);
    properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "dateline-ingest-" + what);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Returns a consumer of committed records that shares its topics with the others of its group.
   *
   * <p>It keeps no offsets: what it is given it reads from the beginning.
   */
  public static Consumer<String, byte[]> groupConsumer(Map<String, Object> shared, String group) {
    Map<String, Object> properties = committed(shared);
    properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, group);
    properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static Map<String, Object> committed(Map<String, Object> shared) {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, WAIT_FOR_BROKER_MILLIS);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return properties;
  }

  /** Returns the partitions of a topic of the catalogue. */
  public static List<TopicPartition> requireTopic(Consumer<?, ?> consumer, Topic<?> topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
    if (partitions == null || partitions.isEmpty()) {
      throw new IngestException(
          "publishing articles: there is no topic "
              + topic.name()
              + ": run ./dateline topics create");
    }
    return partitions.stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()))
        .toList();
  }

  /** Shows what is committed by now in these partitions, from their beginning. */
  public static <K, V> void readAll(
      Consumer<K, V> consumer,
      List<TopicPartition> partitions,
      java.util.function.Consumer<ConsumerRecord<K, V>> visitor) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!reached(consumer, ends)) {
      consumer.poll(POLL).forEach(visitor);
    }
  }

  /** Tells whether the consumer has read up to these offsets. */
  static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  static @Nullable String innermostMessage(Throwable e) {
    Throwable innermost = e;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage();
  }
}
