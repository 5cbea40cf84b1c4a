package dev.dateline.ingest.article;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a title, a name or a quoted value fit on one line. Thread-safe. */
public final class OneLine {

  private static final int QUOTED = 200;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Zs}]+");

  private OneLine() {}

  /** Returns the normalised text with every run of white space as one space, none at the ends. */
  public static String of(String text) {
    String normal = TextNormalizer.normalize(text).text();
    return isOneLine(normal) ? normal : SPACE.matcher(normal).replaceAll(" ").strip();
  }

  /** Tells at little cost of most lines in ASCII that nothing is to be done. */
  private static boolean isOneLine(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ';
  }

  /** Returns the same, or null for null and for nothing but white space. */
  public static @Nullable String orNull(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String line = of(text);
    return line.isEmpty() ? null : line;
  }

  /** Returns the same cut to what a message can quote. */
  public static String quoted(String text) {
    String line = of(text);
    if (line.codePointCount(0, line.length()) <= QUOTED) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, QUOTED)) + "…";
  }
}
