package dev.dateline.app.kafka;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads a topic from its first record to its present end, committed records only. */
public final class CompactedTopic {

  private static final Duration POLL = Duration.ofMillis(200);

  private CompactedTopic() {}

  /** Gives every record's key and value to {@code reader}, null for a tombstone, in their order. */
  public static <V extends SpecificRecord> void read(
      Cluster cluster, Topic<V> topic, BiConsumer<String, @Nullable V> reader) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            cluster.properties(
                Map.of(
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      AvroSerde<V> serde = AvroSerde.of(topic);
      List<TopicPartition> partitions = new ArrayList<>();
      for (PartitionInfo partition : consumer.partitionsFor(topic.name())) {
        partitions.add(new TopicPartition(topic.name(), partition.partition()));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          byte[] bytes = record.value();
          reader.accept(
              record.key(),
              bytes == null ? null : serde.deserializer().deserialize(topic.name(), bytes));
        }
      }
    }
  }
}
