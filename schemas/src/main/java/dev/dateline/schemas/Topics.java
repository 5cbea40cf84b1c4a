package dev.dateline.schemas;

import dev.dateline.schemas.Topic.Cleanup;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.Delivery;
import dev.dateline.schemas.avro.DisabledWebhook;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.IngestCursor;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.SourceHealth;
import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.Watchlist;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * The topic catalogue: every topic of Dateline, declared once.
 *
 * <p>Immutable. The order is the way of one article.
 */
public final class Topics {

  private static final int PARTITIONS = 4;

  /** Kafka's own default. */
  private static final int RECORD_BYTES = 1_048_588;

  /** Room for the longest article that ingest lets pass. */
  private static final int ARTICLE_BYTES = 8 * 1024 * 1024;

  /** Room for such an article with its annotations, or as a dead letter. */
  private static final int ENRICHED_BYTES = 16 * 1024 * 1024;

  /**
   * The most any topic of the catalogue takes, in bytes: the {@code max.request.size} of a producer
   * that may write to any of them.
   */
  public static final int MAX_MESSAGE_BYTES = ENRICHED_BYTES;

  public static final Topic<Feed> FEEDS =
      new Topic<>(
          "news.feeds",
          "feed address",
          Feed.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "app",
          "One feed that is polled, as `dateline feeds` last left it; all feeds of a host stand in one partition.");

  public static final Topic<FeedState> FEED_STATES =
      new Topic<>(
          "news.feeds.state",
          "feed address",
          FeedState.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "ingest",
          "Where ingest stands with one feed, in the partition of the feed, written in the transaction of the articles it gave.");

  public static final Topic<SourceHealth> SOURCE_HEALTH =
      new Topic<>(
          "news.sources.health",
          "feed address",
          SourceHealth.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "ingest",
          "How one source does: what is expected of it, what came, and what is wrong.");

  public static final Topic<Article> ARTICLES =
      new Topic<>(
          "news.articles",
          "article id",
          Article.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(30),
          ARTICLE_BYTES,
          "ingest",
          "One revision of one article as its source gave it.");

  public static final Topic<IngestCursor> INGEST_CURSORS =
      new Topic<>(
          "news.ingest.cursors",
          "article id",
          IngestCursor.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "ingest",
          "The latest revision of an article that was published, written in the article's own transaction.");

  public static final Topic<EnrichedArticle> ENRICHED =
      new Topic<>(
          "news.enriched",
          "article id",
          EnrichedArticle.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(30),
          ENRICHED_BYTES,
          "enrich",
          "The article with its names, places, times and attributed claims.");

  public static final Topic<JudgedClaim> CLAIMS =
      new Topic<>(
          "news.claims",
          "subject id",
          JudgedClaim.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "ledger",
          "One claim with its verdict.");

  public static final Topic<LedgerEntry> LEDGER =
      new Topic<>(
          "news.ledger",
          "proposition id",
          LedgerEntry.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "ledger",
          "The standing of one proposition.");

  public static final Topic<PlaceStanding> STANDING =
      new Topic<>(
          "news.standing",
          "place id",
          PlaceStanding.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "ledger",
          "What is claimed of one place, claims in contest side by side.");

  public static final Topic<EntitySighting> ENTITIES =
      new Topic<>(
          "news.entities",
          "entity id",
          EntitySighting.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(30),
          RECORD_BYTES,
          "sink",
          "One entity as one article names it.");

  public static final Topic<PlaceSighting> PLACES =
      new Topic<>(
          "news.places",
          "place id",
          PlaceSighting.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(30),
          RECORD_BYTES,
          "sink",
          "One place that one article names, with coordinates.");

  public static final Topic<JudgedClaim> NEW_CLAIMS =
      new Topic<>(
          "news.claims.new",
          "subject id",
          JudgedClaim.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "sink",
          "One claim that nobody had made before: those of news.claims whose verdict is NEW, in its order.");

  public static final Topic<JudgedClaim> DISPUTED_CLAIMS =
      new Topic<>(
          "news.claims.disputed",
          "subject id",
          JudgedClaim.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "sink",
          "One claim that a denial or an incompatible value meets: those of news.claims whose verdict is DISPUTED, in its order.");

  /** For consumers without Avro: each value is one JSON object in UTF-8. */
  public static final Topic<SpecificRecord> JSON_CLAIMS =
      new Topic<>(
          "news.claims.json",
          "subject id",
          null,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "sink",
          "One record of news.claims as a JSON object, in its order; empty unless the sink runs with --json-mirror.");

  public static final Topic<Watchlist> WATCHLISTS =
      new Topic<>(
          "news.watchlists",
          "watchlist name",
          Watchlist.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "app",
          "One saved search, as `dateline watch` last left it.");

  public static final Topic<Alert> ALERTS =
      new Topic<>(
          "news.alerts",
          "watchlist name",
          Alert.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "sink",
          "One claim that a person asked to be told: one for each watchlist and proposition.");

  public static final Topic<ArticleAlert> ARTICLE_ALERTS =
      new Topic<>(
          "news.alerts.articles",
          "watchlist name",
          ArticleAlert.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "sink",
          "One article that a person asked to be told: one for each watchlist and article.");

  public static final Topic<Trend> TRENDS =
      new Topic<>(
          "news.trends",
          "kind, a slash and id",
          Trend.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(7),
          RECORD_BYTES,
          "sink",
          "How often one thing was named in one window so far; the last record of a window is marked closed.");

  public static final Topic<Delivery> DELIVERIES =
      new Topic<>(
          "news.deliveries.retry",
          "delivery id",
          Delivery.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "sink",
          "One alert on its way to a webhook, with its tries so far; gone when it has arrived or was given up.");

  public static final Topic<Delivery> DEAD_DELIVERIES =
      new Topic<>(
          "news.deliveries.dead",
          "delivery id",
          Delivery.class,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          RECORD_BYTES,
          "sink",
          "One alert that no try brought to its webhook, with the reason; a record without a value says it was taken up again.");

  public static final Topic<DisabledWebhook> DISABLED_WEBHOOKS =
      new Topic<>(
          "news.deliveries.disabled",
          "URL",
          DisabledWebhook.class,
          PARTITIONS,
          Cleanup.COMPACT,
          null,
          RECORD_BYTES,
          "sink",
          "One webhook that answered 410 and gets no more until it is added again.");

  /** Holds original bytes under the headers that {@code DeadLetterHeaders} describes. */
  public static final Topic<SpecificRecord> DEAD_LETTERS =
      new Topic<>(
          "news.dead-letters",
          "key of the failed record, as bytes",
          null,
          PARTITIONS,
          Cleanup.DELETE,
          Duration.ofDays(90),
          ENRICHED_BYTES,
          "every topology",
          "A record that could not be processed, as its original bytes.");

  private static final List<Topic<?>> ALL =
      List.of(
          FEEDS,
          FEED_STATES,
          SOURCE_HEALTH,
          ARTICLES,
          INGEST_CURSORS,
          ENRICHED,
          CLAIMS,
          LEDGER,
          STANDING,
          ENTITIES,
          PLACES,
          NEW_CLAIMS,
          DISPUTED_CLAIMS,
          JSON_CLAIMS,
          WATCHLISTS,
          ALERTS,
          ARTICLE_ALERTS,
          TRENDS,
          DELIVERIES,
          DEAD_DELIVERIES,
          DISABLED_WEBHOOKS,
          DEAD_LETTERS);

  private Topics() {}

  /** Returns every topic, in the order of one article's way. */
  public static List<Topic<?>> all() {
    return ALL;
  }

  /** Returns the topic of that name, or empty where the catalogue has none. */
  public static Optional<Topic<?>> find(String name) {
    return ALL.stream().filter(topic -> topic.name().equals(name)).findFirst();
  }
}
