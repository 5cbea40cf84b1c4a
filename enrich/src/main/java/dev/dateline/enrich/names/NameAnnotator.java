package dev.dateline.enrich.names;

import dev.dateline.enrich.text.TextDocument;

/**
 * Finds the names of an article and brings together those of one thing. Implementations are
 * thread-safe.
 */
public interface NameAnnotator {

  /** Returns the names of one article; the same for the same document, always. */
  Names annotate(TextDocument document);
}
