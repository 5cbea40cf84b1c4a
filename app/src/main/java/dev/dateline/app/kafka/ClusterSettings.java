package dev.dateline.app.kafka;

import dev.dateline.app.cli.CommandFailure;
import dev.dateline.app.cli.ExitStatus;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster a command works on.
 *
 * @param bootstrapServers {@code host:port}, separated by commas; null for the embedded broker
 * @param dataDirectory data of the embedded broker; null exactly when bootstrapServers is not
 * @param clientProperties Kafka client properties by Kafka's names, bootstrap servers left out
 */
public record ClusterSettings(
    @Nullable String bootstrapServers,
    @Nullable Path dataDirectory,
    Map<String, String> clientProperties) {

  private static final Pattern ADDRESS =
      Pattern.compile("(\\[[0-9A-Fa-f:]+]|[^:\\s\\[\\]]+):(\\d{1,5})");

  /** Checks the address, and that there is exactly one of the two. */
  public ClusterSettings {
    clientProperties = Map.copyOf(clientProperties);
    if ((bootstrapServers == null) == (dataDirectory == null)) {
      throw new IllegalArgumentException("either bootstrap servers or a data directory");
    }
    if (bootstrapServers != null) {
      for (String address : bootstrapServers.split(",", -1)) {
        if (!ADDRESS.matcher(address.strip()).matches()) {
          throw new CommandFailure(
              ExitStatus.USAGE,
              "reading --bootstrap-server: \""
                  + address
                  + "\": give HOST:PORT, like localhost:9092");
        }
      }
    }
  }

  /**
   * Puts together what the options and the file of {@code --command-config} say.
   *
   * @param bootstrapServers the option; null when not given
   * @param commandConfig a file of Kafka client properties; null when not given
   * @param dataDirectory the option; null when not given
   * @param defaultDataDirectory taken where nothing names a cluster
   */
  public static ClusterSettings of(
      @Nullable String bootstrapServers,
      @Nullable Path commandConfig,
      @Nullable Path dataDirectory,
      Path defaultDataDirectory) {
    Map<String, String> properties =
        commandConfig == null ? new TreeMap<>() : readProperties(commandConfig);
    String named = properties.remove(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    if (bootstrapServers != null) {
      return new ClusterSettings(bootstrapServers, null, properties);
    }
    if (dataDirectory == null && named != null) {
      return new ClusterSettings(named, null, properties);
    }
    return new ClusterSettings(
        null, dataDirectory == null ? defaultDataDirectory : dataDirectory, properties);
  }

  private static Map<String, String> readProperties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw unreadable(file, "no such file", e);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
    Map<String, String> read = new TreeMap<>();
    properties.stringPropertyNames().forEach(name -> read.put(name, properties.getProperty(name)));
    return read;
  }

  private static CommandFailure unreadable(Path file, String why, Exception cause) {
    return new CommandFailure(
        ExitStatus.USAGE,
        "reading --command-config: "
            + file
            + ": "
            + why
            + ": give a file of Kafka client properties",
        cause);
  }
}
