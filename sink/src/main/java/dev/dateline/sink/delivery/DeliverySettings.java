package dev.dateline.sink.delivery;

import dev.dateline.http.HttpSettings;
import java.time.Duration;
import java.util.List;

/**
 * The settings of webhook delivery. Immutable.
 *
 * @param http the limits of every request; public addresses only unless told otherwise
 * @param waits how long to wait after each failed try; the last one repeats
 * @param patience how long after its alert a delivery is given up
 */
public record DeliverySettings(HttpSettings http, List<Duration> waits, Duration patience) {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4));

  /** Checks that there is something to wait, and keeps its own copy. */
  public DeliverySettings {
    waits = List.copyOf(waits);
    if (waits.isEmpty() || patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("delivery waits " + waits + " for " + patience);
    }
  }

  /**
   * Returns the defaults: fifteen seconds a try, waits from five seconds to four hours, a day in
   * all.
   */
  public static DeliverySettings defaults() {
    return new DeliverySettings(
        HttpSettings.defaults().withDeadline(Duration.ofSeconds(15)).withMaxBytes(64 * 1024),
        WAITS,
        Duration.ofHours(24));
  }

  /** Returns the same settings with private addresses allowed or not. */
  public DeliverySettings withPrivateAddresses(boolean allowed) {
    return new DeliverySettings(http.withPrivateAddresses(allowed), waits, patience);
  }

  /** Returns the wait after that many failed tries. */
  Duration wait(int attempts) {
    return waits.get(Math.min(Math.max(attempts, 1), waits.size()) - 1);
  }
}
