package dev.dateline.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long after each failure up to a cap, and of
 * that a random part between half and all, so that many who failed together do not come back
 * together.
 *
 * <p>Source of the method: "equal jitter", M. Brooker, Exponential Backoff And Jitter, 2015.
 *
 * @param first the wait after the first failure
 * @param longest the cap
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 40;

  /** Checks both. */
  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("back-off from " + first + " to " + longest);
    }
  }

  /**
   * Returns the wait.
   *
   * @param failures failures in a row so far, 1 or more
   */
  public Duration after(int failures, RandomGenerator random) {
    double doubled =
        (double) first.toMillis() * Math.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
    double whole = Math.min(doubled, (double) longest.toMillis());
    return Duration.ofMillis(Math.round(whole * (0.5 + random.nextDouble() / 2)));
  }
}
