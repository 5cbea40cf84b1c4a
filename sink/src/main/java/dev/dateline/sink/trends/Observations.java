package dev.dateline.sink.trends;

import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.TrendKind;
import dev.dateline.schemas.avro.TrendObservation;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.Sightings;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an article or a claim adds to the counts. Thread-safe. */
public final class Observations {

  private static final String PLACE_ID = "geonames:";

  private Observations() {}

  /**
   * Returns one observation for each entity and each place of the article; none for a later
   * revision, which would count twice. A place counts as a place alone, though it is a name too.
   */
  public static List<TrendObservation> of(EnrichedArticle enriched) {
    if (enriched.getArticle().getRevision() > 1) {
      return List.of();
    }
    Instant time = enriched.getArticle().getEventTime();
    Map<String, TrendObservation> found = new LinkedHashMap<>();
    for (Entity entity : enriched.getEntities()) {
      if (!entity.getId().startsWith(PLACE_ID)) {
        TrendObservation seen =
            observation(TrendKind.ENTITY, entity.getId(), entity.getName(), time);
        found.putIfAbsent(key(seen), seen);
      }
    }
    for (PlaceSighting sighting : Sightings.ofPlaces(enriched)) {
      TrendObservation seen =
          observation(
              TrendKind.PLACE,
              sighting.getPlace().getPlaceId(),
              sighting.getPlace().getName(),
              time);
      seen.setPlace(sighting.getPlace());
      found.putIfAbsent(key(seen), seen);
    }
    return List.copyOf(found.values());
  }

  /** Returns the observation of the claim's claimant; empty where nobody is named. */
  public static Optional<TrendObservation> of(JudgedClaim judged) {
    Claimant claimant = judged.getClaim().getClaimant();
    if (claimant == null
        || claimant.getName() == null
        || judged.getVerdict() == Verdict.RETRACTED
        || judged.getArticle().getRevision() > 1) {
      return Optional.empty();
    }
    String id =
        claimant.getEntityId() == null ? "claimant:" + claimant.getName() : claimant.getEntityId();
    return Optional.of(
        observation(
            TrendKind.CLAIMANT, id, claimant.getName(), judged.getArticle().getEventTime()));
  }

  /** Returns the key of a thing: kind, a slash and id. */
  public static String key(TrendObservation observation) {
    return observation.getKind() + "/" + observation.getId();
  }

  private static TrendObservation observation(
      TrendKind kind, String id, String name, Instant time) {
    return TrendObservation.newBuilder()
        .setKind(kind)
        .setId(id)
        .setName(name)
        .setEventTime(time)
        .build();
  }
}
