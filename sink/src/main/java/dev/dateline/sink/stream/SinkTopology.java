package dev.dateline.sink.stream;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.TrendObservation;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.WatchlistMatch;
import dev.dateline.sink.Sightings;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.trends.Observations;
import dev.dateline.streams.RecordSerdes;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Fans articles and claims out into topics of their own, raises the alerts of watchlists and counts
 * trends.
 */
final class SinkTopology {

  static final String READ_ENRICHED = "read-enriched";
  static final String SIGHT_ENTITIES = "sight-entities";
  static final String WRITE_ENTITIES = "write-entities";
  static final String SIGHT_PLACES = "sight-places";
  static final String WRITE_PLACES = "write-places";
  static final String READ_CLAIMS = "read-claims";
  static final String KEEP_NEW = "keep-new";
  static final String WRITE_NEW = "write-new";
  static final String KEEP_DISPUTED = "keep-disputed";
  static final String WRITE_DISPUTED = "write-disputed";
  static final String WRITE_JSON = "write-json";
  static final String READ_WATCHLISTS = "read-watchlists";
  static final String MATCH_CLAIMS = "match-claims";
  static final String MATCH_ARTICLES = "match-articles";
  static final String MERGE_MATCHES = "merge-matches";
  static final String BY_WATCHLIST = "matches-by-watchlist";
  static final String RAISE = "raise";
  static final String TAKE_ALERTS = "take-alerts";
  static final String TAKE_ARTICLE_ALERTS = "take-article-alerts";
  static final String WRITE_ARTICLE_ALERTS = "write-article-alerts";
  static final String OBSERVE_ARTICLES = "observe-articles";
  static final String OBSERVE_CLAIMANTS = "observe-claimants";
  static final String MERGE_OBSERVATIONS = "merge-observations";
  static final String BY_THING = "observations-by-thing";
  static final String COUNT_TRENDS = "count-trends";
  static final String WRITE_TRENDS = "write-trends";
  static final String WRITE_ALERTS = "write-alerts";

  private final RecordSerdes serdes;
  private final SinkSettings settings;

  SinkTopology(RecordSerdes serdes, SinkSettings settings) {
    this.serdes = serdes;
    this.settings = settings;
  }

  void build(StreamsBuilder builder) {
    KStream<String, EnrichedArticle> enriched =
        builder.stream(Topics.ENRICHED.name(), serdes.consumed(Topics.ENRICHED, READ_ENRICHED));
    enriched
        .flatMap(SinkTopology::entitiesById, Named.as(SIGHT_ENTITIES))
        .to(Topics.ENTITIES.name(), serdes.produced(Topics.ENTITIES, WRITE_ENTITIES));
    enriched
        .flatMap(SinkTopology::placesById, Named.as(SIGHT_PLACES))
        .to(Topics.PLACES.name(), serdes.produced(Topics.PLACES, WRITE_PLACES));

    KStream<String, JudgedClaim> claims =
        builder.stream(Topics.CLAIMS.name(), serdes.consumed(Topics.CLAIMS, READ_CLAIMS));
    claims
        .filter(SinkTopology::isNew, Named.as(KEEP_NEW))
        .to(Topics.NEW_CLAIMS.name(), serdes.produced(Topics.NEW_CLAIMS, WRITE_NEW));
    claims
        .filter(SinkTopology::isDisputed, Named.as(KEEP_DISPUTED))
        .to(Topics.DISPUTED_CLAIMS.name(), serdes.produced(Topics.DISPUTED_CLAIMS, WRITE_DISPUTED));
    if (settings.jsonMirror()) {
      claims.to(Topics.JSON_CLAIMS.name(), serdes.producedAsJson(Topics.JSON_CLAIMS, WRITE_JSON));
    }
    raiseAlerts(builder, enriched, claims);
    countTrends(enriched, claims);
  }

  private void raiseAlerts(
      StreamsBuilder builder,
      KStream<String, EnrichedArticle> enriched,
      KStream<String, JudgedClaim> claims) {
    Watchlists watchlists = new Watchlists();
    builder.addGlobalStore(
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(SinkStores.WATCHLISTS),
            serdes.key(),
            serdes.value(Topics.WATCHLISTS)),
        Topics.WATCHLISTS.name(),
        serdes.consumed(Topics.WATCHLISTS, READ_WATCHLISTS),
        () -> watchlists.keeper(SinkStores.WATCHLISTS));
    KStream<String, WatchlistMatch> raised =
        claims
            .flatMap(watchlists::matches, Named.as(MATCH_CLAIMS))
            .merge(
                enriched.flatMap(watchlists::matches, Named.as(MATCH_ARTICLES)),
                Named.as(MERGE_MATCHES))
            .repartition(
                Repartitioned.with(serdes.key(), serdes.value(WatchlistMatch.class))
                    .withName(BY_WATCHLIST)
                    .withNumberOfPartitions(Topics.ALERTS.partitions()))
            .process(
                supplier(() -> new RaiseProcessor(settings), SinkStores.ofAlerts(serdes, settings)),
                Named.as(RAISE));
    raised
        .flatMapValues(SinkTopology::claimAlert, Named.as(TAKE_ALERTS))
        .to(Topics.ALERTS.name(), serdes.produced(Topics.ALERTS, WRITE_ALERTS));
    raised
        .flatMapValues(SinkTopology::articleAlert, Named.as(TAKE_ARTICLE_ALERTS))
        .to(
            Topics.ARTICLE_ALERTS.name(),
            serdes.produced(Topics.ARTICLE_ALERTS, WRITE_ARTICLE_ALERTS));
  }

  private void countTrends(
      KStream<String, EnrichedArticle> enriched, KStream<String, JudgedClaim> claims) {
    enriched
        .flatMap(SinkTopology::observations, Named.as(OBSERVE_ARTICLES))
        .merge(
            claims.flatMap(SinkTopology::observations, Named.as(OBSERVE_CLAIMANTS)),
            Named.as(MERGE_OBSERVATIONS))
        .repartition(
            Repartitioned.with(serdes.key(), serdes.value(TrendObservation.class))
                .withName(BY_THING)
                .withNumberOfPartitions(Topics.TRENDS.partitions()))
        .process(
            supplier(() -> new TrendProcessor(settings), SinkStores.ofTrends(serdes)),
            Named.as(COUNT_TRENDS))
        .to(Topics.TRENDS.name(), serdes.produced(Topics.TRENDS, WRITE_TRENDS));
  }

  private static List<KeyValue<String, EntitySighting>> entitiesById(
      String articleId, EnrichedArticle enriched) {
    return Sightings.ofEntities(enriched).stream()
        .map(sighting -> KeyValue.pair(sighting.getEntity().getId(), sighting))
        .toList();
  }

  private static List<KeyValue<String, PlaceSighting>> placesById(
      String articleId, EnrichedArticle enriched) {
    return Sightings.ofPlaces(enriched).stream()
        .map(sighting -> KeyValue.pair(sighting.getPlace().getPlaceId(), sighting))
        .toList();
  }

  private static boolean isNew(String subjectId, JudgedClaim claim) {
    return claim.getVerdict() == Verdict.NEW;
  }

  private static boolean isDisputed(String subjectId, JudgedClaim claim) {
    return claim.getVerdict() == Verdict.DISPUTED;
  }

  private static List<Alert> claimAlert(WatchlistMatch match) {
    return match.getClaim() == null ? List.of() : List.of(match.getClaim());
  }

  private static List<ArticleAlert> articleAlert(WatchlistMatch match) {
    return match.getArticle() == null ? List.of() : List.of(match.getArticle());
  }

  private static List<KeyValue<String, TrendObservation>> observations(
      String articleId, EnrichedArticle enriched) {
    return Observations.of(enriched).stream()
        .map(observation -> KeyValue.pair(Observations.key(observation), observation))
        .toList();
  }

  private static List<KeyValue<String, TrendObservation>> observations(
      String subjectId, JudgedClaim claim) {
    return Observations.of(claim).stream()
        .map(observation -> KeyValue.pair(Observations.key(observation), observation))
        .toList();
  }

  private static <K, V, L, W> ProcessorSupplier<K, V, L, W> supplier(
      Supplier<Processor<K, V, L, W>> processor, Set<StoreBuilder<?>> stores) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<K, V, L, W> get() {
        return processor.get();
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return stores;
      }
    };
  }
}
