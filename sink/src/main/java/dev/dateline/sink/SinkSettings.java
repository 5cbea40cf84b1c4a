package dev.dateline.sink;

import java.time.Duration;

/**
 * The settings of the sink. Immutable.
 *
 * @param jsonMirror whether news.claims is also written as JSON, to news.claims.json
 * @param alertMemory how long an alert that was raised is remembered: so long the same proposition
 *     or article raises no other one of the same watchlist
 * @param trendGrace how long after its end a trend's window still counts what comes late
 * @param trendMemory how long a thing's past is kept after it was last seen
 */
public record SinkSettings(
    boolean jsonMirror, Duration alertMemory, Duration trendGrace, Duration trendMemory) {

  /** As long as news.alerts is kept. */
  public static final Duration DEFAULT_ALERT_MEMORY = Duration.ofDays(90);

  /** What feeds are late by. */
  public static final Duration DEFAULT_TREND_GRACE = Duration.ofMinutes(15);

  /** Four half-lives of the longest baseline. */
  public static final Duration DEFAULT_TREND_MEMORY = Duration.ofDays(28);

  /** Checks every setting. */
  public SinkSettings {
    require(isPositive(alertMemory), "alert-memory-days", alertMemory, "use 1 day or more");
    require(!trendGrace.isNegative(), "trend-grace-minutes", trendGrace, "use 0 or more");
    require(isPositive(trendMemory), "trend-memory", trendMemory, "use 1 day or more");
  }

  /** Returns the defaults: no mirror. */
  public static SinkSettings defaults() {
    return new SinkSettings(false, DEFAULT_ALERT_MEMORY, DEFAULT_TREND_GRACE, DEFAULT_TREND_MEMORY);
  }

  /** Returns the same settings with or without the mirror. */
  public SinkSettings withJsonMirror(boolean wanted) {
    return new SinkSettings(wanted, alertMemory, trendGrace, trendMemory);
  }

  /** Returns the same settings with that memory of alerts. */
  public SinkSettings withAlertMemory(Duration memory) {
    return new SinkSettings(jsonMirror, memory, trendGrace, trendMemory);
  }

  /** Returns the same settings with that grace. */
  public SinkSettings withTrendGrace(Duration grace) {
    return new SinkSettings(jsonMirror, alertMemory, grace, trendMemory);
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  private static void require(boolean holds, String setting, Object value, String mend) {
    if (!holds) {
      throw new IllegalArgumentException(
          "setting " + setting + ": \"" + value + "\" does not do; " + mend);
    }
  }
}
