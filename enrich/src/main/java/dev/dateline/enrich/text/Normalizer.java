package dev.dateline.enrich.text;

/**
 * Makes a copy of a text, of the same length, in which typography is plain ASCII.
 *
 * <p>Models and rules know straight quotation marks, hyphens and plain spaces only; because the
 * copy has the same length, every index holds for both. Thread-safe.
 */
public final class Normalizer {

  private Normalizer() {}

  /** Returns the copy. */
  public static String normalize(String text) {
    char[] plain = text.toCharArray();
    boolean changed = false;
    for (int i = 0; i < plain.length; i++) {
      char c = plain[i];
      if (c >= '\u0080' || c < ' ') {
        char p = plain(c);
        if (p != c) {
          plain[i] = p;
          changed = true;
        }
      }
    }
    return changed ? new String(plain) : text;
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201A', '\u201B', '\u2032', '\u02BC', '\u00B4', '\uFF07' -> '\'';
      case '\u201C', '\u201D', '\u201E', '\u201F', '\u2033', '\u00AB', '\u00BB', '\uFF02' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      // Marks of direction and of line breaking are no part of a word at its edges.
      case '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF' -> ' ';
      default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  /** Tells whether a character ends a paragraph. */
  public static boolean isLineBreak(char c) {
    return switch (c) {
      case '\n', '\r', '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> true;
      default -> false;
    };
  }
}
