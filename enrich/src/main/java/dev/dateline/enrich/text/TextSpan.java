package dev.dateline.enrich.text;

/**
 * A stretch of an article's text.
 *
 * <p>Inside {@code enrich} every position is a UTF-16 index into the Java string; only {@code
 * Annotator} turns them into the code points that leave the module. Immutable.
 *
 * @param start first index
 * @param end one past the last index
 */
public record TextSpan(int start, int end) {

  /** Checks the order. */
  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** Returns the characters of this span. */
  public String of(String text) {
    return text.substring(start, end);
  }

  /** Returns how many UTF-16 units it holds. */
  public int length() {
    return end - start;
  }

  /** Tells whether the two share at least one character. */
  public boolean overlaps(TextSpan other) {
    return start < other.end && other.start < end;
  }

  /** Tells whether the other lies wholly inside this one. */
  public boolean contains(TextSpan other) {
    return start <= other.start && other.end <= end;
  }
}
