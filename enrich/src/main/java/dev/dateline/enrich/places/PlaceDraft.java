package dev.dateline.enrich.places;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place while a gazetteer is being built. Not thread-safe. */
final class PlaceDraft {

  /** A GeoNames id; -1 for a region of our own. */
  final int geonamesId;

  /** The id of a region of our own after "dateline:region/"; null for a place of GeoNames. */
  final @Nullable String slug;

  PlaceKind kind;
  String name;
  double latitude;
  double longitude;
  int population;

  /** Country code; null when in none or several. */
  @Nullable String country;

  /** First-level code inside the country; null when none or several. */
  @Nullable String admin1;

  /** Every name that leads here, and how; the first kind given to a name counts. */
  final Map<String, NameKind> names = new LinkedHashMap<>();

  PlaceDraft(int geonamesId, @Nullable String slug, PlaceKind kind, String name) {
    this.geonamesId = geonamesId;
    this.slug = slug;
    this.kind = kind;
    this.name = name;
  }

  PlaceDraft at(double newLatitude, double newLongitude) {
    latitude = newLatitude;
    longitude = newLongitude;
    return this;
  }

  PlaceDraft in(@Nullable String newCountry, @Nullable String newAdmin1) {
    country = newCountry;
    admin1 = newAdmin1;
    return this;
  }

  PlaceDraft named(String newName, NameKind nameKind) {
    names.putIfAbsent(newName, nameKind);
    return this;
  }
}
