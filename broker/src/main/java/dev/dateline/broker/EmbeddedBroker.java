package dev.dateline.broker;

import dev.dateline.broker.BrokerException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real Kafka broker in a process of its own, with its data in a directory that survives a
 * restart.
 *
 * <p>One process at a time has a data directory. The broker goes when it is closed and when the
 * process that started it ends, however that ends. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(100);

  private final DataDirectory directory;
  private final DirectoryLock lock;
  private final BrokerChild child;
  private final String bootstrapServers;

  private EmbeddedBroker(
      DataDirectory directory, DirectoryLock lock, BrokerChild child, String bootstrapServers) {
    this.directory = directory;
    this.lock = lock;
    this.child = child;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker and returns when clients can use it.
   *
   * @throws BrokerException with one line that says why it could not start
   */
  public static EmbeddedBroker start(BrokerSettings settings) {
    requireLibraries(settings.libraries());
    DataDirectory directory = DataDirectory.create(settings.dataDirectory());
    DirectoryLock lock = directory.take();
    try {
      directory.awaitBrokerGone(settings.takeoverTimeout());
      EmbeddedBroker broker = start(settings, directory, lock);
      directory.writeAddress(broker.bootstrapServers);
      return broker;
    } catch (RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Returns the address of the broker that another process runs on this directory; empty where none
   * does.
   *
   * @param patience how long to wait for one that is just starting
   * @throws BrokerException when the directory is in use and no broker answers in that time
   */
  public static Optional<String> find(Path dataDirectory, Duration patience) {
    return DataDirectory.of(dataDirectory).findRunning(patience);
  }

  /** Returns the address clients connect to, {@code host:port}. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** Waits until the broker's process has ended, by {@link #close()} or by itself. */
  public void awaitEnd() throws InterruptedException {
    child.awaitEnd();
  }

  /** Returns the process id of the broker. */
  public long processId() {
    return child.processId();
  }

  /** Stops the broker cleanly, or by force after some seconds; a second call does nothing. */
  @Override
  public void close() {
    directory.deleteAddress();
    child.stop(STOP_LIMIT);
    lock.close();
  }

  private static EmbeddedBroker start(
      BrokerSettings settings, DataDirectory directory, DirectoryLock lock) {
    long deadline = System.nanoTime() + settings.startTimeout().toNanos();
    for (int attempt = 1; ; attempt++) {
      int port = settings.port() == 0 ? freePort() : requireFree(settings.port());
      BrokerChild child = BrokerChild.launch(settings, directory, port, freePort());
      StartReport report = child.awaitStart(deadline);
      switch (report.outcome()) {
        case STARTED -> {
          String address = "127.0.0.1:" + port;
          try {
            Readiness.await(address, deadline);
          } catch (RuntimeException e) {
            child.stop(STOP_LIMIT);
            throw e;
          }
          return new EmbeddedBroker(directory, lock, child, address);
        }
        case PORT_TAKEN -> {
          // Somebody was quicker between our look and the broker's bind: take other ports.
          if (attempt == ATTEMPTS) {
            throw new BrokerException(
                Reason.PORT_IN_USE, "starting the broker: " + report.message());
          }
        }
        case FAILED ->
            throw new BrokerException(
                Reason.NOT_STARTED,
                "starting the broker: " + report.message() + ": see " + directory.log());
      }
    }
  }

  private static void requireLibraries(Path libraries) {
    if (!Files.isDirectory(libraries)) {
      throw new BrokerException(
          Reason.LIBRARIES_MISSING,
          "starting the broker: no Kafka jars in "
              + libraries.toAbsolutePath()
              + ": build the broker module, or name their directory in "
              + BrokerSettings.LIBRARIES_VARIABLE);
    }
  }

  private static int requireFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // As the broker itself will: a port in TIME_WAIT counts as free.
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return port;
    } catch (IOException e) {
      throw new BrokerException(
          Reason.PORT_IN_USE,
          "starting the broker: port "
              + port
              + " is in use: stop what listens there or give another --port",
          e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("looking for a free port", e);
    }
  }

  /** Waits a moment. */
  static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.NOT_STARTED, "starting the broker: interrupted", e);
    }
  }
}
