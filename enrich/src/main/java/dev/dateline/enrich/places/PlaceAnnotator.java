package dev.dateline.enrich.places;

import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.TextDocument;

/** Resolves the toponyms of an article, all together. Implementations are thread-safe. */
public interface PlaceAnnotator {

  /** Returns the places of one article; one unknown name never empties the result. */
  Places annotate(TextDocument document, Names names);
}
