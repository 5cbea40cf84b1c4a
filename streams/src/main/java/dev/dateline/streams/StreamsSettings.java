package dev.dateline.streams;

import dev.dateline.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of one running Streams application.
 *
 * <p>{@link StreamsConfiguration} says in which order they win over others. Immutable.
 *
 * @param bootstrapServers where the brokers are, "host:port" separated by commas
 * @param stateDirectory where local state is kept; each application has its own directory below it
 * @param threads how many stream threads run, at least 1
 * @param commitInterval how often a thread commits that has more to do than it can; one for which
 *     nothing more waits commits at once
 * @param maxRecordBytes the longest value that is sent, in bytes, where its topic does not set a
 *     lower limit; a longer one becomes a dead letter
 * @param stallAfter how long committed offsets may stand still, while records wait, before health
 *     says so; longer than a transaction may take
 * @param overrides Kafka's own settings by Kafka's names, as from {@code --command-config}
 */
public record StreamsSettings(
    String bootstrapServers,
    Path stateDirectory,
    int threads,
    Duration commitInterval,
    int maxRecordBytes,
    Duration stallAfter,
    Map<String, String> overrides) {

  /** Each thread has transactions of its own, and one thread is enough for most. */
  public static final int DEFAULT_THREADS = 1;

  /** Twice Kafka's own, since only a thread with more to do than it can waits for it. */
  public static final long DEFAULT_COMMIT_MILLIS = 200;

  /** The same as a duration. */
  public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(DEFAULT_COMMIT_MILLIS);

  /** What the largest topic takes, less what a key and headers may take. */
  public static final int DEFAULT_MAX_RECORD_BYTES =
      Topics.MAX_MESSAGE_BYTES - RecordSerdes.KEY_AND_HEADER_BYTES;

  /** Twice the time a transaction may take. */
  public static final Duration DEFAULT_STALL_AFTER = Duration.ofMinutes(2);

  /** Checks every setting, and keeps its own copy of the overrides. */
  public StreamsSettings {
    overrides = Map.copyOf(overrides);
    require(!bootstrapServers.isBlank(), "bootstrap-server", bootstrapServers, "name a broker");
    require(threads >= 1, "threads", threads, "use at least 1");
    require(
        commitInterval.toMillis() >= 1, "commit-interval", commitInterval, "use 1 ms or longer");
    require(
        maxRecordBytes >= 1024 && maxRecordBytes < Topics.MAX_MESSAGE_BYTES,
        "max-record-bytes",
        maxRecordBytes,
        "use at least 1024 and less than " + Topics.MAX_MESSAGE_BYTES);
    require(
        !stallAfter.isNegative() && !stallAfter.isZero(),
        "stall-after",
        stallAfter,
        "use a positive time");
  }

  /** Returns the defaults for those brokers and that directory. */
  public static StreamsSettings of(String bootstrapServers, Path stateDirectory) {
    return new StreamsSettings(
        bootstrapServers,
        stateDirectory,
        DEFAULT_THREADS,
        DEFAULT_COMMIT_INTERVAL,
        DEFAULT_MAX_RECORD_BYTES,
        DEFAULT_STALL_AFTER,
        Map.of());
  }

  /** Returns the same settings with that many threads. */
  public StreamsSettings withThreads(int number) {
    return new StreamsSettings(
        bootstrapServers,
        stateDirectory,
        number,
        commitInterval,
        maxRecordBytes,
        stallAfter,
        overrides);
  }

  /** Returns the same settings with that commit interval. */
  public StreamsSettings withCommitInterval(Duration interval) {
    return new StreamsSettings(
        bootstrapServers, stateDirectory, threads, interval, maxRecordBytes, stallAfter, overrides);
  }

  /** Returns the same settings with that limit on a value's length. */
  public StreamsSettings withMaxRecordBytes(int bytes) {
    return new StreamsSettings(
        bootstrapServers, stateDirectory, threads, commitInterval, bytes, stallAfter, overrides);
  }

  /** Returns the same settings with those of Kafka's own. */
  public StreamsSettings withOverrides(Map<String, String> kafkaSettings) {
    return new StreamsSettings(
        bootstrapServers,
        stateDirectory,
        threads,
        commitInterval,
        maxRecordBytes,
        stallAfter,
        kafkaSettings);
  }

  private static void require(boolean holds, String setting, Object value, String mend) {
    if (!holds) {
      throw new IllegalArgumentException(
          "setting " + setting + ": \"" + value + "\" does not do; " + mend);
    }
  }
}
