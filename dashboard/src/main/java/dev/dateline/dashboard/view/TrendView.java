package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.TrendKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rises, by windows of each size, with the latest windows of each thing. Thread-safe. */
public final class TrendView {

  private static final int MOST_POINTS = 48;
  private static final int POINT_BYTES = 120;
  private static final int RECENT_WINDOWS = 2;

  /**
   * One thing in one window, with those before.
   *
   * @param kind what is counted
   * @param id entity id, place id or claimant
   * @param name for people
   * @param windowStart first instant of the latest window
   * @param windowEnd first instant after it
   * @param count the latest window's count
   * @param expected what its own past leads one to expect; null while there is too little past
   * @param score burst score in standard deviations; null while there is too little past
   * @param firstSeen whether it was never seen before that window
   * @param closed whether the window is complete
   * @param points the latest windows of that size, oldest first
   */
  public record Rising(
      TrendKind kind,
      String id,
      String name,
      Instant windowStart,
      Instant windowEnd,
      long count,
      @Nullable Double expected,
      @Nullable Double score,
      boolean firstSeen,
      boolean closed,
      List<Point> points) {}

  /**
   * One window.
   *
   * @param start its first instant
   * @param count its count
   */
  public record Point(Instant start, long count) {}

  private static final class Series {
    private final TreeMap<Instant, Long> counts = new TreeMap<>();
    private @Nullable Trend latest;

    void add(Trend trend) {
      counts.put(trend.getWindowStart(), trend.getCount());
      if (counts.size() > MOST_POINTS) {
        counts.pollFirstEntry();
      }
      if (latest == null || !trend.getWindowStart().isBefore(latest.getWindowStart())) {
        latest = trend;
      }
    }
  }

  private final Map<Duration, BoundedMap<String, Series>> sizes = new HashMap<>();
  private final Map<Duration, Instant> newest = new HashMap<>();
  private final int mostThings;
  private final long mostBytes;

  /**
   * Makes an empty one.
   *
   * @param mostThings of each size of window
   * @param mostBytes of each size of window
   */
  public TrendView(int mostThings, long mostBytes) {
    this.mostThings = mostThings;
    this.mostBytes = mostBytes;
  }

  /** Takes a record of news.trends. */
  public synchronized void add(Trend trend) {
    Duration size = Duration.between(trend.getWindowStart(), trend.getWindowEnd());
    BoundedMap<String, Series> things =
        sizes.computeIfAbsent(
            size,
            each ->
                new BoundedMap<>(
                    mostThings,
                    mostBytes,
                    series -> 400 + (long) POINT_BYTES * series.counts.size()));
    String key = trend.getKind() + "/" + trend.getId();
    Series series = things.get(key).orElseGet(Series::new);
    series.add(trend);
    things.put(key, series);
    newest.merge(size, trend.getWindowEnd(), (one, other) -> one.isBefore(other) ? other : one);
  }

  /**
   * Returns what stands out most in the latest windows of that size: the greatest score first, then
   * the greatest count.
   *
   * @param kind only things of that kind; null for all
   */
  public synchronized List<Rising> rising(Duration size, @Nullable TrendKind kind, int limit) {
    BoundedMap<String, Series> things = sizes.get(size);
    Instant end = newest.get(size);
    if (things == null || end == null) {
      return List.of();
    }
    Instant earliest = end.minus(size.multipliedBy(RECENT_WINDOWS));
    return things.values().stream()
        .map(TrendView::rising)
        .filter(each -> each.windowEnd().isAfter(earliest))
        .filter(each -> kind == null || kind == each.kind())
        .sorted(
            Comparator.comparing(
                    Rising::score, Comparator.nullsFirst(Comparator.<Double>naturalOrder()))
                .thenComparing(Rising::count)
                .reversed()
                .thenComparing(Rising::name))
        .limit(limit)
        .toList();
  }

  private static Rising rising(Series series) {
    Trend latest = series.latest;
    if (latest == null) {
      throw new IllegalStateException("a series without a window");
    }
    return new Rising(
        latest.getKind(),
        latest.getId(),
        Clip.of(latest.getName(), Clip.NAME),
        latest.getWindowStart(),
        latest.getWindowEnd(),
        latest.getCount(),
        latest.getExpected(),
        latest.getScore(),
        latest.getFirstSeen(),
        latest.getClosed(),
        series.counts.entrySet().stream()
            .map(each -> new Point(each.getKey(), each.getValue()))
            .toList());
  }
}
