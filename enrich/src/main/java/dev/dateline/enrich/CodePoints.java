package dev.dateline.enrich;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.Span;
import org.jspecify.annotations.Nullable;

/**
 * Turns UTF-16 indices into code points: the one place where positions change their unit.
 *
 * <p>Costs nothing for a text without surrogate pairs, and one array for a text with them.
 * Immutable.
 */
final class CodePoints {

  private final String text;
  private final int @Nullable [] before;

  private CodePoints(String text, int @Nullable [] before) {
    this.text = text;
    this.before = before;
  }

  static CodePoints of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new CodePoints(text, count(text));
      }
    }
    return new CodePoints(text, null);
  }

  private static int[] count(String text) {
    int[] before = new int[text.length() + 1];
    int codePoints = 0;
    int i = 0;
    while (i < text.length()) {
      int units = Character.charCount(text.codePointAt(i));
      for (int unit = 0; unit < units; unit++) {
        before[i + unit] = codePoints;
      }
      codePoints++;
      i += units;
    }
    before[text.length()] = codePoints;
    return before;
  }

  /** Returns how many code points stand before an index. */
  int at(int index) {
    return before == null ? index : before[index];
  }

  /** Returns the surface of a span. */
  String surface(TextSpan span) {
    return span.of(text);
  }

  /** Returns a span as it leaves the module. */
  Span span(TextSpan span) {
    return new Span(at(span.start()), at(span.end()), surface(span));
  }
}
