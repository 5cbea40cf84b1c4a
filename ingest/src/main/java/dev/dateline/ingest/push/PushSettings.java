package dev.dateline.ingest.push;

import java.time.Duration;

/**
 * How pushed articles are taken in.
 *
 * @param host the address to listen at; "0.0.0.0" for every address of this machine
 * @param port the port; 0 for any that is free
 * @param longestBody most bytes of one request
 * @param mostArticles most articles of one request
 * @param mostWaiting most articles that wait for Kafka; further requests are told to come again
 * @param longestQueue how long the first in the queue may have waited for Kafka before further
 *     requests are told to come again
 * @param longestWait how long a request waits for Kafka before its sender is told that it is not
 *     known what became of it
 * @param backfillAge how long before its arrival an article was published that raises no alert
 */
public record PushSettings(
    String host,
    int port,
    int longestBody,
    int mostArticles,
    int mostWaiting,
    Duration longestQueue,
    Duration longestWait,
    Duration backfillAge) {

  /** Several commits: a sender is better told to come again than kept waiting. */
  public static final long DEFAULT_QUEUE_MILLIS = 75;

  private static final int GREATEST_PORT = 65_535;

  /** Checks each. */
  public PushSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("listening: the host is empty");
    }
    if (port < 0 || port > GREATEST_PORT) {
      throw new IllegalArgumentException("listening: " + port + " is no port: use 0 to 65535");
    }
    if (longestBody < 1 || mostArticles < 1 || mostWaiting < 1) {
      throw new IllegalArgumentException("a most of a request or of the queue is not at least 1");
    }
    if (longestQueue.isNegative() || longestWait.isNegative() || backfillAge.isNegative()) {
      throw new IllegalArgumentException("a wait or age is negative");
    }
  }

  /**
   * Returns the defaults: localhost, any port, 16 MiB and 500 articles a request, 2,000 articles
   * waiting, 75 ms in the queue, 30 s a request, seven days for backfill.
   */
  public static PushSettings defaults() {
    return new PushSettings(
        "localhost",
        0,
        16 * 1024 * 1024,
        500,
        2_000,
        Duration.ofMillis(DEFAULT_QUEUE_MILLIS),
        Duration.ofSeconds(30),
        Duration.ofDays(7));
  }

  /** Returns the same listening elsewhere. */
  public PushSettings at(String otherHost, int otherPort) {
    return new PushSettings(
        otherHost,
        otherPort,
        longestBody,
        mostArticles,
        mostWaiting,
        longestQueue,
        longestWait,
        backfillAge);
  }

  /** Returns the same with another most of bytes a request. */
  public PushSettings withLongestBody(int bytes) {
    return new PushSettings(
        host, port, bytes, mostArticles, mostWaiting, longestQueue, longestWait, backfillAge);
  }

  /** Returns the same with another queue. */
  public PushSettings withQueue(int articles, Duration longest) {
    return new PushSettings(
        host, port, longestBody, mostArticles, articles, longest, longestWait, backfillAge);
  }
}
