package dev.dateline.enrich.names;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why some names of an article are one thing, and where its id comes from.
 *
 * @param entity the thing
 * @param spellings the ways the article writes it, most frequent first
 * @param aliasOf the other names the alias line lists that gives the id; null where rules alone
 *     make it from the canonical name
 */
public record NameExplanation(
    NamedEntity entity, List<Spelling> spellings, @Nullable List<String> aliasOf) {

  /** Keeps its own copies of the lists. */
  public NameExplanation {
    spellings = List.copyOf(spellings);
    aliasOf = aliasOf == null ? null : List.copyOf(aliasOf);
  }

  /**
   * One way a name is written.
   *
   * @param text the surface
   * @param count how often the article has it
   * @param key what the tables of rules fold it into: two names with one key are taken for one
   */
  public record Spelling(String text, int count, String key) {}
}
