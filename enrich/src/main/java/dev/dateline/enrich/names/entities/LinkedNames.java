package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The names of one article with what they stand for. Immutable.
 *
 * @param tagged the names as they were linked, in the order of the mentions
 */
record LinkedNames(
    List<TaggedName> tagged,
    List<NameMention> mentions,
    List<NamedEntity> entities,
    Function<TextSpan, Optional<NamedEntity>> resolver)
    implements Names {

  LinkedNames {
    tagged = List.copyOf(tagged);
    mentions = List.copyOf(mentions);
    entities = List.copyOf(entities);
  }

  @Override
  public Optional<NamedEntity> resolve(TextSpan phrase) {
    return resolver.apply(phrase);
  }
}
