package dev.dateline.sink.trends;

import dev.dateline.schemas.avro.TrendBaseline;
import java.time.Instant;

/**
 * What a thing's own past leads one to expect of a window, and how far a count stands above it.
 *
 * <p>Exponentially weighted mean and variance of the counts of past windows that do not overlap,
 * empty ones included, and the significance (x − max(mean, β)) / (√variance + β) with the bias term
 * β = 1, which keeps a rare thing's second mention from looking like a burst. Source: E. Schubert,
 * M. Weiler, H.-P. Kriegel, SigniTrend, KDD 2014, section 3; the incremental variance is that of T.
 * Finch, Incremental calculation of weighted mean and variance, 2009. As long as fewer windows are
 * past than the weight forgets, all weigh the same. Thread-safe.
 */
final class Baselines {

  /** Fewer past windows than this are too little to expect anything by. */
  static final int LEAST_WINDOWS = 4;

  private static final double BIAS = 1;
  private static final long MOST_EMPTY = 10_000;

  private Baselines() {}

  /**
   * An expectation.
   *
   * @param mean count expected
   * @param score standard deviations above it
   */
  record Expectation(double mean, double score) {}

  /** Returns the baseline with one more window, and the empty ones before it. */
  static TrendBaseline closed(
      TrendBaseline baseline, TrendWindow window, Instant start, long count) {
    TrendBaseline next = upTo(baseline, window, start);
    add(next, window, count);
    next.setUntil(start.plus(window.size()));
    return next;
  }

  /** Returns the baseline of a window that starts then, with the empty ones before it. */
  static TrendBaseline upTo(TrendBaseline baseline, TrendWindow window, Instant start) {
    TrendBaseline next = TrendBaseline.newBuilder(baseline).build();
    if (next.getWindows() == 0) {
      return next;
    }
    long size = window.size().toMillis();
    long empty = Math.floorDiv(start.toEpochMilli() - next.getUntil().toEpochMilli(), size);
    for (long i = 0; i < Math.min(empty, MOST_EMPTY); i++) {
      add(next, window, 0);
    }
    if (empty > 0) {
      next.setUntil(next.getUntil().plusMillis(empty * size));
    }
    return next;
  }

  /** Returns whether there is past enough. */
  static boolean isEnough(TrendBaseline baseline) {
    return baseline.getWindows() >= LEAST_WINDOWS;
  }

  /** Returns what is expected, and how far the count stands above it. */
  static Expectation expectation(TrendBaseline baseline, long count) {
    double mean = baseline.getMean();
    double score = (count - Math.max(mean, BIAS)) / (Math.sqrt(baseline.getVariance()) + BIAS);
    return new Expectation(mean, score);
  }

  private static void add(TrendBaseline baseline, TrendWindow window, long count) {
    long windows = baseline.getWindows();
    double weight = Math.max(window.weight(), 1.0 / (windows + 1));
    double step = count - baseline.getMean();
    baseline.setMean(baseline.getMean() + weight * step);
    baseline.setVariance((1 - weight) * (baseline.getVariance() + weight * step * step));
    baseline.setWindows(windows + 1);
  }
}
