package dev.dateline.dashboard.read;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster now and then how far behind every consumer of Dateline's topics is.
 *
 * <p>Behind is counted in seconds, by the age of the oldest record that a group has not processed:
 * offsets alone count transaction markers too. Thread-safe.
 */
public final class LagProbe implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LagProbe.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final String OURS = "news.";

  /**
   * How far behind a consumer group is on one topic.
   *
   * @param group its id
   * @param topic the topic
   * @param records offsets between what it has committed and the end; some may be markers
   * @param seconds age of the oldest record it has not processed; 0 when there is none
   */
  public record Lag(String group, String topic, long records, double seconds) {}

  /**
   * What was found the last time.
   *
   * @param asked when the cluster last answered; null when it never has
   * @param lags by group and topic
   */
  public record Findings(@Nullable Instant asked, List<Lag> lags) {}

  private final Admin admin;
  private final RecordFetcher fetcher;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "dashboard-lag");
            made.setDaemon(true);
            return made;
          });
  private volatile Findings findings = new Findings(null, List.of());

  private LagProbe(Map<String, Object> clientProperties) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
    this.admin = Admin.create(properties);
    this.fetcher = new RecordFetcher(clientProperties);
  }

  /** Starts to ask. */
  public static LagProbe start(Map<String, Object> clientProperties) {
    LagProbe probe = new LagProbe(clientProperties);
    var unused =
        probe.thread.scheduleWithFixedDelay(
            probe::ask, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    return probe;
  }

  /** Returns what was found the last time the cluster answered. */
  public Findings findings() {
    return findings;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    fetcher.close();
    admin.close(Duration.ZERO);
  }

  private void ask() {
    try {
      findings = new Findings(Instant.now(), lags());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The page shows since when there is no answer; the next time may bring one.
      LOG.debug("asking for the lag of consumer groups", e);
    }
  }

  private List<Lag> lags() throws InterruptedException {
    Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
    for (GroupListing group : get(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())) {
      groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
    }
    if (groups.isEmpty()) {
      return List.of();
    }
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        get(admin.listConsumerGroupOffsets(groups).all());
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    committed
        .values()
        .forEach(
            offsets ->
                offsets.keySet().stream()
                    .filter(partition -> partition.topic().startsWith(OURS))
                    .forEach(partition -> wanted.put(partition, OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    get(admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
        .forEach((partition, info) -> ends.put(partition, info.offset()));
    List<Lag> lags = new ArrayList<>();
    committed.forEach((group, offsets) -> lags.addAll(lags(group, offsets, ends)));
    lags.sort(Comparator.comparing(Lag::group).thenComparing(Lag::topic));
    return List.copyOf(lags);
  }

  private List<Lag> lags(
      String group,
      Map<TopicPartition, OffsetAndMetadata> offsets,
      Map<TopicPartition, Long> ends) {
    Map<String, Lag> byTopic = new HashMap<>();
    offsets.forEach(
        (partition, offset) -> {
          Long end = ends.get(partition);
          if (end != null && offset != null) {
            long records = Math.max(0, end - offset.offset());
            double seconds = records == 0 ? 0 : age(partition, offset.offset());
            byTopic.merge(
                partition.topic(),
                new Lag(group, partition.topic(), seconds == 0 ? 0 : records, seconds),
                (one, other) ->
                    new Lag(
                        group,
                        partition.topic(),
                        one.records() + other.records(),
                        Math.max(one.seconds(), other.seconds())));
          }
        });
    return List.copyOf(byTopic.values());
  }

  private double age(TopicPartition partition, long offset) {
    Optional<ConsumerRecord<byte[], byte[]>> oldest =
        fetcher.first(new Position(partition.topic(), partition.partition(), offset));
    return oldest
        .map(record -> Math.max(1, System.currentTimeMillis() - record.timestamp()) / 1000.0)
        .orElse(0.0);
  }

  private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    }
  }
}
