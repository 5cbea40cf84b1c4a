package dev.dateline.ingest.poll;

import dev.dateline.http.HttpSettings;
import java.time.Duration;

/**
 * How feeds are polled.
 *
 * @param shortestInterval shortest time between two looks at a feed, however busy it is
 * @param longestInterval longest time between two looks at a feed that answers; also the most of a
 *     server's {@code max-age} and a feed's {@code ttl} that is honoured
 * @param longestWait the most of a server's {@code Retry-After} that is honoured
 * @param hostDelay time between the end of one request to a host and the start of the next
 * @param requests most requests at a time, to different hosts
 * @param pages whether the page of an item that is only a summary is fetched
 * @param backfillAge how long before its arrival an article was published that raises no alert
 * @param http the limits of each request, and how we name ourselves
 */
public record PollSettings(
    Duration shortestInterval,
    Duration longestInterval,
    Duration longestWait,
    Duration hostDelay,
    int requests,
    boolean pages,
    Duration backfillAge,
    HttpSettings http) {

  /** Checks each. */
  public PollSettings {
    if (shortestInterval.isNegative() || shortestInterval.isZero()) {
      throw new IllegalArgumentException(
          "shortest interval: " + shortestInterval + " is not positive");
    }
    if (longestInterval.compareTo(shortestInterval) < 0) {
      throw new IllegalArgumentException(
          "longest interval: " + longestInterval + " is less than the shortest");
    }
    if (longestWait.isNegative() || hostDelay.isNegative() || backfillAge.isNegative()) {
      throw new IllegalArgumentException("a delay, wait or age is negative");
    }
    if (requests < 1) {
      throw new IllegalArgumentException("requests: " + requests + " is not at least 1");
    }
  }

  /**
   * Returns the defaults: looks from 5 minutes to 4 hours apart, a day's wait at most, a second
   * between requests to a host, 16 requests at a time, pages fetched, seven days for backfill.
   */
  public static PollSettings defaults() {
    return new PollSettings(
        Duration.ofMinutes(5),
        Duration.ofHours(4),
        Duration.ofDays(1),
        Duration.ofSeconds(1),
        16,
        true,
        Duration.ofDays(7),
        HttpSettings.defaults());
  }
}
