package dev.dateline.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock on a file that the operating system takes back when its process ends, however it ends.
 *
 * <p>The file holds the process id of its latest owner, for error messages. Not reentrant;
 * thread-safe.
 */
public final class DirectoryLock implements AutoCloseable {

  /**
   * The locks this process holds. POSIX gives a process's lock away as soon as the process closes
   * any descriptor of the file, so a file that is already locked here must not be opened again.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private DirectoryLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock, or returns empty when another process, or another part of this one, has it. */
  public static Optional<DirectoryLock> tryTake(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    if (!HELD_HERE.add(absolute)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    FileLock lock = null;
    try {
      channel = FileChannel.open(absolute, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = channel.tryLock();
      if (lock == null) {
        return Optional.empty();
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ownPid().getBytes(StandardCharsets.US_ASCII)), 0);
      return Optional.of(new DirectoryLock(absolute, channel));
    } finally {
      if (lock == null) {
        HELD_HERE.remove(absolute);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  /** Returns who holds the lock, for a message. */
  static String owner(Path file) {
    if (HELD_HERE.contains(file.toAbsolutePath().normalize())) {
      return "this process";
    }
    try {
      return "process " + Files.readString(file).strip();
    } catch (IOException e) {
      return "another process";
    }
  }

  /** Tells whether somebody holds the lock; false for a file that does not exist. */
  static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    Optional<DirectoryLock> lock = tryTake(file);
    lock.ifPresent(DirectoryLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("releasing the lock " + file, e);
    } finally {
      HELD_HERE.remove(file);
    }
  }

  private static String ownPid() {
    return ProcessHandle.current().pid() + "\n";
  }
}
