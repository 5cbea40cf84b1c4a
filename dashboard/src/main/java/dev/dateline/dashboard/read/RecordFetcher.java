package dev.dateline.dashboard.read;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records by where they lie, so that views need to keep no more than that.
 *
 * <p>Thread-safe: one at a time.
 */
public final class RecordFetcher implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Connects to the cluster. */
  public RecordFetcher(Map<String, Object> clientProperties) {
    this.consumer = TopicReader.consumer(clientProperties);
  }

  /**
   * Returns the record's value; empty when it is no longer there, when it is a tombstone, or when
   * the broker does not give it within some seconds.
   */
  public <V extends SpecificRecord> Optional<V> value(Topic<V> topic, @Nullable Position position) {
    if (position == null) {
      return Optional.empty();
    }
    return first(position)
        .filter(record -> record.offset() == position.offset())
        .map(ConsumerRecord::value)
        .map(bytes -> AvroSerde.of(topic).deserializer().deserialize(topic.name(), bytes));
  }

  /** Returns the first record that lies there or behind; empty when there is none yet. */
  public synchronized Optional<ConsumerRecord<byte[], byte[]>> first(Position position) {
    TopicPartition partition = new TopicPartition(position.topic(), position.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, position.offset());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    while (consumer.position(partition) < end && System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
