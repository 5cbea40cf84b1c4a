package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.PlaceReference;
import org.jspecify.annotations.Nullable;

/**
 * A place, as every answer writes it.
 *
 * @param id gazetteer id
 * @param name the gazetteer's name
 * @param country ISO 3166-1 alpha-2 code; null for a place in none or several
 * @param region name of the first-level region; null where there is none
 * @param latitude degrees north
 * @param longitude degrees east
 * @param precision how exact the coordinates are, as {@code PlacePrecision} names it
 */
public record PlaceCard(
    String id,
    String name,
    @Nullable String country,
    @Nullable String region,
    double latitude,
    double longitude,
    String precision) {

  /** Returns the card of a place; null for null. */
  static @Nullable PlaceCard orNull(@Nullable PlaceReference place) {
    return place == null ? null : of(place);
  }

  static PlaceCard of(PlaceReference place) {
    return new PlaceCard(
        place.getPlaceId(),
        Clip.of(place.getName(), Clip.NAME),
        place.getCountry(),
        Clip.orNull(place.getAdmin1(), Clip.NAME),
        place.getLatitude(),
        place.getLongitude(),
        place.getPrecision().name());
  }

  long bytes() {
    return 120 + Clip.bytes(id) + Clip.bytes(name) + Clip.bytes(region);
  }
}
