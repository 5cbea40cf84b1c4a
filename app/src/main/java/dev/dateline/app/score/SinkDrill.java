package dev.dateline.app.score;

import dev.dateline.app.Main;
import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.ExitStatus;
import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.kafka.RecordWriter;
import dev.dateline.app.service.Drain;
import dev.dateline.app.service.Pipeline;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ingest.FileIngest;
import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Takes articles the whole way on an embedded broker while the sink, a process of its own, is
 * killed with {@code kill -9} on the way, and holds what is in the topics against {@link
 * SinkOracle}. Used once, by one thread.
 */
public final class SinkDrill {

  private static final long LOOK_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Duration ANY_AGE = Duration.ofDays(365_000);

  private final Annotator annotator;
  private final Path directory;
  private final Consumer<String> progress;
  private final StreamsApplication sink = new SinkApp(SinkSettings.defaults().withJsonMirror(true));

  /**
   * Makes one.
   *
   * @param directory an empty one for broker, state and logs
   * @param progress is told what happens, a line at a time
   */
  public SinkDrill(Annotator annotator, Path directory, Consumer<String> progress) {
    this.annotator = annotator;
    this.directory = directory;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @param paths files and folders of articles; none of them counts as old, or nothing would alert
   * @param kills how often the sink is killed, evenly over its way
   * @return what must be in each topic against what is
   */
  public List<Tally> run(List<Path> paths, int kills) throws InterruptedException {
    Path data = directory.resolve("broker");
    List<StreamsApplication> before = List.of(new EnrichApp(annotator::annotate), new LedgerApp());
    try (Cluster cluster =
            Cluster.start(new ClusterSettings(null, data, Map.of()), BrokerSettings.of(data));
        Admin admin = cluster.admin()) {
      new TopicAdmin(admin).createMissing(Topics.all());
      for (Watchlist watchlist : SinkOracle.watchlists()) {
        RecordWriter.write(cluster, Topics.WATCHLISTS, watchlist.getName(), watchlist);
      }
      StreamsSettings settings =
          StreamsSettings.of(cluster.bootstrapServers(), directory.resolve("state"));
      IngestSettings usual = IngestSettings.defaults();
      Process process = startSink(cluster, 0);
      try (Pipeline pipeline = Pipeline.start(before, settings);
          FileIngest ingest =
              FileIngest.of(
                  paths,
                  cluster.properties(Map.of()),
                  new IngestSettings(usual.publisher(), ANY_AGE, usual.pollInterval()),
                  Clock.systemUTC(),
                  IngestListener.NONE);
          Drain drain = new Drain(cluster)) {
        int articles = ingest.runOnce().published();
        progress.accept(articles + " articles published");
        for (int kill = 1; kill <= kills; kill++) {
          awaitReadUpTo(admin, (long) articles * kill / (kills + 1), process);
          process.destroyForcibly().waitFor();
          progress.accept(
              "sink killed (exit status "
                  + process.exitValue()
                  + ") with "
                  + lag(admin)
                  + " records still to come");
          process = startSink(cluster, kill);
        }
        List<StreamsApplication> all = new ArrayList<>(before);
        all.add(sink);
        Process last = process;
        drain.await(
            all,
            () -> {
              pipeline.requireAlive();
              requireAlive(last);
            });
      } finally {
        process.destroyForcibly().waitFor();
      }
      return new SinkOracle(cluster).compare();
    }
  }

  private void awaitReadUpTo(Admin admin, long articles, Process process)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (committed(admin).entrySet().stream()
            .filter(entry -> entry.getKey().topic().equals(Topics.ENRICHED.name()))
            .mapToLong(entry -> entry.getValue().offset())
            .sum()
        < articles) {
      requireAlive(process);
      if (System.nanoTime() > deadline) {
        throw new CommandFailure(
            ExitStatus.FAILURE,
            "waiting for the sink: not at article "
                + articles
                + " after "
                + PATIENCE.toMinutes()
                + " minutes: see the logs in "
                + directory);
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private void requireAlive(Process process) {
    if (!process.isAlive()) {
      throw new CommandFailure(
          ExitStatus.FAILURE,
          "running the sink: it ended by itself with status "
              + process.exitValue()
              + ": see the logs in "
              + directory);
    }
  }

  private long lag(Admin admin) throws InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed = committed(admin);
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    sink.inputs()
        .forEach(
            topic -> {
              for (int partition = 0; partition < topic.partitions(); partition++) {
                latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
              }
            });
    try {
      return admin.listOffsets(latest).all().get().entrySet().stream()
          .mapToLong(
              end -> {
                OffsetAndMetadata read = committed.get(end.getKey());
                return end.getValue().offset() - (read == null ? 0 : read.offset());
              })
          .sum();
    } catch (ExecutionException e) {
      throw new KafkaException("asking for the ends of topics", e.getCause());
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
      throws InterruptedException {
    try {
      return admin
          .listConsumerGroupOffsets(sink.applicationId())
          .partitionsToOffsetAndMetadata()
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("asking how far the sink is", e.getCause());
    }
  }

  private Process startSink(Cluster cluster, int number) {
    try {
      // The group misses a killed member after six seconds, the least a broker allows.
      Path config =
          Files.writeString(directory.resolve("sink.properties"), "session.timeout.ms=6000\n");
      return new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx512m",
              "-XX:+UseSerialGC",
              // A process that is soon killed has no use for what the second compiler would do.
              "-XX:TieredStopAtLevel=1",
              "-Ddateline.root=" + System.getProperty("dateline.root", "."),
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "sink",
              "--json-mirror",
              "--bootstrap-server",
              cluster.bootstrapServers(),
              "--command-config",
              config.toString(),
              "--state-dir",
              directory.resolve("sink-state").toString())
          .redirectErrorStream(true)
          .redirectOutput(directory.resolve("sink-" + number + ".log").toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("starting the sink", e);
    }
  }
}
