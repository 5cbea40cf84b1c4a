package dev.dateline.ingest.poll;

import dev.dateline.http.Backoff;
import dev.dateline.schemas.avro.FeedFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Says when a feed is asked next.
 *
 * <p>A feed that answers is asked about twice for each item it is expected to have, within the
 * bounds of the settings and not before the time its server states; one that fails is asked ever
 * less often, by the kind of failure. A random part keeps feeds from falling into step. Thread-safe
 * when the random generator is.
 */
final class Schedule {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /** Most new items a day that one look can tell of; keeps a short gap from meaning millions. */
  private static final double MOST_A_DAY = 10_000;

  private static final double LOOKS_AN_ITEM = 2;
  private static final double JITTER = 0.1;

  private final PollSettings settings;
  private final RandomGenerator random;

  Schedule(PollSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /**
   * Returns when to ask a feed that has answered.
   *
   * @param itemsPerDay how many new items a day it is expected to have
   * @param stated how long its server or the feed itself says that it stays as it is
   */
  Instant afterAnswer(double itemsPerDay, Duration stated, Instant now) {
    double days = 1 / (LOOKS_AN_ITEM * Math.max(itemsPerDay, 1e-6));
    Duration own =
        days >= 1_000
            ? settings.longestInterval()
            : Duration.ofMillis((long) (days * DAY.toMillis()));
    Duration interval =
        atMost(
            settings.longestInterval(), longer(settings.shortestInterval(), longer(own, stated)));
    double share = 1 + JITTER * random.nextDouble();
    return now.plusMillis((long) (interval.toMillis() * share));
  }

  /**
   * Returns when to ask a feed that has failed; empty when it is given up until somebody adds it
   * again.
   *
   * @param failures failures in a row, this one among them
   * @param retryAfter how long the server asks to wait; empty when it does not
   */
  Optional<Instant> afterFailure(
      FeedFailure kind, int failures, Optional<Duration> retryAfter, Instant now) {
    Backoff backoff =
        switch (kind) {
          case NONE, TRANSIENT -> new Backoff(Duration.ofMinutes(2), Duration.ofHours(6));
          case THROTTLED -> new Backoff(Duration.ofMinutes(20), DAY);
          case REFUSED -> new Backoff(Duration.ofHours(6), WEEK);
          case MISSING -> new Backoff(Duration.ofHours(1), DAY);
          case UNREADABLE -> new Backoff(Duration.ofHours(1), DAY);
          case GONE -> null;
        };
    if (backoff == null) {
      return Optional.empty();
    }
    Duration own = longer(backoff.after(failures, random), settings.shortestInterval());
    Duration asked = atMost(settings.longestWait(), retryAfter.orElse(Duration.ZERO));
    return Optional.of(
        now.plus(retryAfter.isPresent() ? longer(asked, settings.shortestInterval()) : own));
  }

  /**
   * Returns how many new items a day a feed is expected to have, after a look at it.
   *
   * <p>The first look goes by the dates of the items: those of the last week, or of the time since
   * the oldest where the feed does not reach back so far. Later ones move the figure toward what
   * came since the last look, by the share that this time has of a day (an exponentially weighted
   * mean with a time constant of a day).
   *
   * @param before what was expected so far; null at the first look
   * @param fresh how many items are new
   * @param since the last look; null at the first
   * @param dates when the items were published, as far as the feed says so
   */
  static double itemsPerDay(
      @Nullable Double before,
      int fresh,
      @Nullable Instant since,
      List<Instant> dates,
      Instant now) {
    if (before == null || since == null) {
      return first(dates, now);
    }
    double days = Math.max((double) Duration.between(since, now).toMillis(), 1) / DAY.toMillis();
    double seen = Math.min(fresh / days, MOST_A_DAY);
    double share = 1 - Math.exp(-days);
    return before + share * (seen - before);
  }

  private static double first(List<Instant> dates, Instant now) {
    List<Instant> past = dates.stream().filter(date -> !date.isAfter(now)).sorted().toList();
    if (past.isEmpty()) {
      return 24;
    }
    Instant start = now.minus(WEEK);
    if (past.get(0).isAfter(start)) {
      start = past.get(0);
    }
    Instant from = start;
    long recent = past.stream().filter(date -> !date.isBefore(from)).count();
    double days = Math.max((double) Duration.between(from, now).toMillis() / DAY.toMillis(), 0.04);
    return recent / days;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration atMost(Duration cap, Duration asked) {
    return asked.compareTo(cap) > 0 ? cap : asked;
  }
}
