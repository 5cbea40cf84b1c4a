package dev.dateline.enrich.times;

import dev.dateline.enrich.text.TextDocument;

/** Finds the time expressions of an article. Implementations are thread-safe. */
public interface TimeAnnotator {

  /** Returns the times of one article, counted from its published day, else its date line. */
  Times annotate(TextDocument document);
}
