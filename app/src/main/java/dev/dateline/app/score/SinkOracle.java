package dev.dateline.app.score;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Trend;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.Watchlist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Says what the sink's topics must hold, from news.enriched and news.claims alone and by none of
 * the sink's own code: what a watchlist asks for is said again here, as a condition on the record.
 */
final class SinkOracle {

  private static final Duration POLL = Duration.ofMillis(250);

  /**
   * A watchlist in both forms.
   *
   * @param query as the sink reads it
   * @param claims whether a claim is asked for
   * @param articles whether an article is asked for
   */
  private record Search(
      String name,
      String query,
      Predicate<JudgedClaim> claims,
      Predicate<EnrichedArticle> articles) {}

  private static final List<Search> SEARCHES =
      List.of(
          new Search("everything", "*:*", claim -> true, article -> true),
          new Search(
              "denials",
              "polarity:DENIED",
              claim -> claim.getClaim().getPolarity() == Polarity.DENIED,
              article -> false),
          new Search(
              "contested",
              "verdict:(DISPUTED OR UPDATED OR RETRACTED)",
              claim ->
                  Set.of(Verdict.DISPUTED, Verdict.UPDATED, Verdict.RETRACTED)
                      .contains(claim.getVerdict()),
              article -> false),
          new Search(
              "said-in-ukraine",
              "country:UA AND (cue:SAY OR type:article)",
              claim ->
                  claim.getClaim().getCue() != null
                      && claim.getClaim().getCue().getCueClass() == CueClass.SAY
                      && claim.getClaim().getPlaces().stream()
                          .map(PlaceReference::getCountry)
                          .anyMatch("UA"::equals),
              article ->
                  article.getPlaces().stream().map(Place::getCountry).anyMatch("UA"::equals)),
          new Search("nothing", "country:UA AND country:QQ", claim -> false, article -> false));

  private final Cluster cluster;

  SinkOracle(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Returns the watchlists that the sink must have before it starts. */
  static List<Watchlist> watchlists() {
    return SEARCHES.stream()
        .map(
            search ->
                Watchlist.newBuilder()
                    .setName(search.name())
                    .setQuery(search.query())
                    .setCreated(Instant.EPOCH)
                    .build())
        .toList();
  }

  /** Reads every topic and holds it against what must be there. */
  List<Tally> compare() {
    List<EnrichedArticle> articles = values(Topics.ENRICHED);
    List<JudgedClaim> claims = values(Topics.CLAIMS);
    List<Tally> tallies = new ArrayList<>();
    tallies.add(
        Tally.of(
            Topics.CLAIMS.name(),
            articles.stream().flatMap(each -> each.getClaims().stream()).map(Claim::getId).toList(),
            claims.stream().map(SinkOracle::id).toList()));
    tallies.add(ofVerdict(Verdict.NEW, Topics.NEW_CLAIMS, claims));
    tallies.add(ofVerdict(Verdict.DISPUTED, Topics.DISPUTED_CLAIMS, claims));
    tallies.add(
        Tally.of(
            Topics.JSON_CLAIMS.name(), claims.stream().map(SinkOracle::id).toList(), mirrored()));
    tallies.add(
        Tally.of(
            Topics.ENTITIES.name(),
            perArticle(articles, each -> each.getEntities().stream().map(Entity::getId).toList()),
            ids(
                Topics.ENTITIES,
                (EntitySighting sighting) ->
                    sighting.getArticle().getId() + " " + sighting.getEntity().getId())));
    tallies.add(
        Tally.of(
            Topics.PLACES.name(),
            perArticle(articles, each -> each.getPlaces().stream().map(Place::getPlaceId).toList()),
            ids(
                Topics.PLACES,
                (PlaceSighting sighting) ->
                    sighting.getArticle().getId() + " " + sighting.getPlace().getPlaceId())));
    alerts(articles, claims, tallies);
    List<String> closed =
        values(Topics.TRENDS).stream().filter(Trend::getClosed).map(SinkOracle::window).toList();
    tallies.add(Tally.of("news.trends, closed windows", closed, closed));
    return tallies;
  }

  private void alerts(
      List<EnrichedArticle> articles, List<JudgedClaim> claims, List<Tally> tallies) {
    List<Alert> raised = values(Topics.ALERTS);
    List<ArticleAlert> raisedOfArticles = values(Topics.ARTICLE_ALERTS);
    for (Search search : SEARCHES) {
      tallies.add(
          Tally.of(
              Topics.ALERTS.name() + " " + search.name(),
              claims.stream()
                  .filter(claim -> !claim.getArticle().getBackfill())
                  .filter(search.claims())
                  .map(JudgedClaim::getPropositionId)
                  .toList(),
              raised.stream()
                  .filter(alert -> alert.getWatchlist().equals(search.name()))
                  .map(alert -> alert.getClaim().getPropositionId())
                  .toList()));
    }
    tallies.add(
        Tally.of(
            Topics.ARTICLE_ALERTS.name(),
            SEARCHES.stream()
                .flatMap(
                    search ->
                        articles.stream()
                            .filter(article -> !article.getArticle().getBackfill())
                            .filter(search.articles())
                            .map(article -> search.name() + " " + article.getArticle().getId()))
                .toList(),
            raisedOfArticles.stream()
                .map(alert -> alert.getWatchlist() + " " + alert.getArticle().getId())
                .toList()));
  }

  private Tally ofVerdict(Verdict verdict, Topic<JudgedClaim> topic, List<JudgedClaim> claims) {
    return Tally.of(
        topic.name(),
        claims.stream().filter(claim -> claim.getVerdict() == verdict).map(SinkOracle::id).toList(),
        ids(topic, SinkOracle::id));
  }

  private static Set<String> perArticle(
      List<EnrichedArticle> articles, Function<EnrichedArticle, List<String>> things) {
    Set<String> expected = new HashSet<>();
    for (EnrichedArticle article : articles) {
      things.apply(article).forEach(id -> expected.add(article.getArticle().getId() + " " + id));
    }
    return expected;
  }

  private static String id(JudgedClaim claim) {
    return claim.getClaim().getId();
  }

  private static String window(Trend trend) {
    return trend.getKind()
        + " "
        + trend.getId()
        + " "
        + trend.getWindowStart()
        + "/"
        + trend.getWindowEnd();
  }

  private <V extends SpecificRecord> List<String> ids(Topic<V> topic, Function<V, String> id) {
    return values(topic).stream().map(id).toList();
  }

  private <V extends SpecificRecord> List<V> values(Topic<V> topic) {
    List<V> values = new ArrayList<>();
    try (RecordReader<V> reader = new RecordReader<>(cluster, topic, Long.MAX_VALUE)) {
      reader.read(
          false,
          record -> {
            values.add(record.value());
            return true;
          });
    }
    return values;
  }

  /** Reads the claims' ids out of the JSON mirror. */
  private List<String> mirrored() {
    ObjectMapper mapper = new ObjectMapper();
    List<String> ids = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            cluster.readerProperties(Map.of()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.JSON_CLAIMS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          ids.add(mapper.readTree(record.value()).path("claim").path("id").asText());
        }
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + Topics.JSON_CLAIMS.name() + ": not JSON", e);
    }
  }
}
