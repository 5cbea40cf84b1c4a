package dev.dateline.app;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads everything that is committed in a topic. */
final class CommittedRecords {

  private CommittedRecords() {}

  static <V extends SpecificRecord> List<V> of(String bootstrapServers, Topic<V> topic) {
    return read(bootstrapServers, topic, AvroSerde.of(topic).deserializer()).stream()
        .map(ConsumerRecord::value)
        .toList();
  }

  /** Returns the records as their values lie in the topic; in the order of each partition. */
  static List<ConsumerRecord<String, byte[]>> bytes(String bootstrapServers, Topic<?> topic) {
    return read(bootstrapServers, topic, new ByteArrayDeserializer());
  }

  private static <V> List<ConsumerRecord<String, V>> read(
      String bootstrapServers, Topic<?> topic, Deserializer<V> deserializer) {
    try (KafkaConsumer<String, V> consumer = consumer(bootstrapServers, deserializer)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, V>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  /** Returns how many committed offsets the topic has; transaction markers count too. */
  static long endOffsets(String bootstrapServers, Topic<?> topic) {
    try (KafkaConsumer<String, byte[]> consumer =
        consumer(bootstrapServers, new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions(consumer, topic)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static <V> KafkaConsumer<String, V> consumer(
      String bootstrapServers, Deserializer<V> deserializer) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false),
        new StringDeserializer(),
        deserializer);
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?> topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()))
        .toList();
  }
}
