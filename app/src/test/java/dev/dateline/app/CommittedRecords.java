package dev.dateline.app;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads everything that is committed in a topic. */
final class CommittedRecords {

  private CommittedRecords() {}

  static <V extends SpecificRecord> List<V> of(String bootstrapServers, Topic<V> topic) {
    try (KafkaConsumer<String, V> consumer = consumer(bootstrapServers, topic)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<V> values = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
      return values;
    }
  }

  /** Returns how many committed offsets the topic has; transaction markers count too. */
  static <V extends SpecificRecord> long endOffsets(String bootstrapServers, Topic<V> topic) {
    try (KafkaConsumer<String, V> consumer = consumer(bootstrapServers, topic)) {
      return consumer.endOffsets(partitions(consumer, topic)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static <V extends SpecificRecord> KafkaConsumer<String, V> consumer(
      String bootstrapServers, Topic<V> topic) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            false),
        new StringDeserializer(),
        AvroSerde.of(topic).deserializer());
  }

  private static <V extends SpecificRecord> List<TopicPartition> partitions(
      KafkaConsumer<String, V> consumer, Topic<V> topic) {
    return consumer.partitionsFor(topic.name()).stream()
        .map(info -> new TopicPartition(topic.name(), info.partition()))
        .toList();
  }
}
