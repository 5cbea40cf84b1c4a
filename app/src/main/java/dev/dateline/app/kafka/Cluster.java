package dev.dateline.app.kafka;

import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.Debug;
import dev.dateline.app.cli.ExitStatus;
import dev.dateline.app.cli.Home;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka cluster that answers: somebody's, or the embedded broker. Thread-safe.
 *
 * <p>Closing it stops the broker that it started, and leaves every other running.
 */
public final class Cluster implements AutoCloseable {

  private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final Map<String, String> clientProperties;
  private final Path stateDirectory;
  private final @Nullable EmbeddedBroker ownBroker;
  private final boolean embedded;

  private Cluster(
      String bootstrapServers,
      Map<String, String> clientProperties,
      Path stateDirectory,
      @Nullable EmbeddedBroker ownBroker,
      boolean embedded) {
    this.bootstrapServers = bootstrapServers;
    this.clientProperties = clientProperties;
    this.stateDirectory = stateDirectory;
    this.ownBroker = ownBroker;
    this.embedded = embedded;
  }

  /**
   * Connects to a cluster whose data is there already; an embedded broker that does not run is
   * started.
   *
   * @throws CommandFailure if there is no data, or nothing answers within about ten seconds
   */
  public static Cluster openExisting(ClusterSettings settings) {
    Path data = settings.dataDirectory();
    if (data != null && !Files.isDirectory(data)) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "opening the data directory "
              + Home.display(data)
              + ": nothing there yet: run `dateline demo` first, or name a cluster with"
              + " --bootstrap-server");
    }
    return open(settings);
  }

  /**
   * Connects to a cluster; an embedded broker that does not run is started, its directory made.
   *
   * @throws CommandFailure if nothing answers within about ten seconds
   */
  public static Cluster open(ClusterSettings settings) {
    Path data = settings.dataDirectory();
    if (data == null) {
      return connect(settings);
    }
    Optional<String> running = EmbeddedBroker.find(data, PATIENCE_WITH_OTHERS);
    if (running.isPresent()) {
      return new Cluster(running.get(), settings.clientProperties(), state(data), null, true);
    }
    return start(settings, BrokerSettings.of(data));
  }

  /** Starts the embedded broker for this process alone. */
  public static Cluster start(ClusterSettings settings, BrokerSettings brokerSettings) {
    EmbeddedBroker broker = EmbeddedBroker.start(brokerSettings);
    Path data = brokerSettings.dataDirectory();
    Debug.keepLog(data.resolve("dateline.log"));
    return new Cluster(
        broker.bootstrapServers(), settings.clientProperties(), state(data), broker, true);
  }

  private static Cluster connect(ClusterSettings settings) {
    String servers = String.valueOf(settings.bootstrapServers());
    Cluster cluster =
        new Cluster(servers, settings.clientProperties(), Home.current().state(), null, false);
    ClusterProbe.requireAnswer(cluster);
    return cluster;
  }

  private static Path state(Path data) {
    return data.resolve("state");
  }

  /** Returns what clients connect to. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Returns the properties of {@code --command-config}, bootstrap servers left out. */
  public Map<String, String> clientProperties() {
    return clientProperties;
  }

  /** Returns where services keep their local state unless told otherwise. */
  public Path stateDirectory() {
    return stateDirectory;
  }

  /** Tells whether it is an embedded broker, this process's or another's. */
  public boolean isEmbedded() {
    return embedded;
  }

  /** Returns client properties with these added. */
  public Map<String, Object> properties(Map<String, Object> added) {
    Map<String, Object> properties = new HashMap<>(clientProperties);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
    properties.putAll(added);
    return properties;
  }

  /** Returns the properties of a consumer of committed records, in no group, with these added. */
  public Map<String, Object> readerProperties(Map<String, Object> added) {
    Map<String, Object> properties =
        properties(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"));
    properties.putAll(added);
    return properties;
  }

  /** Returns a new admin client; the caller closes it. */
  public Admin admin() {
    return Admin.create(properties(Map.of()));
  }

  @Override
  public void close() {
    if (ownBroker != null) {
      ownBroker.close();
    }
  }
}
