package dev.dateline.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a sentence into words and punctuation marks, after the conventions of Universal Dependencies
 * for English.
 *
 * <p>Quotation marks, possessives and contracted verbs stand alone, compounds are cut at hyphens
 * ("Washington - based"), names of types and dates are not ("F-16", "2023-05-25"). One pass, linear
 * in the length whatever the input. Immutable, thread-safe.
 */
final class Tokenizer {

  /** Longer stretches without a place to cut are cut here. */
  private static final int LONGEST_TOKEN = 100;

  private static final Set<String> CLITICS = Set.of("s", "re", "ve", "ll", "d", "m");

  /** "mid-1990s" is two words where "F-16" is one. */
  private static final Set<String> PARTS_OF_A_TIME = Set.of("early", "mid", "late");

  private final Abbreviations abbreviations;
  private final Set<String> prefixes;

  private Tokenizer(Abbreviations abbreviations, Set<String> prefixes) {
    this.abbreviations = abbreviations;
    this.prefixes = prefixes;
  }

  static Tokenizer load(Abbreviations abbreviations) {
    return new Tokenizer(
        abbreviations, Set.copyOf(ResourceLines.read(Tokenizer.class, "hyphen-prefixes.txt")));
  }

  /** Returns the tokens between two indices of a text made by {@link Normalizer}. */
  List<TextSpan> tokenize(String plain, int start, int end) {
    List<TextSpan> tokens = new ArrayList<>((end - start) / 5 + 4);
    int i = start;
    while (i < end) {
      if (plain.charAt(i) == ' ') {
        i++;
      } else {
        i = readToken(plain, i, start, end, tokens);
      }
    }
    return tokens;
  }

  private int readToken(String plain, int i, int from, int end, List<TextSpan> tokens) {
    if (isAddress(plain, i, end)) {
      int stop = addressEnd(plain, i, end);
      addPieces(i, stop, plain, tokens);
      return stop;
    }
    int mail = mailEnd(plain, i, end);
    if (mail > i) {
      tokens.add(new TextSpan(i, mail));
      return mail;
    }
    char c = plain.charAt(i);
    if (isWordAt(plain, i, end)
        || ((c == '@' || c == '#') && i + 1 < end && isWordAt(plain, i + 1, end))) {
      int stop = wordEnd(plain, i, end);
      if (stop < end && plain.charAt(stop) == '.' && keepsFullStop(plain, i, stop, end)) {
        stop++;
      }
      addWord(plain, i, stop, tokens);
      return stop;
    }
    if (c == '\'' && i > from && plain.charAt(i - 1) != ' ' && isClitic(plain, i, end)) {
      int stop = wordEnd(plain, i + 1, end);
      tokens.add(new TextSpan(i, stop));
      return stop;
    }
    if (c == '\'' && isShortYear(plain, i, end)) {
      int stop = wordEnd(plain, i + 1, end);
      tokens.add(new TextSpan(i, stop));
      return stop;
    }
    int stop = symbolEnd(plain, i, end);
    addPieces(i, stop, plain, tokens);
    return stop;
  }

  private static boolean isAddress(String plain, int i, int end) {
    return (plain.charAt(i) == 'h' || plain.charAt(i) == 'w')
        && (plain.startsWith("http://", i)
            || plain.startsWith("https://", i)
            || plain.startsWith("www.", i))
        && i + 4 < end;
  }

  private static int addressEnd(String plain, int i, int end) {
    int stop = i;
    while (stop < end && " \"<>|()[]{}".indexOf(plain.charAt(stop)) < 0) {
      stop++;
    }
    while (stop > i + 1 && ".,;:!?'".indexOf(plain.charAt(stop - 1)) >= 0) {
      stop--;
    }
    return stop;
  }

  /** Where the mail address that begins here ends; where none begins, the index itself. */
  private static int mailEnd(String plain, int i, int end) {
    int at = i;
    while (at < end && at - i < LONGEST_TOKEN / 2 && isMailPart(plain.charAt(at))) {
      at++;
    }
    if (at == i || at + 1 >= end || plain.charAt(at) != '@') {
      return i;
    }
    int stop = at + 1;
    int dot = -1;
    while (stop < end && stop - i < LONGEST_TOKEN && isMailPart(plain.charAt(stop))) {
      dot = plain.charAt(stop) == '.' ? stop : dot;
      stop++;
    }
    if (dot == stop - 1) {
      stop--;
      dot = plain.lastIndexOf('.', stop - 1);
    }
    return dot > at + 1 && stop - dot > 2 ? stop : i;
  }

  private static boolean isMailPart(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-'
        || c == '+';
  }

  private static boolean isWordAt(String plain, int i, int end) {
    char c = plain.charAt(i);
    if (c < '\u0080') {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    if (i >= end) {
      return false;
    }
    int codePoint = plain.codePointAt(i);
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private int wordEnd(String plain, int start, int end) {
    int i = start;
    if (plain.charAt(i) == '@' || plain.charAt(i) == '#') {
      i++;
    }
    while (i < end) {
      if (isWordAt(plain, i, end)) {
        i += Character.charCount(plain.codePointAt(i));
      } else if (i > start
          && i + 1 < end
          && isWordAt(plain, i + 1, end)
          && joins(plain, start, i, end)) {
        i++;
      } else {
        return i;
      }
    }
    return end;
  }

  /** Tells whether the mark at an index, with word characters on both sides, is inside a word. */
  private boolean joins(String plain, int start, int i, int end) {
    char before = plain.charAt(i - 1);
    char after = plain.charAt(i + 1);
    boolean digits = isDigit(before) && isDigit(after);
    return switch (plain.charAt(i)) {
      case '.' -> digits || isDottedName(plain, start, i);
      case ',', ':' -> digits;
      case '/' -> digits;
      case '_', '@' -> true;
      case '&' -> Character.isUpperCase(before) && Character.isUpperCase(after);
      case '\'' -> Character.isLetter(before) && Character.isLetter(after);
      case '-' -> joinsHyphen(plain, start, i, end);
      default -> false;
    };
  }

  /** "U.S", "a.m" and "example.com" go on behind the full stop; "end.Next" does not. */
  private static boolean isDottedName(String plain, int start, int i) {
    boolean singleLetter = i - start == 1 || (i - start >= 3 && plain.charAt(i - 2) == '.');
    if (singleLetter && Character.isLetter(plain.charAt(i - 1))) {
      return true;
    }
    return Character.isLowerCase(plain.charAt(i + 1)) || isDigit(plain.charAt(i + 1));
  }

  private boolean joinsHyphen(String plain, int start, int i, int end) {
    char before = plain.charAt(i - 1);
    char after = plain.charAt(i + 1);
    if (i - start > LONGEST_TOKEN) {
      return false;
    }
    if (isDigit(before) && isDigit(after)) {
      return isThreePartNumber(plain, start, i, end);
    }
    if (Character.isLetter(before) && isDigit(after)) {
      return !PARTS_OF_A_TIME.contains(plain.substring(start, i).toLowerCase(Locale.ROOT));
    }
    return prefixes.contains(plain.substring(start, i).toLowerCase(Locale.ROOT));
  }

  /** "2023-05-25" is one word; "2014-2016" and "1939-45" are ranges of two. */
  private static boolean isThreePartNumber(String plain, int start, int hyphen, int end) {
    int other = hyphen + 1;
    while (other < end && other - hyphen <= 4 && isDigit(plain.charAt(other))) {
      other++;
    }
    if (other + 1 < end && plain.charAt(other) == '-' && isDigit(plain.charAt(other + 1))) {
      return true;
    }
    int first = hyphen - 1;
    while (first > start && isDigit(plain.charAt(first)) && hyphen - first <= 4) {
      first--;
    }
    return first > start && plain.charAt(first) == '-';
  }

  private boolean keepsFullStop(String plain, int start, int stop, int end) {
    boolean last = stop + 1 >= end;
    if (stop - start == 1) {
      return !last && Character.isUpperCase(plain.charAt(start));
    }
    if (stop + 1 < end && plain.charAt(stop + 1) == '.') {
      return false;
    }
    Abbreviations.Kind kind = abbreviations.of(plain, start, stop);
    if (kind == null) {
      return false;
    }
    return switch (kind) {
      case BEFORE -> !last;
      case NUMBER -> stop + 2 < end && isDigit(plain.charAt(stop + 2));
      case INSIDE -> !last || Character.isUpperCase(plain.charAt(start));
    };
  }

  private static boolean isClitic(String plain, int apostrophe, int end) {
    int stop = apostrophe + 1;
    while (stop < end && stop - apostrophe <= 3 && Character.isLetter(plain.charAt(stop))) {
      stop++;
    }
    return CLITICS.contains(plain.substring(apostrophe + 1, stop).toLowerCase(Locale.ROOT));
  }

  private static boolean isShortYear(String plain, int i, int end) {
    return i + 2 < end
        && isDigit(plain.charAt(i + 1))
        && isDigit(plain.charAt(i + 2))
        && (i + 3 >= end || !isDigit(plain.charAt(i + 3)));
  }

  private static int symbolEnd(String plain, int i, int end) {
    char c = plain.charAt(i);
    if (".-!?*=_~".indexOf(c) >= 0) {
      int stop = i + 1;
      while (stop < end && plain.charAt(stop) == c) {
        stop++;
      }
      return stop;
    }
    int stop = i + Character.charCount(plain.codePointAt(i));
    // A joined emoji or a symbol with its variation selector is one thing.
    while (stop < end && isJoiner(plain.codePointAt(stop))) {
      stop += Character.charCount(plain.codePointAt(stop));
    }
    return Math.min(stop, end);
  }

  private static boolean isJoiner(int codePoint) {
    return codePoint == 0x200D
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }

  private static void addWord(String plain, int start, int stop, List<TextSpan> tokens) {
    int apostrophe = lateApostrophe(plain, start, stop);
    if (apostrophe > start) {
      String tail = plain.substring(apostrophe + 1, stop).toLowerCase(Locale.ROOT);
      if (CLITICS.contains(tail)) {
        addPieces(start, apostrophe, plain, tokens);
        tokens.add(new TextSpan(apostrophe, stop));
        return;
      }
      if ("t".equals(tail)
          && apostrophe - start >= 2
          && Character.toLowerCase(plain.charAt(apostrophe - 1)) == 'n') {
        tokens.add(new TextSpan(start, apostrophe - 1));
        tokens.add(new TextSpan(apostrophe - 1, stop));
        return;
      }
    }
    addPieces(start, stop, plain, tokens);
  }

  /**
   * Looks no further than a clitic is long: a text without apostrophes must not be searched whole.
   */
  private static int lateApostrophe(String plain, int start, int stop) {
    int i = stop - 1;
    while (i > start && i >= stop - 3) {
      if (plain.charAt(i) == '\'') {
        return i;
      }
      i--;
    }
    return -1;
  }

  private static void addPieces(int start, int stop, String plain, List<TextSpan> tokens) {
    int from = start;
    while (stop - from > LONGEST_TOKEN) {
      int cut = from + LONGEST_TOKEN;
      if (Character.isLowSurrogate(plain.charAt(cut))) {
        cut--;
      }
      tokens.add(new TextSpan(from, cut));
      from = cut;
    }
    tokens.add(new TextSpan(from, stop));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
