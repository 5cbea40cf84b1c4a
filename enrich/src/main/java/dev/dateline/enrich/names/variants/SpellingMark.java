package dev.dateline.enrich.names.variants;

import org.jspecify.annotations.Nullable;

/**
 * One mark of {@code spelling-habits.tsv}: letters that show a habit of spelling. Immutable;
 * thread-safe.
 */
final class SpellingMark {

  private final boolean atStart;
  private final boolean atEnd;
  private final String head;
  private final @Nullable String tail;

  /**
   * Reads a mark.
   *
   * @param mark small letters, {@code ^} and {@code $} for the word's ends, {@code *} for any
   *     letters between
   */
  SpellingMark(String mark) {
    atStart = mark.startsWith("^");
    atEnd = mark.endsWith("$");
    String body = mark.substring(atStart ? 1 : 0, mark.length() - (atEnd ? 1 : 0));
    int star = body.indexOf('*');
    head = star < 0 ? body : body.substring(0, star);
    tail = star < 0 ? null : body.substring(star + 1);
  }

  /** Tells whether a word, in small letters without accents, shows it. */
  boolean isIn(String word) {
    if (tail != null) {
      int found = word.indexOf(head);
      int end = atEnd ? word.length() - tail.length() : word.lastIndexOf(tail);
      return found >= 0 && end >= found + head.length() && word.startsWith(tail, end);
    }
    if (atEnd) {
      return word.length() > head.length() && word.endsWith(head);
    }
    return atStart ? word.startsWith(head) : word.contains(head);
  }
}
