package dev.dateline.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an embedded broker is started.
 *
 * @param dataDirectory where everything it keeps lies; survives a restart
 * @param port the port clients connect to, on the loopback interface; 0 takes a free one
 * @param libraries directory of Kafka's jars
 * @param heapMegabytes heap of the broker's process, in MiB
 * @param longLived whether it is to run for hours: its JVM then compiles to the fastest code, which
 *     takes processor time in its first minutes and less ever after
 * @param startTimeout how long it may take to start; waiting for an earlier broker to leave the
 *     directory is not counted
 * @param takeoverTimeout how long to wait for the broker of a killed process to leave the directory
 */
public record BrokerSettings(
    Path dataDirectory,
    int port,
    Path libraries,
    int heapMegabytes,
    boolean longLived,
    Duration startTimeout,
    Duration takeoverTimeout) {

  /** System property that names the directory of Kafka's jars. */
  public static final String LIBRARIES_PROPERTY = "dateline.broker.lib";

  /** Environment variable that names it where the property does not. */
  public static final String LIBRARIES_VARIABLE = "DATELINE_BROKER_LIB";

  private static final String ROOT_PROPERTY = "dateline.root";
  private static final int DEFAULT_HEAP_MEGABYTES = 512;
  private static final int LEAST_HEAP_MEGABYTES = 128;
  private static final int GREATEST_PORT = 65_535;

  /** Checks the values. */
  public BrokerSettings {
    Objects.requireNonNull(startTimeout);
    Objects.requireNonNull(takeoverTimeout);
    dataDirectory = dataDirectory.toAbsolutePath().normalize();
    if (port < 0 || port > GREATEST_PORT) {
      throw new IllegalArgumentException(
          "starting the broker: not a port: " + port + ": give 0 to 65535, 0 takes a free one");
    }
    if (heapMegabytes < LEAST_HEAP_MEGABYTES) {
      throw new IllegalArgumentException(
          "starting the broker: a heap of "
              + heapMegabytes
              + " MiB: Kafka needs "
              + LEAST_HEAP_MEGABYTES
              + " or more");
    }
  }

  /** Returns the defaults for a data directory: a free port, half a gibibyte, a short life. */
  public static BrokerSettings of(Path dataDirectory) {
    return new BrokerSettings(
        dataDirectory,
        0,
        defaultLibraries(),
        DEFAULT_HEAP_MEGABYTES,
        false,
        Duration.ofSeconds(120),
        Duration.ofSeconds(15));
  }

  /** Returns the same with a fixed port. */
  public BrokerSettings withPort(int fixedPort) {
    return new BrokerSettings(
        dataDirectory,
        fixedPort,
        libraries,
        heapMegabytes,
        longLived,
        startTimeout,
        takeoverTimeout);
  }

  /** Returns the same for a broker that is to run for hours. */
  public BrokerSettings forLongLife() {
    return new BrokerSettings(
        dataDirectory, port, libraries, heapMegabytes, true, startTimeout, takeoverTimeout);
  }

  /**
   * Returns where Kafka's jars lie: the property {@value #LIBRARIES_PROPERTY}, the variable {@value
   * #LIBRARIES_VARIABLE}, the {@code kafka} directory beside the distribution's {@code lib}, or the
   * build directory of the checkout that the property {@code dateline.root} names.
   */
  private static Path defaultLibraries() {
    return Stream.of(
            pathOf(System.getProperty(LIBRARIES_PROPERTY)),
            pathOf(System.getenv(LIBRARIES_VARIABLE)),
            besideDistribution(),
            pathOf(System.getProperty(ROOT_PROPERTY, "")).resolve("broker/target/kafka/lib"))
        .filter(path -> !path.toString().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static Path pathOf(@Nullable String value) {
    return Path.of(value == null ? "" : value);
  }

  private static Path besideDistribution() {
    Path home = OwnClassPath.location().getParent();
    Path kafka = home == null ? Path.of("") : home.resolveSibling("kafka");
    return Files.isDirectory(kafka) ? kafka : Path.of("");
  }
}
