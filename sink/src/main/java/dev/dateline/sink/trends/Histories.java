package dev.dateline.sink.trends;

import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.TrendBaseline;
import dev.dateline.schemas.avro.TrendBucket;
import dev.dateline.schemas.avro.TrendHistory;
import dev.dateline.schemas.avro.TrendObservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is kept of one thing, and what it says of a window. Pure functions. Thread-safe. */
public final class Histories {

  private Histories() {}

  /**
   * Returns the history with one more observation.
   *
   * @param history what is kept so far; null for a thing never seen
   * @param at event time of the observation
   * @param kept stretches before this are in no open window and are forgotten
   */
  public static TrendHistory observed(
      @Nullable TrendHistory history, TrendObservation thing, Instant at, Instant kept) {
    TrendHistory next =
        history == null
            ? TrendHistory.newBuilder()
                .setThing(thing)
                .setFirstSeen(at)
                .setLastSeen(at)
                .setBaselines(none())
                .build()
            : TrendHistory.newBuilder(history).build();
    if (!at.isBefore(next.getLastSeen())) {
      next.setThing(thing);
      next.setLastSeen(at);
    }
    if (at.isBefore(next.getFirstSeen())) {
      next.setFirstSeen(at);
    }
    List<TrendBucket> buckets = new ArrayList<>(pruned(next.getBuckets(), kept));
    add(buckets, bucket(at));
    next.setBuckets(buckets);
    return next;
  }

  /**
   * Returns what the history says of the window that starts then.
   *
   * @param closed whether nothing is counted in it any more
   */
  public static Trend trend(
      TrendHistory history, TrendWindow window, Instant start, boolean closed) {
    long count = count(history, window, start);
    TrendBaseline past = Baselines.upTo(baseline(history, window), window, start);
    TrendObservation thing = history.getThing();
    Trend.Builder trend =
        Trend.newBuilder()
            .setKind(thing.getKind())
            .setId(thing.getId())
            .setName(thing.getName())
            .setPlace(thing.getPlace())
            .setWindowStart(start)
            .setWindowEnd(start.plus(window.size()))
            .setCount(count)
            .setFirstSeen(!history.getFirstSeen().isBefore(start))
            .setClosed(closed);
    if (Baselines.isEnough(past)) {
      Baselines.Expectation expectation = Baselines.expectation(past, count);
      trend.setExpected(expectation.mean()).setScore(expectation.score());
    }
    return trend.build();
  }

  /** Returns the history after that window was closed: the past has grown by it. */
  public static TrendHistory closed(TrendHistory history, TrendWindow window, Instant start) {
    TrendHistory next = TrendHistory.newBuilder(history).build();
    if (window.isAligned(start)) {
      TrendBaseline grown =
          Baselines.closed(baseline(history, window), window, start, count(history, window, start));
      replace(next, window, grown);
    }
    return next;
  }

  /** Returns the next window from that one on that has an observation in it; empty for none. */
  public static Optional<Instant> nextCounted(
      TrendHistory history, TrendWindow window, Instant from) {
    for (TrendBucket bucket : history.getBuckets()) {
      Instant last = window.firstWith(bucket.getStart()).plus(window.size()).minus(window.hop());
      if (!last.isBefore(from)) {
        Instant first = window.firstWith(bucket.getStart());
        return Optional.of(first.isBefore(from) ? from : first);
      }
    }
    return Optional.empty();
  }

  /** Returns the window that is to be closed next; empty for none. */
  public static Optional<Instant> closing(TrendHistory history, TrendWindow window) {
    return Optional.ofNullable(baseline(history, window).getClosing());
  }

  /** Returns the history with that window to be closed next; null for none. */
  public static TrendHistory withClosing(
      TrendHistory history, TrendWindow window, @Nullable Instant start) {
    TrendHistory next = TrendHistory.newBuilder(history).build();
    replace(
        next,
        window,
        TrendBaseline.newBuilder(baseline(history, window)).setClosing(start).build());
    return next;
  }

  private static long count(TrendHistory history, TrendWindow window, Instant start) {
    Instant end = start.plus(window.size());
    return history.getBuckets().stream()
        .filter(bucket -> !bucket.getStart().isBefore(start) && bucket.getStart().isBefore(end))
        .mapToLong(TrendBucket::getCount)
        .sum();
  }

  private static List<TrendBucket> pruned(List<TrendBucket> buckets, Instant kept) {
    return buckets.stream().filter(bucket -> !bucket.getStart().isBefore(kept)).toList();
  }

  private static void add(List<TrendBucket> buckets, Instant start) {
    int place = buckets.size();
    while (place > 0 && buckets.get(place - 1).getStart().isAfter(start)) {
      place--;
    }
    if (place > 0 && buckets.get(place - 1).getStart().equals(start)) {
      TrendBucket there = buckets.get(place - 1);
      buckets.set(place - 1, new TrendBucket(start, there.getCount() + 1));
    } else {
      buckets.add(place, new TrendBucket(start, 1L));
    }
  }

  private static Instant bucket(Instant at) {
    long length = TrendWindow.BUCKET.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), length) * length);
  }

  private static List<TrendBaseline> none() {
    List<TrendBaseline> baselines = new ArrayList<>();
    for (TrendWindow window : TrendWindow.values()) {
      baselines.add(empty(window));
    }
    return baselines;
  }

  private static TrendBaseline empty(TrendWindow window) {
    return TrendBaseline.newBuilder()
        .setSize(window.size().toMillis())
        .setUntil(Instant.EPOCH)
        .build();
  }

  private static TrendBaseline baseline(TrendHistory history, TrendWindow window) {
    return history.getBaselines().stream()
        .filter(baseline -> baseline.getSize() == window.size().toMillis())
        .findFirst()
        .orElseGet(() -> empty(window));
  }

  private static void replace(TrendHistory history, TrendWindow window, TrendBaseline baseline) {
    List<TrendBaseline> baselines = new ArrayList<>(history.getBaselines());
    baselines.removeIf(other -> other.getSize() == window.size().toMillis());
    baselines.add(baseline);
    history.setBaselines(baselines);
  }
}
