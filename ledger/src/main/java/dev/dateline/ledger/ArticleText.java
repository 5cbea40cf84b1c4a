package dev.dateline.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An article's text with where its code points stand, found once for all its claims and places: to
 * count from the start for each would cost the square of its length. Immutable, so thread-safe.
 */
final class ArticleText {

  private final String text;

  /** The index of each code point and the end; null where every one is a char. */
  private final int @Nullable [] indexes;

  private ArticleText(String text, int @Nullable [] indexes) {
    this.text = text;
    this.indexes = indexes;
  }

  static ArticleText of(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new ArticleText(text, null);
    }
    int[] indexes = new int[count + 1];
    for (int i = 0; i < count; i++) {
      indexes[i + 1] = text.offsetByCodePoints(indexes[i], 1);
    }
    return new ArticleText(text, indexes);
  }

  String text() {
    return text;
  }

  /**
   * Returns the index in the text where a code point starts; the nearest end for one outside, since
   * a record of another hand may point beyond its text.
   */
  int index(int codePoint) {
    int last = indexes == null ? text.length() : indexes.length - 1;
    int inside = Math.max(0, Math.min(codePoint, last));
    return indexes == null ? inside : indexes[inside];
  }
}
