package dev.dateline.app.kafka;

import dev.dateline.app.cli.Home;
import dev.dateline.schemas.SchemaRegistry;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Kafka's own options for a client, and ours for the embedded broker. */
public final class KafkaOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "The Kafka cluster to work on; several addresses are separated by commas.")
  private @Nullable String bootstrapServer;

  @Option(
      names = "--command-config",
      paramLabel = "FILE",
      description = "Kafka client properties, for a cluster that asks for TLS or a login.")
  private @Nullable Path commandConfig;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = {
        "Work on the embedded broker of this directory: on the running one, else start it for the"
            + " life of the command. Default, where no cluster is named: data/demo."
      })
  private @Nullable Path data;

  @Option(
      names = "--schema-registry",
      paramLabel = "URL",
      description = {
        "A schema registry with Confluent's interface: topics are then written in its wire format,"
            + " and read in both. Default: none, each record names its schema itself."
      })
  void schemaRegistry(@Nullable URI url) {
    if (url == null || command == null) {
      return;
    }
    try {
      SchemaRegistry.choose(new SchemaRegistry(url));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "reading --schema-registry: " + e.getMessage());
    }
  }

  /** Returns the settings, by the order of precedence that {@code EnvironmentDefaults} gives. */
  public ClusterSettings settings() {
    boolean serverTyped = typed("--bootstrap-server");
    boolean dataTyped = typed("--data");
    if (serverTyped && dataTyped && command != null) {
      throw new ParameterException(
          command.commandLine(), "--bootstrap-server and --data name two clusters: give one");
    }
    return ClusterSettings.of(
        dataTyped ? null : bootstrapServer,
        commandConfig,
        serverTyped ? null : data,
        Home.current().demoData());
  }

  private boolean typed(String option) {
    ParseResult parsed = command == null ? null : command.commandLine().getParseResult();
    return parsed != null && parsed.hasMatchedOption(option);
  }
}
