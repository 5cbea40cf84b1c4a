package dev.dateline.ingest.publish;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.IngestCursor;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads what has been published so far from the cursor topic. Not thread-safe. */
final class CursorReader {

  private static final Duration POLL = Duration.ofMillis(500);

  private CursorReader() {}

  /**
   * Returns the standing of every article, by its id.
   *
   * @param consumer reads committed records only, with no group
   */
  static Map<String, Standing> readAll(Consumer<String, byte[]> consumer) {
    String topic = Topics.INGEST_CURSORS.name();
    requireTopic(consumer, Topics.ARTICLES.name());
    List<TopicPartition> partitions =
        requireTopic(consumer, topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Deserializer<IngestCursor> deserializer = AvroSerde.of(Topics.INGEST_CURSORS).deserializer();
    Map<String, Standing> standings = new HashMap<>();
    while (!reached(consumer, ends)) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (record.value() == null) {
          standings.remove(record.key());
        } else {
          standings.put(record.key(), Standing.of(deserializer.deserialize(topic, record.value())));
        }
      }
    }
    return standings;
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static List<PartitionInfo> requireTopic(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic);
    if (partitions == null || partitions.isEmpty()) {
      throw new IngestException(
          "publishing articles: there is no topic " + topic + ": run ./dateline topics create");
    }
    return partitions;
  }
}
