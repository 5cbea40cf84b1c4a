package dev.dateline.enrich.places;

import java.util.HashMap;
import java.util.Map;

/**
 * What an article says about where it plays besides its toponyms: its adjectives and nationalities,
 * its headline, its publisher's country. Not thread-safe.
 */
final class ArticleContext {

  private final Map<Integer, Double> countries = new HashMap<>();
  private final Map<Integer, Double> regions = new HashMap<>();

  /** Adds evidence for a country, given as a place; {@link Gazetteer#NONE} is no evidence. */
  void addCountry(int country, double weight) {
    if (country != Gazetteer.NONE) {
      countries.merge(country, weight, Double::sum);
    }
  }

  /** Adds evidence for a first-level region, given as a place. */
  void addRegion(int region, double weight) {
    if (region != Gazetteer.NONE) {
      regions.merge(region, weight, Double::sum);
    }
  }

  double country(int country) {
    return countries.getOrDefault(country, 0.0);
  }

  double region(int region) {
    return regions.getOrDefault(region, 0.0);
  }

  ArticleContext copy() {
    ArticleContext copy = new ArticleContext();
    copy.countries.putAll(countries);
    copy.regions.putAll(regions);
    return copy;
  }
}
