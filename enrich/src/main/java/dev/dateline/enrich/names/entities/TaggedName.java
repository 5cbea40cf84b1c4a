package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;

/**
 * A name as the tagger found it.
 *
 * @param first its first token, counted through the document
 * @param end one past its last token
 * @param sentence number of its sentence
 * @param span where it stands
 * @param text its surface
 * @param type what kind of thing it names
 */
public record TaggedName(
    int first, int end, int sentence, TextSpan span, String text, EntityType type) {

  /** Returns the same stretch as a name of another type. */
  TaggedName as(EntityType other) {
    return new TaggedName(first, end, sentence, span, text, other);
  }

  /** Returns how many tokens it has. */
  int length() {
    return end - first;
  }
}
