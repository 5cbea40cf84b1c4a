package dev.dateline.ingest.article;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a body to the one form that every offset of every annotation points into.
 *
 * <p>Unicode NFC; lines end in a line feed; no control characters but tab and line feed, no byte
 * order marks, no soft hyphens; no white space at the end of a line, at the start or at the end;
 * half a surrogate pair becomes U+FFFD. Doing it twice changes nothing. Thread-safe.
 */
public final class TextNormalizer {

  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** All below it from U+007F on are controls. */
  private static final char FIRST_PRINTABLE = '\u00A0';

  /** No character before it is changed by composing. */
  private static final char FIRST_COMBINING = '\u0300';

  private static final char REPLACEMENT = '\uFFFD';

  private TextNormalizer() {}

  /** Returns the text in that form. */
  public static NormalizedText normalize(String given) {
    return isNormal(given) ? new NormalizedText(given, List.of()) : mend(given);
  }

  /** Tells at little cost of most texts that nothing is to be done. */
  private static boolean isNormal(String text) {
    boolean composed = true;
    char before = '\n';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' ? (c != '\n' && c != '\t') || (c == '\n' && isBlank(before)) : c > '~') {
        if (c < FIRST_PRINTABLE
            || c == SOFT_HYPHEN
            || c == BYTE_ORDER_MARK
            || Character.isSurrogate(c)
            || isLineEnd(c)) {
          return false;
        }
        composed &= c < FIRST_COMBINING;
      }
      before = c;
    }
    return text.isEmpty()
        || (!isBlankOrLineFeed(text.charAt(0))
            && !isBlankOrLineFeed(before)
            && (composed || Normalizer.isNormalized(text, Normalizer.Form.NFC)));
  }

  private static NormalizedText mend(String given) {
    StringBuilder out = new StringBuilder(given.length());
    int controls = 0;
    int halves = 0;
    for (int i = 0; i < given.length(); i++) {
      char c = given.charAt(i);
      if (c == SOFT_HYPHEN || c == BYTE_ORDER_MARK) {
        continue;
      }
      if (isLineEnd(c)) {
        if (c == '\r' && i + 1 < given.length() && given.charAt(i + 1) == '\n') {
          i++;
        }
        endLine(out);
      } else if (Character.isISOControl(c) && c != '\t') {
        controls++;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < given.length()
          && Character.isLowSurrogate(given.charAt(i + 1))) {
        out.append(c).append(given.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append(REPLACEMENT);
        halves++;
      } else {
        out.append(c);
      }
    }
    String text = stripBothEnds(Normalizer.normalize(out, Normalizer.Form.NFC));
    List<String> warnings = new ArrayList<>();
    if (controls > 0) {
      warnings.add(counted(controls, "control character") + " removed");
    }
    if (halves > 0) {
      warnings.add(counted(halves, "half surrogate pair") + " replaced by U+FFFD");
    }
    return new NormalizedText(text, List.copyOf(warnings));
  }

  private static String counted(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  private static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\u000B'
        || c == '\f'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  private static void endLine(StringBuilder out) {
    int end = out.length();
    while (end > 0 && isBlank(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
    out.append('\n');
  }

  private static String stripBothEnds(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlankOrLineFeed(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlankOrLineFeed(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlankOrLineFeed(char c) {
    return c == '\n' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return c == '\t' || Character.isSpaceChar(c);
  }
}
