package dev.dateline.enrich.places;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.TextDocument;
import java.util.List;

/** Resolves the toponyms of an article, all together. Implementations are thread-safe. */
public interface PlaceAnnotator {

  /** Returns the places of one article; one unknown name never empties the result. */
  Places annotate(TextDocument document, Names names);

  /** Returns, for every name that could be a place, what it could stand for and why. */
  default List<PlaceExplanation> explain(TextDocument document, Names names) {
    return List.of();
  }
}
