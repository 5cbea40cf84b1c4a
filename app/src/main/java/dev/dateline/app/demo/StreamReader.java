package dev.dateline.app.demo;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Shows each article and each claim as it leaves its topic, and counts the rest.
 *
 * <p>Runs on a thread of its own from start to close, from the topics' ends at the start.
 */
final class StreamReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final List<Topic<?>> TOPICS =
      List.of(
          Topics.ENRICHED,
          Topics.CLAIMS,
          Topics.ENTITIES,
          Topics.PLACES,
          Topics.ALERTS,
          Topics.DEAD_LETTERS);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final AvroSerde<EnrichedArticle> articles = AvroSerde.of(Topics.ENRICHED);
  private final AvroSerde<JudgedClaim> claims = AvroSerde.of(Topics.CLAIMS);
  private final Newspaper newspaper;
  private final Counts counts = new Counts();
  private final CompletableFuture<Counts> end = new CompletableFuture<>();
  private volatile boolean finishing;
  private volatile boolean closing;

  private StreamReader(Cluster cluster, Newspaper newspaper) {
    this.newspaper = newspaper;
    this.consumer =
        new KafkaConsumer<>(
            cluster.readerProperties(Map.of()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** Starts behind the last record of every topic. */
  static StreamReader start(Cluster cluster, Newspaper newspaper) {
    StreamReader reader = new StreamReader(cluster, newspaper);
    for (Topic<?> topic : TOPICS) {
      for (PartitionInfo partition : reader.consumer.partitionsFor(topic.name())) {
        reader.partitions.add(new TopicPartition(topic.name(), partition.partition()));
      }
    }
    reader.consumer.assign(reader.partitions);
    reader.consumer.seekToEnd(reader.partitions);
    // Where "the end" is, is settled before the first article goes in.
    reader.partitions.forEach(reader.consumer::position);
    Thread thread = new Thread(reader::run, "reader");
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  /** Shows everything committed up to now and returns what was seen. */
  Counts finish() throws InterruptedException {
    finishing = true;
    try {
      return end.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : new KafkaException(e);
    }
  }

  @Override
  public void close() {
    closing = true;
    // The thread closes the consumer, which is its alone.
    end.handle((seen, fault) -> true).join();
  }

  private void run() {
    try (consumer) {
      Map<TopicPartition, Long> ends = new HashMap<>();
      while (!closing && !(finishing && reached(ends))) {
        if (finishing && ends.isEmpty()) {
          ends.putAll(consumer.endOffsets(partitions));
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          take(record);
        }
        newspaper.flush();
      }
      end.complete(counts);
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return !ends.isEmpty()
        && ends.entrySet().stream()
            .allMatch(entry -> consumer.position(entry.getKey()) >= entry.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    counts.saw(record.topic());
    if (record.topic().equals(Topics.ENRICHED.name())) {
      newspaper.article(articles.deserializer().deserialize(record.topic(), record.value()));
    } else if (record.topic().equals(Topics.CLAIMS.name())) {
      JudgedClaim claim = claims.deserializer().deserialize(record.topic(), record.value());
      counts.judged(claim.getVerdict());
      newspaper.claim(claim);
    }
  }
}
