package dev.dateline.app.service;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.streams.StreamsApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells exactly when applications have processed everything that was written to their inputs.
 *
 * <p>An application commits its offsets in the transaction of its output. So it is through with a
 * partition when no record lies between its committed offset and the partition's end; the offsets
 * between may all be transaction markers, so where there are any, a consumer looks. A partition
 * with an open transaction is not through: what is in it may yet be committed. Used by one thread.
 */
public final class Drain implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(10);

  private final Admin admin;
  private final KafkaConsumer<byte[], byte[]> consumer;

  /** Connects to the cluster. */
  public Drain(Cluster cluster) {
    this.admin = cluster.admin();
    this.consumer =
        new KafkaConsumer<>(
            cluster.readerProperties(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1)),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /**
   * Waits until each application, in the order of the stream, is through with its inputs and then
   * with its own repartition topics.
   *
   * @param watch run between looks; throws to give up
   */
  public void await(List<? extends StreamsApplication> applications, Runnable watch)
      throws InterruptedException {
    for (StreamsApplication application : applications) {
      List<String> inputs = application.inputs().stream().map(topic -> topic.name()).toList();
      // The inputs first: what they led to in the repartition topics is complete only then.
      awaitTopics(application.applicationId(), inputs, watch);
      awaitTopics(
          application.applicationId(), repartitionTopics(application.applicationId()), watch);
    }
  }

  private void awaitTopics(String group, List<String> topics, Runnable watch)
      throws InterruptedException {
    while (!isThrough(group, topics)) {
      watch.run();
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
  }

  private boolean isThrough(String group, List<String> topics) throws InterruptedException {
    List<TopicPartition> partitions = partitions(topics);
    Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_COMMITTED);
    if (!ends.equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED))) {
      return false;
    }
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      long from = offset == null ? 0 : offset.offset();
      if (from < end.getValue() && holdsRecord(end.getKey(), from, end.getValue())) {
        return false;
      }
    }
    // One repartition topic may feed another: what was written meanwhile has to be looked at too.
    return ends.equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED));
  }

  private boolean holdsRecord(TopicPartition partition, long from, long end) {
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + LOOK_LIMIT.toNanos();
    while (consumer.position(partition) < end) {
      if (!consumer.poll(POLL).isEmpty()) {
        return true;
      }
      if (System.nanoTime() > deadline) {
        // Nothing was seen, and nothing was ruled out: look again later.
        return true;
      }
    }
    return false;
  }

  private List<String> repartitionTopics(String application) throws InterruptedException {
    return get(admin.listTopics().names()).stream()
        .filter(name -> name.startsWith(application + "-") && name.endsWith("-repartition"))
        .sorted()
        .toList();
  }

  private List<TopicPartition> partitions(Collection<String> topics) throws InterruptedException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (TopicDescription topic : get(admin.describeTopics(topics).allTopicNames()).values()) {
      topic
          .partitions()
          .forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
    }
    return partitions;
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(latest, new ListOffsetsOptions(level)).all())
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    return ends;
  }

  private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close();
  }
}
