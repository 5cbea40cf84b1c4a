package dev.dateline.enrich.places;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.PlaceReference;

/**
 * A toponym of the text with the place it was resolved to.
 *
 * @param span where it stands
 * @param place the place of the gazetteer
 * @param confidence how sure the resolution is, 0 to 1
 */
public record ResolvedPlace(TextSpan span, PlaceReference place, double confidence) {}
