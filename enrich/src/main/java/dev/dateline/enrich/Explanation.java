package dev.dateline.enrich;

import dev.dateline.enrich.names.NameExplanation;
import dev.dateline.enrich.places.PlaceExplanation;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.util.List;

/**
 * What was found in an article, and why its names and places are what they were taken for.
 *
 * @param enriched what was found
 * @param names one for every entity, in order of first mention
 * @param places one for every name that could be a place, in text order; offsets are UTF-16 indices
 */
public record Explanation(
    EnrichedArticle enriched, List<NameExplanation> names, List<PlaceExplanation> places) {

  /** Keeps its own copies of the lists. */
  public Explanation {
    names = List.copyOf(names);
    places = List.copyOf(places);
  }
}
