package dev.dateline.broker;

import dev.dateline.broker.BrokerException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/**
 * The files of a broker's data directory.
 *
 * <ul>
 *   <li>{@code dateline.lock}, held by the process that started the broker
 *   <li>{@code broker.lock}, held by the broker's own process, which may outlive a killed parent by
 *       some seconds
 *   <li>{@code broker.address}, what clients connect to; there while the broker runs
 *   <li>{@code broker.log}, what the broker's process says
 *   <li>{@code kafka/}, Kafka's own
 * </ul>
 */
final class DataDirectory {

  private final Path directory;

  private DataDirectory(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  static DataDirectory of(Path directory) {
    return new DataDirectory(directory);
  }

  static DataDirectory create(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw unusable(directory, e);
    }
    if (!Files.isWritable(directory)) {
      throw new BrokerException(
          Reason.DIRECTORY_UNUSABLE,
          "opening the data directory " + directory + ": not writable: choose another with --data");
    }
    return new DataDirectory(directory);
  }

  Path path() {
    return directory;
  }

  Path log() {
    return directory.resolve("broker.log");
  }

  /** Takes the directory for this process. */
  DirectoryLock take() {
    try {
      Optional<DirectoryLock> lock = DirectoryLock.tryTake(ownerLock());
      // Somebody who only looks whether the lock is held holds it for a moment.
      for (int look = 0; look < 3 && lock.isEmpty(); look++) {
        EmbeddedBroker.pause();
        lock = DirectoryLock.tryTake(ownerLock());
      }
      return lock.orElseThrow(
          () ->
              new BrokerException(
                  Reason.DIRECTORY_IN_USE,
                  "opening the data directory "
                      + directory
                      + ": in use by "
                      + DirectoryLock.owner(ownerLock())
                      + ": stop that, or choose another with --data"));
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  /** Waits for the broker of a process that was killed: it notices, and shuts down by itself. */
  void awaitBrokerGone(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (DirectoryLock.isHeld(brokerLock())) {
        if (System.nanoTime() > deadline) {
          throw new BrokerException(
              Reason.DIRECTORY_IN_USE,
              "opening the data directory "
                  + directory
                  + ": an earlier broker is still running as "
                  + DirectoryLock.owner(brokerLock())
                  + ": end that process");
        }
        EmbeddedBroker.pause();
      }
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  Optional<String> findRunning(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (DirectoryLock.isHeld(ownerLock())) {
        Optional<String> address = readAddress();
        if (address.isPresent()) {
          return address;
        }
        if (System.nanoTime() > deadline) {
          throw new BrokerException(
              Reason.DIRECTORY_IN_USE,
              "opening the data directory "
                  + directory
                  + ": in use by "
                  + DirectoryLock.owner(ownerLock())
                  + ", whose broker does not answer: stop that and try again");
        }
        EmbeddedBroker.pause();
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unusable(directory, e);
    }
  }

  void writeAddress(String bootstrapServers) {
    try {
      // In one step, so that no reader sees half an address.
      Path fresh = Files.writeString(directory.resolve("broker.address.new"), bootstrapServers);
      Files.move(fresh, address(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + address(), e);
    }
  }

  void deleteAddress() {
    try {
      Files.deleteIfExists(address());
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + address(), e);
    }
  }

  private Optional<String> readAddress() throws IOException {
    return Files.exists(address())
        ? Optional.of(Files.readString(address()).strip())
        : Optional.empty();
  }

  private Path address() {
    return directory.resolve("broker.address");
  }

  private Path ownerLock() {
    return directory.resolve("dateline.lock");
  }

  private Path brokerLock() {
    return directory.resolve("broker.lock");
  }

  private static BrokerException unusable(Path directory, IOException cause) {
    return new BrokerException(
        Reason.DIRECTORY_UNUSABLE,
        "opening the data directory " + directory + ": " + cause + ": choose another with --data",
        cause);
  }
}
