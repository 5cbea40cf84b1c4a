package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every service that runs on Kafka Streams. */
final class ServiceOptions {

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "" + StreamsSettings.DEFAULT_THREADS,
      description =
          "Stream threads; enrich runs four for each, and one more. Default: ${DEFAULT-VALUE}.")
  private int threads = StreamsSettings.DEFAULT_THREADS;

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      defaultValue = "" + StreamsSettings.DEFAULT_COMMIT_MILLIS,
      description = {
        "Milliseconds between commits while there is more to do than can be done; without, a"
            + " thread commits when nothing more waits. Default: ${DEFAULT-VALUE}."
      })
  private long commitInterval = StreamsSettings.DEFAULT_COMMIT_MILLIS;

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      description = {
        "Where local state is kept; it can be rebuilt from the cluster. Default: state below --data,"
            + " or data/state."
      })
  private @Nullable Path stateDirectory;

  /** Returns the settings for that cluster. */
  StreamsSettings settings(Cluster cluster) {
    Path directory = stateDirectory == null ? cluster.stateDirectory() : stateDirectory;
    return SettingsCheck.of(
        () ->
            StreamsSettings.of(cluster.bootstrapServers(), directory.toAbsolutePath())
                .withThreads(threads)
                .withCommitInterval(Duration.ofMillis(commitInterval))
                .withOverrides(cluster.clientProperties()));
  }
}
