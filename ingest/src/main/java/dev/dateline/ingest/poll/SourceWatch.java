package dev.dateline.ingest.poll;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceHabits;
import dev.dateline.schemas.avro.SourceHealth;
import dev.dateline.schemas.avro.SourceProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something is not as it usually is with a feed, silence among it.
 *
 * <p>What is usual is kept in the feed's state as running means. A feed is silent when, at its
 * usual pace, so long a time without a new item would come up less than once in a thousand times
 * (items taken to come as by a Poisson process, so {@code exp(-pace * time)}). Works on the state
 * it is given and keeps nothing of its own; as thread-safe as that.
 */
final class SourceWatch {

  private static final double MOST_DAYS = 7;
  private static final double LEAST_DAYS = 1.0 / 1_440;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration TOLD_EVERY = Duration.ofHours(1);

  /** Fewer items missed than this are chance: {@code exp(-7)} is below one in a thousand. */
  private static final double MISSED = 7;

  private static final Duration SHORTEST_SILENCE = Duration.ofHours(2);
  private static final int FAILURES = 3;
  private static final int FEWEST_ITEMS = 10;
  private static final double LATELY = 0.1;
  private static final double USUALLY = 0.01;
  private static final double MOSTLY = 0.7;
  private static final double RARELY = 0.3;
  private static final double SOME = 0.3;

  /** A body with fewer characters is hardly any text. */
  private static final int HARDLY_ANY = 200;

  /** Clocks differ, and publishers round up. */
  private static final Duration AHEAD = Duration.ofMinutes(15);

  private SourceWatch() {}

  /**
   * Takes note of a look at the feed.
   *
   * @param fresh how many items were new
   * @param last when it was last looked at; null before the first time
   */
  static void looked(FeedState state, int fresh, @Nullable Instant last, Instant now) {
    SourceHabits habits = habits(state);
    Instant lastNew = state.getLastNew();
    // Only when something came: what is usual must not fade while the feed is silent.
    if (last == null || lastNew == null || fresh == 0) {
      return;
    }
    double days = Math.max(days(lastNew, now), LEAST_DAYS);
    double before = Math.min(habits.getDays(), Math.max(0, MOST_DAYS - days));
    double usual = habits.getItemsPerDay() == null ? 0 : habits.getItemsPerDay();
    habits.setItemsPerDay((usual * before + fresh) / (before + days));
    habits.setDays(before + days);
  }

  /** Takes note of an item as it is published. */
  static void published(FeedState state, ArticleDraft draft, Instant now) {
    SourceHabits habits = habits(state);
    double empty = draft.text().length() < HARDLY_ANY ? 1 : 0;
    boolean ahead =
        draft.published() != null
            && draft.published().instant().isAfter(now.plus(AHEAD))
            && !draft.published().day();
    long items = habits.getItems();
    habits.setEmptyUsually(
        moved(habits.getEmptyUsually(), empty, Math.max(USUALLY, 1.0 / (items + 1))));
    habits.setEmptyLately(
        moved(habits.getEmptyLately(), empty, Math.max(LATELY, 1.0 / (items + 1))));
    habits.setFutureLately(
        moved(habits.getFutureLately(), ahead ? 1 : 0, Math.max(LATELY, 1.0 / (items + 1))));
    habits.setItems(items + 1);
  }

  /** Returns what there is to tell; empty when it is what was told, less than an hour ago. */
  static Optional<SourceHealth> news(FeedState state, Instant now) {
    SourceHabits habits = habits(state);
    List<SourceProblem> problems = problems(state, now);
    boolean changed = !problems.equals(habits.getProblems()) || habits.getTold() == null;
    if (!changed && habits.getTold().plus(TOLD_EVERY).isAfter(now)) {
      return Optional.empty();
    }
    Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
    if (problems.isEmpty()) {
      habits.setSince(null);
    } else if (habits.getSince() == null) {
      habits.setSince(millis);
    }
    habits.setProblems(problems);
    habits.setTold(millis);
    boolean judged = habits.getItems() >= FEWEST_ITEMS;
    return Optional.of(
        SourceHealth.newBuilder()
            .setUrl(state.getUrl())
            .setTitle(state.getTitle())
            .setObserved(millis)
            .setProblems(problems)
            .setMessage(problems.isEmpty() ? null : message(problems, state, now))
            .setSince(habits.getSince())
            .setExpectedPerDay(habits.getItemsPerDay())
            .setSeenPerDay(state.getItemsPerDay())
            .setLastNew(state.getLastNew())
            .setFailure(state.getFailure())
            .setStatus(state.getStatus())
            .setFailures(state.getFailures())
            .setEmptyBodies(judged ? habits.getEmptyLately() : null)
            .setFutureDates(judged ? habits.getFutureLately() : null)
            .build());
  }

  private static List<SourceProblem> problems(FeedState state, Instant now) {
    SourceHabits habits = habits(state);
    List<SourceProblem> problems = new ArrayList<>();
    if (state.getLastAsked() != null && state.getNextDue() == null) {
      problems.add(SourceProblem.GIVEN_UP);
    } else if (isFailing(state)) {
      problems.add(SourceProblem.FAILING);
    }
    if (isSilent(state, now)) {
      problems.add(SourceProblem.SILENT);
    }
    if (habits.getItems() >= FEWEST_ITEMS) {
      if (habits.getEmptyLately() >= MOSTLY && habits.getEmptyUsually() <= RARELY) {
        problems.add(SourceProblem.BODIES_GONE);
      }
      if (habits.getFutureLately() >= SOME) {
        problems.add(SourceProblem.FUTURE_DATES);
      }
    }
    return problems;
  }

  private static boolean isFailing(FeedState state) {
    return switch (state.getFailure()) {
      case NONE -> false;
      case TRANSIENT, THROTTLED -> state.getFailures() >= FAILURES;
      case REFUSED, MISSING, GONE, UNREADABLE -> state.getFailures() > 0;
    };
  }

  private static boolean isSilent(FeedState state, Instant now) {
    Double usual = habits(state).getItemsPerDay();
    Instant lastNew = state.getLastNew();
    return usual != null
        && lastNew != null
        && lastNew.plus(SHORTEST_SILENCE).isBefore(now)
        && usual * days(lastNew, now) >= MISSED;
  }

  private static String message(List<SourceProblem> problems, FeedState state, Instant now) {
    List<String> parts = new ArrayList<>();
    SourceHabits habits = habits(state);
    for (SourceProblem problem : problems) {
      parts.add(
          switch (problem) {
            case GIVEN_UP -> "given up until it is added again: " + state.getFailureMessage();
            case FAILING ->
                (state.getFailures() == 1
                        ? "failed: "
                        : "failed " + state.getFailures() + " times: ")
                    + state.getFailureMessage();
            case SILENT ->
                String.format(
                    Locale.ROOT,
                    "nothing new for %s, where %.1f items a day are usual",
                    span(state.getLastNew(), now),
                    habits.getItemsPerDay());
            case BODIES_GONE ->
                String.format(
                    Locale.ROOT,
                    "%.0f %% of the latest items have hardly any text, where %.0f %% are usual:"
                        + " has the page's template changed?",
                    100 * habits.getEmptyLately(),
                    100 * habits.getEmptyUsually());
            case FUTURE_DATES ->
                String.format(
                    Locale.ROOT,
                    "%.0f %% of the latest items are dated in the future",
                    100 * habits.getFutureLately());
            case UNKNOWN -> "";
          });
    }
    return String.join("; ", parts);
  }

  private static String span(@Nullable Instant from, Instant to) {
    Duration span = Duration.between(from == null ? to : from, to);
    return span.toDays() >= 2 ? span.toDays() + " days" : span.toHours() + " hours";
  }

  private static SourceHabits habits(FeedState state) {
    SourceHabits habits = state.getHabits();
    if (habits == null) {
      habits = SourceHabits.newBuilder().build();
      state.setHabits(habits);
    }
    return habits;
  }

  private static double moved(double mean, double value, double share) {
    return mean + share * (value - mean);
  }

  private static double days(Instant from, Instant to) {
    return (double) Duration.between(from, to).toMillis() / DAY.toMillis();
  }
}
