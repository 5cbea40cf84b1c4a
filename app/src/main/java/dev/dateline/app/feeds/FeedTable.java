package dev.dateline.app.feeds;

import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedFailure;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceHealth;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows feeds to a person, in 80 columns but for long addresses. */
public final class FeedTable {

  private static final String ROW = "%-12s %6s %6s %9s  %s%n";

  private static final String INDENT = " ".repeat(13);

  private FeedTable() {}

  /**
   * Prints a row a feed, and below it what is wrong with it.
   *
   * @param feeds the list, by address
   * @param states where ingest stands, by address
   * @param health how they do, by address
   */
  public static void print(
      Map<String, Feed> feeds,
      Map<String, FeedState> states,
      Map<String, SourceHealth> health,
      Instant now,
      PrintWriter out) {
    if (feeds.isEmpty()) {
      out.println("no feeds: add some with `dateline feeds add URL` or `feeds import OPML`");
      return;
    }
    out.printf(ROW, "STATE", "NEXT", "NEW", "ITEMS/DAY", "FEED");
    feeds.forEach((url, feed) -> print(url, states.get(url), health.get(url), now, out));
  }

  private static void print(
      String url,
      @Nullable FeedState state,
      @Nullable SourceHealth health,
      Instant now,
      PrintWriter out) {
    if (state == null || state.getLastAsked() == null) {
      out.printf(ROW, "not asked", "-", "-", "-", url);
      return;
    }
    Double pace = state.getItemsPerDay();
    out.printf(
        ROW,
        name(state.getFailure(), health),
        state.getNextDue() == null ? "never" : span(now, state.getNextDue()),
        state.getLastNew() == null ? "-" : span(state.getLastNew(), now),
        pace == null ? "-" : String.format(Locale.ROOT, "%,.1f", pace),
        url);
    if (health != null && health.getMessage() != null) {
      out.println(INDENT + health.getMessage());
    } else if (state.getFailureMessage() != null) {
      out.println(INDENT + state.getFailureMessage());
    }
  }

  private static String name(FeedFailure failure, @Nullable SourceHealth health) {
    if (failure != FeedFailure.NONE || health == null || health.getProblems().isEmpty()) {
      return name(failure);
    }
    return switch (health.getProblems().get(0)) {
      case SILENT -> "silent";
      case BODIES_GONE -> "no text";
      case FUTURE_DATES -> "future dates";
      case FAILING, GIVEN_UP, UNKNOWN -> name(failure);
    };
  }

  private static String name(FeedFailure failure) {
    return switch (failure) {
      case NONE -> "ok";
      case TRANSIENT -> "no answer";
      case THROTTLED -> "throttled";
      case REFUSED -> "refused";
      case MISSING -> "not found";
      case GONE -> "gone";
      case UNREADABLE -> "no feed";
    };
  }

  /** Returns the time between as one number: 45 s, 12 min, 5 h, 3 d. */
  static String span(Instant from, Instant to) {
    Duration between = to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    if (between.toMinutes() < 1) {
      return between.toSeconds() + " s";
    }
    if (between.toHours() < 1) {
      return between.toMinutes() + " min";
    }
    return between.toDays() < 1 ? between.toHours() + " h" : between.toDays() + " d";
  }
}
