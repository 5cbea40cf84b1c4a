package dev.dateline.ingest.publish;

import dev.dateline.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Makes the Kafka clients of ingest from the settings that all Kafka clients share.
 *
 * <p>What makes publishing exactly-once is fixed; everything else may be overridden.
 */
final class KafkaClients {

  private static final int WAIT_FOR_BROKER_MILLIS = 20_000;

  private KafkaClients() {}

  static Producer<String, byte[]> producer(Map<String, Object> shared, String transactionalId) {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "dateline-ingest");
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, WAIT_FOR_BROKER_MILLIS);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.ARTICLES.maxMessageBytes());
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  static Consumer<String, byte[]> cursorConsumer(Map<String, Object> shared) {
    Map<String, Object> properties = new HashMap<>(shared);
    properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "dateline-ingest-cursors");
    properties.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, WAIT_FOR_BROKER_MILLIS);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
