package dev.dateline.enrich.names;

import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import java.util.List;

/**
 * Finds the names of an article and brings together those of one thing. Implementations are
 * thread-safe.
 */
public interface NameAnnotator {

  /** Returns the names of one article; the same for the same document, always. */
  Names annotate(TextDocument document);

  /**
   * Returns the names of an article once its places are known: a surface that names a town names
   * one everywhere in the article.
   *
   * @param names what {@link #annotate} returned for the document
   * @param towns where towns stand
   */
  default Names settle(TextDocument document, Names names, List<TextSpan> towns) {
    return names;
  }

  /** Returns, for every entity among an article's names, its spellings and where its id is from. */
  default List<NameExplanation> explain(TextDocument document, Names names) {
    return List.of();
  }
}
