package dev.dateline.app.kafka;

import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.ExitStatus;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic of the catalogue for a command: what is committed, through no consumer group. Used
 * by one thread.
 */
public final class RecordReader<V extends SpecificRecord> implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);

  private final KafkaConsumer<String, V> consumer;
  private final List<TopicPartition> partitions;

  /** Returns the latest value of each key of a compacted topic, the key last written last. */
  public static <V extends SpecificRecord> Map<String, V> latest(Cluster cluster, Topic<V> topic) {
    Map<String, V> latest = new LinkedHashMap<>();
    try (RecordReader<V> reader = new RecordReader<>(cluster, topic, Long.MAX_VALUE)) {
      reader.read(
          false,
          record -> {
            latest.remove(record.key());
            if (record.value() != null) {
              latest.put(record.key(), record.value());
            }
            return true;
          });
    }
    return latest;
  }

  /** Starts at the first record kept, or as many records of each partition before its end. */
  public RecordReader(Cluster cluster, Topic<V> topic, long mostOfAPartition) {
    consumer =
        new KafkaConsumer<>(
            cluster.readerProperties(Map.of(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false)),
            new StringDeserializer(),
            AvroSerde.of(topic).deserializer());
    partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(topic.name(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      consumer.close();
      throw new CommandFailure(
          ExitStatus.FAILURE,
          "reading topic " + topic.name() + ": not there: run `dateline topics create` first");
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    consumer
        .endOffsets(partitions)
        .forEach(
            (partition, end) ->
                consumer.seek(
                    partition,
                    Math.max(
                        first.getOrDefault(partition, 0L), end - Math.min(end, mostOfAPartition))));
  }

  /**
   * Shows each record to the visitor until it wants no more, or everything committed before the
   * call was shown.
   *
   * @param follow whether to go on with what comes later
   */
  public void read(boolean follow, Predicate<ConsumerRecord<String, V>> visitor) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    boolean wanted = true;
    while (wanted && (follow || !reached(ends))) {
      try {
        for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
          wanted = wanted && visitor.test(record);
        }
      } catch (RecordDeserializationException e) {
        // A record of a newer Dateline: the others are still of use.
        consumer.seek(e.topicPartition(), e.offset() + 1);
      }
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
