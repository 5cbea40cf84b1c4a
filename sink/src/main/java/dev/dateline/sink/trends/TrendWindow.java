package dev.dateline.sink.trends;

import java.time.Duration;
import java.time.Instant;

/** A hopping window: its length, and how far it hops. Windows start at multiples of the hop. */
public enum TrendWindow {
  QUARTER_HOUR(Duration.ofMinutes(15), Duration.ofMinutes(5), 96),
  HOUR(Duration.ofHours(1), Duration.ofMinutes(15), 168),
  DAY(Duration.ofHours(24), Duration.ofHours(6), 7);

  /** What every hop is a multiple of: counts are kept in stretches of this length. */
  static final Duration BUCKET = Duration.ofMinutes(5);

  private final Duration size;
  private final Duration hop;
  private final double weight;

  TrendWindow(Duration size, Duration hop, double halfLife) {
    this.size = size;
    this.hop = hop;
    this.weight = 1 - Math.exp(Math.log(0.5) / halfLife);
  }

  /** Returns its length. */
  public Duration size() {
    return size;
  }

  /** Returns how far one starts after the other. */
  public Duration hop() {
    return hop;
  }

  /** Returns the weight of the latest closed window in the mean; the past halves in a half-life. */
  double weight() {
    return weight;
  }

  /** Returns the first window that has the instant in it: the one that ends first. */
  public Instant firstWith(Instant instant) {
    long last = Math.floorDiv(instant.toEpochMilli(), hop.toMillis()) * hop.toMillis();
    return Instant.ofEpochMilli(last - size.toMillis() + hop.toMillis());
  }

  /** Returns whether windows that start so follow one another without overlap. */
  boolean isAligned(Instant start) {
    return Math.floorMod(start.toEpochMilli(), size.toMillis()) == 0;
  }
}
