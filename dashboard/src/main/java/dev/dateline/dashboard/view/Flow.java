package dev.dateline.dashboard.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many articles and claims come, and how long they take, over the last hour. Thread-safe. */
public final class Flow {

  private static final int MOST_SECONDS = 3_600;
  private static final int MOST_LATENCIES = 5_000;
  private static final int RATE_SECONDS = 60;
  private static final int MINUTES = 60;

  private final TreeMap<Long, Integer> articles = new TreeMap<>();
  private final TreeMap<Long, Integer> claims = new TreeMap<>();
  private final long[] latencies = new long[MOST_LATENCIES];
  private long latencyCount;

  /**
   * What came and how long it took.
   *
   * @param articlesPerSecond over the last minute
   * @param claimsPerSecond over the last minute
   * @param articlesPerMinute of each of the last 60 minutes, oldest first
   * @param claimsPerMinute likewise
   * @param latencies how many of the latest claims the latencies are of
   * @param latencyP50Millis half of them came out of the ledger so long after their article was
   *     read; null when there are none
   * @param latencyP99Millis 99 of 100 did; null when there are none
   */
  public record Figures(
      double articlesPerSecond,
      double claimsPerSecond,
      List<Integer> articlesPerMinute,
      List<Integer> claimsPerMinute,
      int latencies,
      @Nullable Long latencyP50Millis,
      @Nullable Long latencyP99Millis) {}

  /** Takes an article that came out of enrich. */
  public synchronized void article(Instant arrived) {
    count(articles, arrived);
  }

  /** Takes a claim that came out of the ledger. */
  public synchronized void claim(Instant arrived, Instant fetched) {
    count(claims, arrived);
    latencies[(int) (latencyCount % MOST_LATENCIES)] =
        Math.max(0, Duration.between(fetched, arrived).toMillis());
    latencyCount++;
  }

  private static void count(NavigableMap<Long, Integer> seconds, Instant when) {
    seconds.merge(when.getEpochSecond(), 1, Integer::sum);
    while (seconds.size() > MOST_SECONDS) {
      seconds.pollFirstEntry();
    }
  }

  /** Returns the figures as of then. */
  public synchronized Figures figures(Instant now) {
    int known = (int) Math.min(latencyCount, MOST_LATENCIES);
    long[] sorted = Arrays.copyOf(latencies, known);
    Arrays.sort(sorted);
    return new Figures(
        rate(articles, now),
        rate(claims, now),
        minutes(articles, now),
        minutes(claims, now),
        known,
        known == 0 ? null : sorted[(known - 1) / 2],
        known == 0 ? null : sorted[(int) Math.ceil(known * 0.99) - 1]);
  }

  private static double rate(NavigableMap<Long, Integer> seconds, Instant now) {
    long end = now.getEpochSecond();
    return (double) sum(seconds, end - RATE_SECONDS, end) / RATE_SECONDS;
  }

  private static List<Integer> minutes(NavigableMap<Long, Integer> seconds, Instant now) {
    long end = now.getEpochSecond();
    List<Integer> minutes = new ArrayList<>();
    for (int minute = MINUTES; minute > 0; minute--) {
      minutes.add(sum(seconds, end - minute * 60L, end - (minute - 1) * 60L));
    }
    return minutes;
  }

  private static int sum(NavigableMap<Long, Integer> seconds, long after, long through) {
    return seconds.subMap(after, false, through, true).values().stream()
        .mapToInt(Integer::intValue)
        .sum();
  }
}
