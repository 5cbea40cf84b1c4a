package dev.dateline.dashboard.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads topics into views from a thread of its own, committed records only, from start to close.
 *
 * <p>Is in no consumer group: every dashboard reads everything. A broker that is away is waited
 * for; its records come when it is back. Thread-safe.
 */
public final class TopicReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int FETCH_BYTES = 4 * 1024 * 1024;
  private static final int PARTITION_FETCH_BYTES = 512 * 1024;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Subscription> subscriptions = new HashMap<>();
  private final Runnable afterBatch;
  private final CompletableFuture<@Nullable Void> caughtUp = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final AtomicLong unreadable = new AtomicLong();
  private volatile boolean closing;

  private TopicReader(
      Map<String, Object> clientProperties, List<Subscription> wanted, Runnable afterBatch) {
    this.afterBatch = afterBatch;
    wanted.forEach(each -> subscriptions.put(each.topic(), each));
    this.consumer = consumer(clientProperties);
  }

  /** Returns a consumer of committed records, in no group, that takes little memory. */
  static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> clientProperties) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Starts to read.
   *
   * @param name of the thread
   * @param beforeFirst is told where each partition is read from
   * @param afterBatch run on the thread after each batch of records that came together
   * @throws KafkaException if the topics cannot be looked up
   */
  public static TopicReader start(
      String name,
      Map<String, Object> clientProperties,
      List<Subscription> subscriptions,
      Consumer<Map<TopicPartition, Long>> beforeFirst,
      Runnable afterBatch) {
    TopicReader reader = new TopicReader(clientProperties, subscriptions, afterBatch);
    Map<TopicPartition, Long> ends;
    try {
      ends = reader.seek(beforeFirst);
    } catch (RuntimeException e) {
      reader.consumer.close();
      throw e;
    }
    Thread thread = new Thread(() -> reader.run(ends), name);
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  /** Is complete when everything that was there at the start has been read. */
  public CompletableFuture<@Nullable Void> caughtUp() {
    return caughtUp;
  }

  /** Is complete when reading has ended, exceptionally when it ended by a fault. */
  public CompletableFuture<@Nullable Void> ended() {
    return ended;
  }

  /** Returns how many records could not be read so far. */
  public long unreadable() {
    return unreadable.get();
  }

  @Override
  public void close() {
    closing = true;
    consumer.wakeup();
    // The thread closes the consumer, which is its alone.
    ended.handle((nothing, fault) -> true).join();
  }

  private Map<TopicPartition, Long> seek(Consumer<Map<TopicPartition, Long>> beforeFirst) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : subscriptions.keySet()) {
      for (PartitionInfo partition : consumer.partitionsFor(topic)) {
        partitions.add(new TopicPartition(topic, partition.partition()));
      }
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long beginning = beginnings.getOrDefault(partition, 0L);
      long end = ends.getOrDefault(partition, beginning);
      long latest = subscription(partition.topic()).latest();
      long start = latest == Subscription.ALL ? beginning : Math.max(beginning, end - latest);
      // One that reads from the first record there is misses nothing.
      starts.put(partition, start == beginning ? 0 : start);
      consumer.seek(partition, start);
    }
    beforeFirst.accept(starts);
    return ends;
  }

  private void run(Map<TopicPartition, Long> ends) {
    try (consumer) {
      while (!closing) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          take(record);
        }
        if (!records.isEmpty()) {
          afterBatch.run();
        }
        if (!caughtUp.isDone() && reached(ends)) {
          caughtUp.complete(null);
        }
      }
      end(null);
    } catch (WakeupException e) {
      end(null);
    } catch (RuntimeException | Error e) {
      LOG.debug("reading for the dashboard", e);
      end(e);
    }
  }

  private void end(@Nullable Throwable fault) {
    if (fault == null) {
      caughtUp.cancel(false);
      ended.complete(null);
    } else {
      caughtUp.completeExceptionally(fault);
      ended.completeExceptionally(fault);
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      subscription(record.topic()).taker().take(record);
    } catch (SerializationException e) {
      unreadable.incrementAndGet();
      LOG.debug("reading {} for the dashboard", record.topic(), e);
    }
  }

  private Subscription subscription(String topic) {
    Subscription subscription = subscriptions.get(topic);
    if (subscription == null) {
      throw new IllegalStateException("reading " + topic + ", which nobody subscribed");
    }
    return subscription;
  }
}
