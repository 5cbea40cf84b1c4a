package dev.dateline.sink;

/** Makes text fit in a line. */
final class OneLine {

  /** Text is looked at no further than this, so that an article's whole body is not. */
  private static final int MOST_LOOKED_AT = 2_000;

  private OneLine() {}

  /** Returns the text with every run of white space as one space. */
  static String of(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** Returns the text in one line of at most that many code points, with " …" where it goes on. */
  static String cut(String text, int most) {
    int end = Math.min(text.length(), MOST_LOOKED_AT);
    boolean goesOn = end < text.length();
    String line = of(text.substring(0, end));
    if (line.codePointCount(0, line.length()) > most) {
      line = line.substring(0, line.offsetByCodePoints(0, most)).strip();
      goesOn = true;
    }
    return goesOn ? line + " …" : line;
  }
}
