package dev.dateline.sink;

import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.Severity;
import dev.dateline.schemas.avro.Throttle;
import dev.dateline.schemas.avro.ThrottleStanding;
import dev.dateline.schemas.avro.WatchlistMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets at most so many alerts of a watchlist pass in so long; what is held back comes as one digest
 * when the time is over. Pure functions on the watchlist's standing. Thread-safe.
 */
public final class ThrottleGate {

  private static final int MOST_LINES = 20;

  private ThrottleGate() {}

  /**
   * What came of a match.
   *
   * @param standing what to keep of the watchlist
   * @param passes whether the match is raised now; held back otherwise
   */
  public record Passage(ThrottleStanding standing, boolean passes) {}

  /**
   * Decides about a match. A digest that is due has to be taken first.
   *
   * @param standing the watchlist's standing; null where it has none
   * @param traceparent of the match; null where it has none
   */
  public static Passage decide(
      @Nullable ThrottleStanding standing,
      WatchlistMatch match,
      Throttle throttle,
      @Nullable String traceparent,
      Instant now) {
    if (standing == null || isOver(standing, now)) {
      return new Passage(begun(throttle, now), true);
    }
    ThrottleStanding next = ThrottleStanding.newBuilder(standing).setThrottle(throttle).build();
    if (standing.getHeld() == null && standing.getRaised() < throttle.getAlerts()) {
      next.setRaised(standing.getRaised() + 1);
      return new Passage(next, true);
    }
    hold(next, match, traceparent);
    return new Passage(next, false);
  }

  /** Returns whether the standing's span of time is over. */
  public static boolean isOver(ThrottleStanding standing, Instant now) {
    return !now.isBefore(
        standing.getSince().plus(Duration.ofMillis(standing.getThrottle().getMilliseconds())));
  }

  /** Returns the digest of what a standing holds back; null where it holds nothing. */
  public static @Nullable WatchlistMatch digest(ThrottleStanding standing) {
    WatchlistMatch held = standing.getHeld();
    if (held == null) {
      return null;
    }
    WatchlistMatch digest = WatchlistMatch.newBuilder(held).build();
    String more = standing.getMore() == 0 ? "" : " (and " + standing.getMore() + " more)";
    Alert claim = digest.getClaim();
    if (claim != null) {
      claim.setSummary(claim.getSummary() + more);
      claim.setMore(standing.getMore());
      claim.setAlso(standing.getAlso());
    }
    ArticleAlert article = digest.getArticle();
    if (article != null) {
      article.setSummary(article.getSummary() + more);
      article.setMore(standing.getMore());
      article.setAlso(standing.getAlso());
    }
    return digest;
  }

  /** Returns the standing of a span that begins now with one alert. */
  public static ThrottleStanding begun(Throttle throttle, Instant now) {
    return ThrottleStanding.newBuilder().setSince(now).setRaised(1).setThrottle(throttle).build();
  }

  private static void hold(
      ThrottleStanding standing, WatchlistMatch match, @Nullable String traceparent) {
    WatchlistMatch shown = standing.getHeld();
    if (shown == null) {
      standing.setHeld(match);
      standing.setTraceparent(traceparent);
      return;
    }
    WatchlistMatch other = match;
    if (severity(match).compareTo(severity(shown)) > 0) {
      standing.setHeld(match);
      standing.setTraceparent(traceparent);
      other = shown;
    }
    standing.setMore(standing.getMore() + 1);
    if (standing.getAlso().size() < MOST_LINES) {
      List<String> also = new ArrayList<>(standing.getAlso());
      also.add(summary(other));
      standing.setAlso(also);
    }
  }

  private static Severity severity(WatchlistMatch match) {
    return match.getClaim() == null ? Severity.INFO : match.getClaim().getSeverity();
  }

  private static String summary(WatchlistMatch match) {
    if (match.getClaim() != null) {
      return match.getClaim().getSummary();
    }
    return match.getArticle() == null ? "" : match.getArticle().getSummary();
  }
}
