package dev.dateline.sink.stream;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.Alerts;
import dev.dateline.sink.Sightings;
import dev.dateline.sink.SinkSettings;
import dev.dateline.streams.RecordSerdes;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;

/** Fans enriched articles out by entity and place, and new claims into alerts. */
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
  static final String KEEP_ALERTING = "keep-alerting";
  static final String RAISE_ALERTS = "raise-alerts";
  static final String WRITE_ALERTS = "write-alerts";

  private final RecordSerdes serdes;
  private final SinkSettings settings;
  private final Alerts alerts;

  SinkTopology(RecordSerdes serdes, SinkSettings settings, Alerts alerts) {
    this.serdes = serdes;
    this.settings = settings;
    this.alerts = alerts;
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
    claims
        .filter(this::raisesAlert, Named.as(KEEP_ALERTING))
        .map(this::alertByWatchlist, Named.as(RAISE_ALERTS))
        .to(Topics.ALERTS.name(), serdes.produced(Topics.ALERTS, WRITE_ALERTS));
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

  private boolean raisesAlert(String subjectId, JudgedClaim claim) {
    return alerts.isRaisedBy(claim);
  }

  private KeyValue<String, Alert> alertByWatchlist(String subjectId, JudgedClaim claim) {
    Alert alert = alerts.of(claim);
    return KeyValue.pair(alert.getWatchlist(), alert);
  }
}
