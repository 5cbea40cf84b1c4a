package dev.dateline.app.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Text whose stretches have styles of their own, cut into lines.
 *
 * <p>Runs of white space count as one space. Used by one thread at a time.
 */
final class StyledText {

  private final StringBuilder text = new StringBuilder();
  private final List<String> styles = new ArrayList<>();

  /**
   * A stretch in one style.
   *
   * @param text the stretch
   * @param style picocli's markup for it ("bold,fg(green)"); empty for none
   */
  record Run(String text, String style) {}

  /** Adds text in a style; empty for none. */
  StyledText add(String more, String style) {
    for (int i = 0; i < more.length(); i++) {
      char c = more.charAt(i);
      boolean space = Character.isWhitespace(c);
      if (space && (text.isEmpty() || text.charAt(text.length() - 1) == ' ')) {
        continue;
      }
      text.append(space ? ' ' : c);
      styles.add(style);
    }
    return this;
  }

  /** Returns lines of at most that many code points, cut at spaces where that can be. */
  List<List<Run>> wrap(int width) {
    List<List<Run>> lines = new ArrayList<>();
    int start = 0;
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    while (start < end) {
      int limit =
          text.codePointCount(start, end) <= width ? end : text.offsetByCodePoints(start, width);
      int cut = limit;
      if (limit < end && text.charAt(limit) != ' ') {
        int space = text.lastIndexOf(" ", limit);
        cut = space > start ? space : limit;
      }
      lines.add(runs(start, cut));
      start = cut;
      while (start < end && text.charAt(start) == ' ') {
        start++;
      }
    }
    return lines;
  }

  private List<Run> runs(int from, int to) {
    List<Run> runs = new ArrayList<>();
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || !styles.get(i).equals(styles.get(start))) {
        runs.add(new Run(text.substring(start, i), styles.get(start)));
        start = i;
      }
    }
    return runs;
  }
}
