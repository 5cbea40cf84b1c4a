package dev.dateline.sink;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.ArticleReference;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PlaceSighting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an article shows of each entity and place it names. Thread-safe. */
public final class Sightings {

  private Sightings() {}

  /** Returns one sighting for each entity of the article, in order of first mention. */
  public static List<EntitySighting> ofEntities(EnrichedArticle enriched) {
    ArticleReference article = ArticleReferences.of(enriched.getArticle());
    Map<String, EntitySighting> sightings = new LinkedHashMap<>();
    for (Entity entity : enriched.getEntities()) {
      sightings.putIfAbsent(entity.getId(), new EntitySighting(entity, article));
    }
    return List.copyOf(sightings.values());
  }

  /** Returns one sighting for each distinct place of the article, in order of first mention. */
  public static List<PlaceSighting> ofPlaces(EnrichedArticle enriched) {
    ArticleReference article = ArticleReferences.of(enriched.getArticle());
    Map<String, PlaceSighting> sightings = new LinkedHashMap<>();
    for (Place place : enriched.getPlaces()) {
      PlaceSighting sighting =
          sightings.computeIfAbsent(
              place.getPlaceId(), id -> new PlaceSighting(reference(place), 0, article));
      sighting.setMentions(sighting.getMentions() + 1);
    }
    return List.copyOf(sightings.values());
  }

  private static PlaceReference reference(Place place) {
    return PlaceReference.newBuilder()
        .setPlaceId(place.getPlaceId())
        .setName(place.getName())
        .setCountry(place.getCountry())
        .setAdmin1(place.getAdmin1())
        .setLatitude(place.getLatitude())
        .setLongitude(place.getLongitude())
        .setPrecision(place.getPrecision())
        .build();
  }
}
