package dev.dateline.enrich.places;

import java.util.Arrays;

/**
 * The words of a text as parallel arrays: where each stands, its key, how it is written and what
 * parts it from the word before.
 *
 * <p>Hyphens part words ("Russia-Ukraine" is two), apostrophes inside do not ("Donets'k" is one), a
 * possessive ending is left out, "A&amp;M" is one, and letters with full stops are one word
 * ("U.S."). Not changed once made.
 */
final class WordScan {

  /** What stands between a word and the one before it. */
  static final byte GAP_NONE = 0;

  static final byte GAP_SPACE = 1;
  static final byte GAP_HYPHEN = 2;
  static final byte GAP_COMMA = 3;
  static final byte GAP_STOP = 4;
  static final byte GAP_OTHER = 5;
  static final byte GAP_BREAK = 6;
  static final byte GAP_POSSESSIVE = 7;

  private static final byte CAPITALISED = 1;
  private static final byte ALL_CAPITALS = 2;
  private static final byte DOTTED = 4;
  private static final byte DIGITS = 8;

  private final String text;
  private int count;
  private int[] starts;
  private int[] ends;
  private long[] keys;
  private byte[] shapes;
  private byte[] gaps;

  private WordScan(String text) {
    this.text = text;
    int capacity = text.length() / 5 + 8;
    starts = new int[capacity];
    ends = new int[capacity];
    keys = new long[capacity];
    shapes = new byte[capacity];
    gaps = new byte[capacity];
  }

  /** Scans a text. */
  static WordScan of(String text) {
    WordScan words = new WordScan(text);
    words.scan();
    return words;
  }

  int count() {
    return count;
  }

  String text() {
    return text;
  }

  int start(int word) {
    return starts[word];
  }

  int end(int word) {
    return ends[word];
  }

  long key(int word) {
    return keys[word];
  }

  /** Returns one of the GAP constants; that of the first word is GAP_BREAK. */
  byte gapBefore(int word) {
    return word < count ? gaps[word] : GAP_BREAK;
  }

  /** Tells whether a sign that can end a sentence, or an opening quote, stands before the word. */
  boolean hasSentenceEnd(int word) {
    for (int i = ends[word - 1]; i < starts[word]; i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '?' || c == '!' || c == '\u201c' || c == '"') {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a sign stands right after the word. */
  boolean isFollowedBy(int word, char sign) {
    return ends[word] < text.length() && text.charAt(ends[word]) == sign;
  }

  String surface(int word) {
    return text.substring(starts[word], ends[word]);
  }

  boolean isCapitalised(int word) {
    return (shapes[word] & CAPITALISED) != 0;
  }

  /** Tells whether every letter is a capital and there are at least two. */
  boolean isAllCapitals(int word) {
    return (shapes[word] & ALL_CAPITALS) != 0;
  }

  /** Tells whether it is letters with full stops, as "U.S.". */
  boolean isDotted(int word) {
    return (shapes[word] & DOTTED) != 0;
  }

  /** Tells whether it is written in capitals, with or without full stops: "UAE", "U.S.". */
  boolean isCapitals(int word) {
    return isAllCapitals(word) || (isCapitalised(word) && (isDotted(word) || length(word) == 1));
  }

  boolean isNumber(int word) {
    return (shapes[word] & DIGITS) != 0;
  }

  int length(int word) {
    return ends[word] - starts[word];
  }

  private void scan() {
    int at = 0;
    int previousEnd = 0;
    int length = text.length();
    while (at < length) {
      char c = text.charAt(at);
      if (!isWordCharacter(c) && c != '&') {
        at++;
        continue;
      }
      int end = c == '&' ? at + 1 : endOfWord(at);
      add(at, end, previousEnd);
      previousEnd = end;
      boolean possessive = end + 1 < length && isApostrophe(text.charAt(end)) && isPossessive(end);
      at = possessive ? end + 2 : end;
    }
  }

  private int endOfWord(int start) {
    int dotted = endOfDotted(start);
    if (dotted > start) {
      return dotted;
    }
    int at = start;
    int length = text.length();
    while (at < length) {
      char c = text.charAt(at);
      if (isWordCharacter(c)) {
        at++;
      } else if (isApostrophe(c) && at + 1 < length && isWordCharacter(text.charAt(at + 1))) {
        if (isPossessive(at)) {
          return at;
        }
        at++;
      } else if (c == '&' && at + 1 < length && isWordCharacter(text.charAt(at + 1))) {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }

  private boolean isPossessive(int apostrophe) {
    char next = text.charAt(apostrophe + 1);
    return (next == 's' || next == 'S')
        && (apostrophe + 2 >= text.length() || !isWordCharacter(text.charAt(apostrophe + 2)));
  }

  /** Returns the end of letters with full stops ("U.S.", "D.C", "N.Y."), or the start if none. */
  private int endOfDotted(int start) {
    int at = start;
    int letters = 0;
    while (at + 1 < text.length()
        && Character.isUpperCase(text.charAt(at))
        && text.charAt(at + 1) == '.') {
      at += 2;
      letters++;
    }
    if (letters >= 1
        && at < text.length()
        && Character.isUpperCase(text.charAt(at))
        && (at + 1 == text.length() || !isWordCharacter(text.charAt(at + 1)))) {
      return at + 1;
    }
    return letters >= 2 ? at : start;
  }

  private void add(int start, int end, int previousEnd) {
    if (count == starts.length) {
      grow();
    }
    starts[count] = start;
    ends[count] = end;
    keys[count] = NameKey.word(text, start, end);
    shapes[count] = shape(start, end);
    gaps[count] = count == 0 ? GAP_BREAK : gap(previousEnd, start);
    count++;
  }

  private void grow() {
    int capacity = starts.length * 2;
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    keys = Arrays.copyOf(keys, capacity);
    shapes = Arrays.copyOf(shapes, capacity);
    gaps = Arrays.copyOf(gaps, capacity);
  }

  private byte shape(int start, int end) {
    int upper = 0;
    int lower = 0;
    int digits = 0;
    int stops = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || Character.isLowerCase(c)) {
        lower++;
      } else if (Character.isUpperCase(c)) {
        upper++;
      } else if (Character.isDigit(c)) {
        digits++;
      } else if (c == '.') {
        stops++;
      }
    }
    int shape = 0;
    if (upper > 0 && (Character.isUpperCase(text.charAt(start)) || startsLikeArabic(start, end))) {
      shape |= CAPITALISED;
    }
    if (upper >= 2 && lower == 0) {
      shape |= ALL_CAPITALS;
    }
    if (stops > 0) {
      shape |= DOTTED;
    }
    if (digits > 0 && upper + lower == 0) {
      shape |= DIGITS;
    }
    return (byte) shape;
  }

  /** Tells of "d'Ivoire" and "al'Asad": a short prefix before an apostrophe and a capital. */
  private boolean startsLikeArabic(int start, int end) {
    for (int i = start + 1; i < Math.min(start + 3, end - 1); i++) {
      if (isApostrophe(text.charAt(i))) {
        return Character.isUpperCase(text.charAt(i + 1));
      }
    }
    return false;
  }

  private byte gap(int from, int to) {
    if (to - from == 1) {
      return switch (text.charAt(from)) {
        case ' ', '\u00a0' -> GAP_SPACE;
        case '-', '\u2010', '\u2011', '\u2013' -> GAP_HYPHEN;
        case '\n' -> GAP_BREAK;
        default -> GAP_OTHER;
      };
    }
    byte gap = GAP_NONE;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      byte one =
          switch (c) {
            case ' ', '\u00a0', '\t' -> GAP_SPACE;
            case '\n', '\r' -> GAP_BREAK;
            case ',' -> GAP_COMMA;
            case '.' -> GAP_STOP;
            case 's', 'S' -> GAP_POSSESSIVE;
            case '\'', '\u2019' ->
                i + 1 < to && isSibilant(text.charAt(i + 1)) ? GAP_POSSESSIVE : GAP_OTHER;
            default -> GAP_OTHER;
          };
      gap = stronger(gap, one);
    }
    return gap;
  }

  private static boolean isSibilant(char c) {
    return c == 's' || c == 'S' || c == ' ';
  }

  private static byte stronger(byte gap, byte other) {
    if (gap == GAP_BREAK || other == GAP_BREAK) {
      return GAP_BREAK;
    }
    if (gap <= GAP_SPACE) {
      return other;
    }
    if (other <= GAP_SPACE || gap == other) {
      return gap;
    }
    return GAP_OTHER;
  }

  private static boolean isApostrophe(char c) {
    return c == '\''
        || c == '\u2019'
        || c == '\u02bc'
        || c == '`'
        || c == '\u2018'
        || c == '\u02bb';
  }

  private static boolean isWordCharacter(char c) {
    if (c < '\u0080') {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
