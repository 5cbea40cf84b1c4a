package dev.dateline.ingest;

import dev.dateline.ingest.publish.PublisherSettings;
import java.time.Duration;

/**
 * How files are ingested.
 *
 * @param publisher how articles are published
 * @param backfillAge how long before its arrival an article was published that raises no alert
 * @param pollInterval how often watched folders are looked through; a changed file is read when two
 *     looks in a row find it the same
 */
public record IngestSettings(
    PublisherSettings publisher, Duration backfillAge, Duration pollInterval) {

  /** Checks each. */
  public IngestSettings {
    if (backfillAge.isNegative()) {
      throw new IllegalArgumentException("backfill age: " + backfillAge + " is negative");
    }
    if (pollInterval.isNegative() || pollInterval.isZero()) {
      throw new IllegalArgumentException("poll interval: " + pollInterval + " is not positive");
    }
  }

  /** Returns the defaults: seven days for backfill, a look a second. */
  public static IngestSettings defaults() {
    return new IngestSettings(
        PublisherSettings.defaults(), Duration.ofDays(7), Duration.ofSeconds(1));
  }
}
