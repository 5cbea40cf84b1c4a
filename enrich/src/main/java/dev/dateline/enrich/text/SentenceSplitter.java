package dev.dateline.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a paragraph into sentences.
 *
 * <p>What a full stop means is decided by the word before it and the character behind it; only
 * where both leave it open (an initialism or an abbreviation before a capital) the {@link
 * BoundaryOracle} is asked. Linear in the length. Immutable, thread-safe when the oracle is.
 */
final class SentenceSplitter {

  /** Answers the cases that rules cannot. */
  interface BoundaryOracle {

    /** Tells whether a sentence of the paragraph ends just before the index. */
    boolean endsBefore(int index);
  }

  /** Words that open sentences and seldom follow an abbreviation inside one. */
  private static final Set<String> OPENERS =
      Set.of(
          "The", "A", "An", "It", "He", "She", "They", "We", "But", "And", "In", "On", "At", "This",
          "That", "These", "Those", "There", "However", "When", "While", "After", "Before", "As",
          "If", "For", "His", "Her", "Their", "Its", "You", "My", "Our");

  /** What may follow "a.m." in its sentence: days and zones. */
  private static final Set<String> CLOCK_COMPANIONS =
      Set.of(
          "Monday",
          "Tuesday",
          "Wednesday",
          "Thursday",
          "Friday",
          "Saturday",
          "Sunday",
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December",
          "EST",
          "EDT",
          "ET",
          "CST",
          "CDT",
          "CT",
          "PST",
          "PDT",
          "PT",
          "MST",
          "MDT",
          "MT",
          "GMT",
          "UTC",
          "BST",
          "CET",
          "CEST",
          "EET",
          "EEST",
          "Eastern",
          "Central",
          "Pacific");

  private final Abbreviations abbreviations;

  SentenceSplitter(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /** Returns the sentences between two indices of a text made by {@link Normalizer}, trimmed. */
  List<TextSpan> split(String plain, int start, int end, BoundaryOracle oracle) {
    List<TextSpan> sentences = new ArrayList<>();
    int from = start;
    int i = start;
    while (i < end) {
      if (isTerminator(plain.charAt(i))) {
        int marks = i;
        while (marks < end && isTerminator(plain.charAt(marks))) {
          marks++;
        }
        int close = marks;
        while (close < end && isCloser(plain, close, end)) {
          close++;
        }
        if (endsSentence(plain, from, i, marks, close, end, oracle)) {
          add(plain, from, close, sentences);
          from = close;
        }
        i = close;
      } else {
        i++;
      }
    }
    add(plain, from, end, sentences);
    return sentences;
  }

  private static void add(String plain, int start, int end, List<TextSpan> sentences) {
    int from = start;
    int to = end;
    while (from < to && plain.charAt(from) == ' ') {
      from++;
    }
    while (to > from && plain.charAt(to - 1) == ' ') {
      to--;
    }
    if (from < to) {
      sentences.add(new TextSpan(from, to));
    }
  }

  private boolean endsSentence(
      String plain, int from, int mark, int marks, int close, int end, BoundaryOracle oracle) {
    if (close >= end) {
      return true;
    }
    boolean fullStop = plain.charAt(mark) == '.' && marks == mark + 1;
    if (plain.charAt(close) != ' ') {
      return fullStop && close == marks && isMissingSpace(plain, from, mark, end);
    }
    int next = close;
    while (next < end && plain.charAt(next) == ' ') {
      next++;
    }
    if (next >= end) {
      return true;
    }
    int opener = next;
    while (opener < end && isOpener(plain.charAt(opener))) {
      opener++;
    }
    if (opener >= end) {
      return close > marks;
    }
    char first = plain.charAt(opener);
    boolean startsLikeSentence =
        Character.isUpperCase(first)
            || Character.isDigit(first)
            || Character.isTitleCase(first)
            || isUncased(plain.codePointAt(opener));
    if (!startsLikeSentence) {
      return false;
    }
    if (!fullStop) {
      return true;
    }
    return fullStopEnds(plain, from, mark, close > marks, opener, first, end, oracle);
  }

  private boolean fullStopEnds(
      String plain,
      int from,
      int mark,
      boolean closed,
      int next,
      char first,
      int end,
      BoundaryOracle oracle) {
    int wordStart = mark;
    while (wordStart > from && mark - wordStart < 12 && isWordPart(plain.charAt(wordStart - 1))) {
      wordStart--;
    }
    if (mark - wordStart == 1 && Character.isUpperCase(plain.charAt(wordStart))) {
      // An initial ("J. Smith"); "I." and a letter behind a closing mark end a sentence.
      return closed || plain.charAt(wordStart) == 'I';
    }
    Abbreviations.Kind kind = abbreviations.of(plain, wordStart, mark);
    if (kind == null || closed) {
      return true;
    }
    return switch (kind) {
      case BEFORE -> false;
      case NUMBER -> !Character.isDigit(first);
      case INSIDE ->
          !Character.isDigit(first)
              && !goesOnWithClock(plain, wordStart, mark, next, end)
              && (OPENERS.contains(wordAt(plain, next, end)) || oracle.endsBefore(next));
    };
  }

  /** "3 a.m. Sunday", "6 p.m. Kyiv time", "5 a.m. EDT": a day or a zone behind an hour. */
  private static boolean goesOnWithClock(String plain, int word, int mark, int next, int end) {
    String hour = plain.substring(word, mark);
    if (!hour.equals("a.m") && !hour.equals("p.m")) {
      return false;
    }
    String first = wordAt(plain, next, end);
    int after = next + first.length();
    boolean zone =
        after < end && plain.charAt(after) == ' ' && wordAt(plain, after + 1, end).equals("time");
    return zone || CLOCK_COMPANIONS.contains(first);
  }

  private static String wordAt(String plain, int start, int end) {
    int stop = start;
    while (stop < end && stop - start < 10 && Character.isLetter(plain.charAt(stop))) {
      stop++;
    }
    return plain.substring(start, stop);
  }

  /** "the war.The city": a full stop between a small word and a capitalised one. */
  private static boolean isMissingSpace(String plain, int from, int mark, int end) {
    return mark - from >= 3
        && mark + 2 < end
        && Character.isLowerCase(plain.charAt(mark - 1))
        && Character.isLowerCase(plain.charAt(mark - 2))
        && Character.isUpperCase(plain.charAt(mark + 1))
        && Character.isLowerCase(plain.charAt(mark + 2));
  }

  private static boolean isUncased(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.OTHER_LETTER
        || (type == Character.OTHER_SYMBOL || type == Character.CURRENCY_SYMBOL);
  }

  private static boolean isTerminator(char c) {
    return switch (c) {
      case '.', '!', '?', '\u2026', '\u3002', '\uFF01', '\uFF1F', '\u061F', '\u06D4', '\u0964' ->
          true;
      default -> false;
    };
  }

  private static boolean isCloser(String plain, int i, int end) {
    char c = plain.charAt(i);
    if (c == ')' || c == ']') {
      return true;
    }
    // A quotation mark glued to what follows opens the next sentence instead.
    return (c == '"' || c == '\'')
        && (i + 1 >= end || !Character.isLetterOrDigit(plain.charAt(i + 1)));
  }

  private static boolean isOpener(char c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == '-' || c == ' ';
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.';
  }
}
