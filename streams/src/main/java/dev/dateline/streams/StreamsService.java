package dev.dateline.streams;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * One application running on Kafka Streams, from start to close. Thread-safe.
 *
 * <p>It never ends the process: whoever started it asks {@link #health()} or waits in {@link
 * #awaitStopped}, and decides.
 */
public final class StreamsService implements AutoCloseable {

  /** How long {@link #close()} waits: a transaction that is under way may end. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

  private final String application;
  private final String bootstrapServers;
  private final KafkaStreams streams;
  private final FaultPolicy faults;
  private final ProgressWatch progress;
  private final RestoreCount restores = new RestoreCount();
  private final CountDownLatch upOrStopped = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private StreamsService(StreamsApplication application, StreamsSettings settings) {
    Properties configuration = StreamsConfiguration.of(application, settings);
    this.application = application.applicationId();
    this.bootstrapServers = settings.bootstrapServers();
    this.streams =
        new KafkaStreams(
            StreamsTopology.of(application, settings), configuration, new PromptClients());
    this.faults = new FaultPolicy(this.application, Clock.systemUTC());
    this.progress = new ProgressWatch(Clock.systemUTC(), settings.stallAfter());
  }

  /**
   * Starts an application and returns at once; {@link #awaitRunning} waits until it works.
   *
   * @throws IllegalArgumentException if the settings contradict what Dateline rests on
   */
  public static StreamsService start(StreamsApplication application, StreamsSettings settings) {
    StreamsService service = new StreamsService(application, settings);
    service.streams.setUncaughtExceptionHandler(service.faults);
    service.streams.setGlobalStateRestoreListener(service.restores);
    service.streams.setStateListener(service::changed);
    service.streams.start();
    return service;
  }

  /**
   * Waits until records are processed and all state is restored.
   *
   * @throws StreamsFailedException if it stopped instead, or the time is over
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitRunning(Duration timeout) throws InterruptedException {
    boolean decided = upOrStopped.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (stopped.getCount() == 0) {
      throw failed("stopped");
    }
    if (!decided) {
      throw failed(
          "not running after "
              + timeout.toSeconds()
              + " s, still "
              + streams.state()
              + "; is a broker up at "
              + bootstrapServers
              + "?");
    }
  }

  /**
   * Waits until it has stopped, by itself or by {@link #close()}; returns whether it has.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public boolean awaitStopped(Duration timeout) throws InterruptedException {
    return stopped.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns how it does now. */
  public Health health() {
    State state = streams.state();
    Map<TopicPartition, Long> committed = new HashMap<>();
    long lag = 0;
    for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
      for (TaskMetadata task : thread.activeTasks()) {
        committed.putAll(task.committedOffsets());
        lag += lag(task);
      }
    }
    return new Health(
        state.name(),
        state == State.RUNNING,
        restores.current(),
        lag,
        progress.stalls(committed, lag),
        faults.latest().map(FaultPolicy::describe).orElse(null));
  }

  /** Returns Kafka Streams' own metrics. */
  public Map<MetricName, ? extends Metric> metrics() {
    return streams.metrics();
  }

  /** Returns the application id. */
  public String applicationId() {
    return application;
  }

  /** Commits what is done and stops, within {@link #CLOSE_TIMEOUT}. */
  @Override
  public void close() {
    close(CLOSE_TIMEOUT);
  }

  /** Commits what is done and stops; returns whether that took no longer than the timeout. */
  public boolean close(Duration timeout) {
    // Leaving the group spares the next start the wait for this member's session to end.
    return streams.close(
        CloseOptions.timeout(timeout)
            .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
  }

  private void changed(State now, State before) {
    if (now == State.RUNNING) {
      upOrStopped.countDown();
    }
    if (now == State.NOT_RUNNING || now == State.ERROR) {
      stopped.countDown();
      upOrStopped.countDown();
    }
  }

  private StreamsFailedException failed(String what) {
    Throwable cause = faults.latest().orElse(null);
    String why = cause == null ? "" : ": " + FaultPolicy.describe(cause);
    return new StreamsFailedException("starting " + application + ": " + what + why, cause);
  }

  private static long lag(TaskMetadata task) {
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : task.endOffsets().entrySet()) {
      long committed = Math.max(0, task.committedOffsets().getOrDefault(end.getKey(), 0L));
      lag += Math.max(0, end.getValue() - committed);
    }
    return lag;
  }
}
