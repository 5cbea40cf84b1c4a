package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.FeedFailure;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceHealth;
import dev.dateline.schemas.avro.SourceProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Outlets by what comes from them, and feeds by how they answer; bounded. Thread-safe. */
public final class SourceView {

  private static final int HOURS = 24;
  private static final int MOST_SOURCES = 2_000;
  private static final int MOST_FEEDS = 5_000;
  private static final long MOST_BYTES = 8L << 20;
  private static final long SOURCE_BYTES = 2_500;
  private static final long FEED_BYTES = 1_500;

  /** A feed is silent after this many times the time in which a new item is expected. */
  private static final int SILENT_AFTER = 5;

  private static final Duration NEVER_SILENT_BEFORE = Duration.ofHours(6);

  /**
   * One outlet.
   *
   * @param source its name
   * @param articles how many articles came from it, as far as the view goes back
   * @param lastArrived when the latest came
   * @param lastPublished when the latest was published; null when none says
   * @param hours articles that arrived in each of the last 24 hours, the present one last
   */
  public record Outlet(
      String source,
      long articles,
      Instant lastArrived,
      @Nullable Instant lastPublished,
      List<Long> hours) {}

  /** How a feed does. */
  public enum Health {
    /** It answers, and gives as much as it usually does. */
    OK,
    /** It answers, and what it gives is not as usual. */
    ODD,
    /** It answers, and gives nothing new for much longer than usual. */
    SILENT,
    /** It did not answer as it should the last time. */
    FAILING,
    /** It is asked no more. */
    GIVEN_UP
  }

  /**
   * One feed.
   *
   * @param url its address
   * @param title what it calls itself; null when it has no title
   * @param health how it does
   * @param problems what source health finds wrong with it; empty when nothing is or nobody looked
   * @param failure kind of the last failure
   * @param message what is wrong in one line; null when nothing is
   * @param lastAnswered when it last answered as a feed; null when never
   * @param lastNew when it last had a new item; null when never
   * @param nextDue when it is asked next; null when it was given up
   * @param itemsPerDay how many new items a day are expected; null when not known
   */
  public record Feed(
      String url,
      @Nullable String title,
      Health health,
      List<String> problems,
      FeedFailure failure,
      @Nullable String message,
      @Nullable Instant lastAnswered,
      @Nullable Instant lastNew,
      @Nullable Instant nextDue,
      @Nullable Double itemsPerDay) {}

  private record Finding(List<String> problems, @Nullable String message) {
    static final Finding NONE = new Finding(List.of(), null);
  }

  private static final class Tally {
    private final TreeMap<Instant, Long> hours = new TreeMap<>();
    private long articles;
    private Instant lastArrived = Instant.MIN;
    private @Nullable Instant lastPublished;
  }

  private final BoundedMap<String, Tally> outlets =
      new BoundedMap<>(MOST_SOURCES, MOST_BYTES, tally -> SOURCE_BYTES);
  private final BoundedMap<String, Finding> findings =
      new BoundedMap<>(MOST_FEEDS, MOST_BYTES, finding -> FEED_BYTES);
  private final BoundedMap<String, FeedState> feeds =
      new BoundedMap<>(MOST_FEEDS, MOST_BYTES, state -> FEED_BYTES);

  /** Takes an article that came in. */
  public synchronized void add(ArticleCard article, Instant arrived) {
    String source = article.source();
    if (source == null) {
      return;
    }
    Tally tally = outlets.get(source).orElseGet(Tally::new);
    tally.articles++;
    tally.lastArrived = tally.lastArrived.isAfter(arrived) ? tally.lastArrived : arrived;
    Instant published = article.published();
    Instant before = tally.lastPublished;
    if (published != null && (before == null || published.isAfter(before))) {
      tally.lastPublished = published;
    }
    tally.hours.merge(arrived.truncatedTo(ChronoUnit.HOURS), 1L, Long::sum);
    while (tally.hours.size() > HOURS) {
      tally.hours.pollFirstEntry();
    }
    outlets.put(source, tally);
  }

  /** Takes the state of a feed; null when it is no longer polled. */
  public void feed(String url, @Nullable FeedState state) {
    if (state == null) {
      feeds.remove(url);
    } else {
      // What it has seen is the bulk of a state, and nothing to show.
      feeds.put(url, FeedState.newBuilder(state).setSeen(List.of()).build());
    }
  }

  /** Takes what source health finds of a feed; null when it looks after the feed no more. */
  public void health(String url, @Nullable SourceHealth found) {
    if (found == null) {
      findings.remove(url);
      return;
    }
    findings.put(
        url,
        new Finding(
            found.getProblems().stream().map(SourceProblem::name).toList(),
            Clip.orNull(found.getMessage(), Clip.LINE)));
  }

  /** Returns the outlets, the one heard of latest first. */
  public synchronized List<Outlet> outlets(Instant now) {
    return outlets.keys().stream()
        .flatMap(name -> outlets.get(name).map(tally -> outlet(name, tally, now)).stream())
        .sorted(Comparator.comparing(Outlet::lastArrived).reversed())
        .toList();
  }

  private static Outlet outlet(String source, Tally tally, Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    List<Long> hours =
        IntStream.range(0, HOURS)
            .mapToObj(
                index ->
                    tally.hours.getOrDefault(hour.minus(HOURS - 1L - index, ChronoUnit.HOURS), 0L))
            .toList();
    return new Outlet(source, tally.articles, tally.lastArrived, tally.lastPublished, hours);
  }

  /** Returns the feeds, those in trouble first. */
  public List<Feed> feeds(Instant now) {
    return feeds.values().stream()
        .map(state -> feed(state, findings.get(state.getUrl()).orElse(Finding.NONE), now))
        .sorted(Comparator.comparing(Feed::health).reversed().thenComparing(Feed::url))
        .toList();
  }

  private static Feed feed(FeedState state, Finding finding, Instant now) {
    return new Feed(
        Clip.of(state.getUrl(), Clip.PARAGRAPH),
        Clip.orNull(state.getTitle(), Clip.NAME),
        health(state, finding, now),
        finding.problems(),
        state.getFailure(),
        finding.message() == null
            ? Clip.orNull(state.getFailureMessage(), Clip.LINE)
            : finding.message(),
        state.getLastAnswered(),
        state.getLastNew(),
        state.getNextDue(),
        state.getItemsPerDay());
  }

  private static Health health(FeedState state, Finding finding, Instant now) {
    if (state.getNextDue() == null) {
      return Health.GIVEN_UP;
    }
    if (state.getFailure() != FeedFailure.NONE) {
      return Health.FAILING;
    }
    if (!finding.problems().isEmpty()) {
      return finding.problems().contains(SourceProblem.SILENT.name()) ? Health.SILENT : Health.ODD;
    }
    Instant lastNew = state.getLastNew();
    Double itemsPerDay = state.getItemsPerDay();
    if (lastNew == null || itemsPerDay == null || itemsPerDay <= 0) {
      return Health.OK;
    }
    long expected = (long) (Duration.ofDays(1).toMillis() / itemsPerDay * SILENT_AFTER);
    Duration quiet = Duration.between(lastNew, now);
    boolean silent = quiet.toMillis() > expected && quiet.compareTo(NEVER_SILENT_BEFORE) > 0;
    return silent ? Health.SILENT : Health.OK;
  }
}
