package dev.dateline.dashboard;

import dev.dateline.dashboard.read.Subscription;
import dev.dateline.dashboard.read.TopicReader;
import dev.dateline.dashboard.view.Views;
import dev.dateline.dashboard.web.StreamHub;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Reads every topic that the page shows into the views.
 *
 * <p>Two threads: one for what an open page waits for, one for what is large and may come later.
 * Thread-safe.
 */
final class TopicViews implements Liveness, AutoCloseable {

  private static final long LATEST_ARTICLES = 4_000;
  private static final long LATEST_SIGHTINGS = 40_000;
  private static final long LATEST_TRENDS = 50_000;
  private static final long LATEST_DEAD_LETTERS = 100;

  /** Transaction markers take offsets too: about one for each record where little comes. */
  private static final int OFFSETS_PER_RECORD = 2;

  private final Views views;
  private final StreamHub hub;
  private final TopicReader claims;
  private final TopicReader articles;

  private TopicViews(Views views, StreamHub hub, TopicReader claims, TopicReader articles) {
    this.views = views;
    this.hub = hub;
    this.claims = claims;
    this.articles = articles;
  }

  /** Returns every topic that is read. */
  static List<Topic<?>> topics() {
    return List.of(
        Topics.CLAIMS,
        Topics.LEDGER,
        Topics.STANDING,
        Topics.TRENDS,
        Topics.DEAD_LETTERS,
        Topics.FEED_STATES,
        Topics.SOURCE_HEALTH,
        Topics.ENRICHED,
        Topics.ENTITIES,
        Topics.PLACES);
  }

  static TopicViews start(Map<String, Object> clientProperties, DashboardSettings settings) {
    Views views = new Views(settings.mostClaims());
    StreamHub hub = new StreamHub(views.feed(), settings.mostStreams());
    try {
      TopicReader claims =
          TopicReader.start(
              "dashboard-claims",
              clientProperties,
              claimTopics(views, hub, settings.mostClaims()),
              starts ->
                  starts.forEach(
                      (partition, offset) -> {
                        if (partition.topic().equals(Topics.CLAIMS.name())) {
                          views.feed().startsAt(partition.partition(), offset);
                        }
                      }),
              hub::flush);
      try {
        TopicReader articles =
            TopicReader.start(
                "dashboard-articles",
                clientProperties,
                articleTopics(views),
                starts -> {},
                () -> {});
        return new TopicViews(views, hub, claims, articles);
      } catch (RuntimeException e) {
        claims.close();
        throw e;
      }
    } catch (KafkaException e) {
      hub.close();
      throw new DashboardException(
          "starting the dashboard: reading the topics: "
              + e.getMessage()
              + ": check the cluster with `dateline topics check`",
          e);
    }
  }

  private static List<Subscription> claimTopics(Views views, StreamHub hub, int mostClaims) {
    return List.of(
        Subscription.of(
            Topics.CLAIMS,
            (long) mostClaims * OFFSETS_PER_RECORD,
            (position, key, claim, arrived) -> {
              if (claim != null) {
                hub.publish(() -> views.claim(position, claim, arrived));
              }
            }),
        Subscription.of(
            Topics.LEDGER,
            Subscription.ALL,
            (position, key, entry, arrived) -> views.proposition(position, key, entry)),
        Subscription.of(
            Topics.STANDING,
            Subscription.ALL,
            (position, key, standing, arrived) -> views.standing(position, key, standing)),
        Subscription.of(
            Topics.TRENDS,
            LATEST_TRENDS,
            (position, key, trend, arrived) -> {
              if (trend != null) {
                views.trends().add(trend);
              }
            }),
        Subscription.of(
            Topics.FEED_STATES,
            Subscription.ALL,
            (position, key, state, arrived) -> views.sources().feed(key, state)),
        Subscription.of(
            Topics.SOURCE_HEALTH,
            Subscription.ALL,
            (position, key, found, arrived) -> views.sources().health(key, found)),
        new Subscription(Topics.DEAD_LETTERS.name(), LATEST_DEAD_LETTERS, views::deadLetter));
  }

  private static List<Subscription> articleTopics(Views views) {
    return List.of(
        Subscription.of(
            Topics.ENRICHED,
            LATEST_ARTICLES * OFFSETS_PER_RECORD,
            (position, key, article, arrived) -> {
              if (article != null) {
                views.article(position, article, arrived);
              }
            }),
        Subscription.of(
            Topics.ENTITIES,
            LATEST_SIGHTINGS,
            (position, key, sighting, arrived) -> {
              if (sighting != null) {
                views.entities().add(sighting);
              }
            }),
        Subscription.of(
            Topics.PLACES,
            LATEST_SIGHTINGS,
            (position, key, sighting, arrived) -> {
              if (sighting != null) {
                views.places().add(sighting);
              }
            }));
  }

  Views views() {
    return views;
  }

  StreamHub hub() {
    return hub;
  }

  /** Waits until the claims that were there at the start are in the feed. */
  void awaitClaims() throws InterruptedException {
    try {
      claims.caughtUp().get();
    } catch (ExecutionException | CancellationException e) {
      throw new DashboardException("starting the dashboard: reading claims: " + reason(e), e);
    }
  }

  boolean awaitStopped(Duration limit) throws InterruptedException {
    String failure = failure();
    if (failure != null) {
      throw new DashboardException(
          "running the dashboard: reading the topics: " + failure + ": start it again",
          new IllegalStateException(failure));
    }
    try {
      claims.ended().get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new DashboardException(
          "running the dashboard: reading claims: " + reason(e) + ": start it again", e);
    }
  }

  @Override
  public @Nullable String failure() {
    return Stream.of(claims, articles)
        .filter(reader -> reader.ended().isCompletedExceptionally())
        .findFirst()
        .map(TopicViews::faultOf)
        .orElse(null);
  }

  private static String faultOf(TopicReader reader) {
    return reader.ended().handle((nothing, fault) -> reason(fault)).join();
  }

  private static String reason(@Nullable Throwable fault) {
    Throwable cause = fault instanceof ExecutionException ? fault.getCause() : fault;
    return cause == null
        ? "ended"
        : cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  @Override
  public long unreadable() {
    return claims.unreadable() + articles.unreadable();
  }

  @Override
  public void close() {
    hub.close();
    claims.close();
    articles.close();
  }
}
