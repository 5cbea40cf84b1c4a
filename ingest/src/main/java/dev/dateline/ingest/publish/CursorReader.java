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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Knows what has been published so far, from the cursor topic. Not thread-safe.
 *
 * <p>It can follow the topic for as long as one likes, to learn what other instances publish.
 */
public final class CursorReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(500);

  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Deserializer<IngestCursor> deserializer =
      AvroSerde.of(Topics.INGEST_CURSORS).deserializer();
  private final Map<String, Standing> standings = new HashMap<>();

  /**
   * Starts at the topic's beginning.
   *
   * @param consumer reads committed records only, with no group; closed with this reader
   */
  CursorReader(Consumer<String, byte[]> consumer) {
    this.consumer = consumer;
    KafkaClients.requireTopic(consumer, Topics.ARTICLES);
    this.partitions = KafkaClients.requireTopic(consumer, Topics.INGEST_CURSORS);
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /**
   * Opens one on a cluster.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   */
  public static CursorReader open(Map<String, Object> clientProperties) {
    Consumer<String, byte[]> consumer = KafkaClients.committedConsumer(clientProperties, "cursors");
    try {
      return new CursorReader(consumer);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  /** Returns the standing of every article read so far, by its id; who publishes writes to it. */
  Map<String, Standing> standings() {
    return standings;
  }

  /** Reads all that is committed by now. */
  public void catchUp() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (!KafkaClients.reached(consumer, ends)) {
      read(POLL);
    }
  }

  /** Reads what has arrived, without waiting. */
  public void follow() {
    read(Duration.ZERO);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private void read(Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      if (record.value() == null) {
        standings.remove(record.key());
      } else {
        Standing read = Standing.of(deserializer.deserialize(record.topic(), record.value()));
        // One's own records come back here, maybe when a later revision has been published.
        standings.merge(
            record.key(),
            read,
            (known, other) -> known.revision() > other.revision() ? known : other);
      }
    }
  }
}
