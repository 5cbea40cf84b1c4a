package dev.dateline.enrich.places;

import dev.dateline.schemas.avro.PlaceReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every place of one article.
 *
 * @param places in text order, not overlapping
 * @param focus the place the article is most about; null when none stands out
 */
public record Places(List<ResolvedPlace> places, @Nullable PlaceReference focus) {

  /** Keeps its own copy of the list. */
  public Places {
    places = List.copyOf(places);
  }
}
