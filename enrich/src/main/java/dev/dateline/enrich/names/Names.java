package dev.dateline.enrich.names;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Optional;

/**
 * Everything one article names, and whom its pronouns and common nouns stand for.
 *
 * <p>Immutable.
 */
public interface Names {

  /** Returns the mentions in text order; they do not overlap. */
  List<NameMention> mentions();

  /** Returns the entities in order of first mention. */
  List<NamedEntity> entities();

  /**
   * Returns whom a noun phrase stands for: a name, a phrase with a name as its head ("Ukraine's
   * deputy defense minister, Hannah Malial"), a pronoun ("He"), or a common noun that points back
   * ("The ministry"); empty when it cannot be told.
   */
  Optional<NamedEntity> resolve(TextSpan phrase);
}
