package dev.dateline.enrich.claims;

import java.util.Locale;
import java.util.Set;

/**
 * Tells quotation marks from apostrophes, and opening from closing ones.
 *
 * <p>Strong marks (“ ” „ « » ") only ever mark quotations; weak ones (‘ ’ ') are apostrophes as
 * well. Stateless.
 */
final class QuoteMarks {

  private static final Set<String> ELISIONS =
      Set.of("em", "til", "cause", "tis", "twas", "n", "round", "bout", "s", "t", "re", "ve", "ll");

  private QuoteMarks() {}

  /** Returns how many UTF-16 units the mark at an index takes. */
  static int length(String text, int at) {
    return isDouble(text, at, '`') || isDouble(text, at, '\'') ? 2 : 1;
  }

  /** Tells whether the character may open a quotation where it stands. */
  static boolean mayOpen(String text, int at) {
    char mark = text.charAt(at);
    boolean afterSpace = at == 0 || isBreak(text.charAt(at - 1));
    int next = at + length(text, at);
    boolean beforeWord = next < text.length() && !Character.isWhitespace(text.charAt(next));
    return switch (mark) {
      case '“', '„', '«', '‹', '"' -> true;
      case '`' -> isDouble(text, at, '`');
      case '”', '»' -> afterSpace && beforeWord && startsWord(text, next);
      case '‘', '\'' -> afterSpace && beforeWord && !isElision(text, next);
      default -> false;
    };
  }

  /** Tells whether the mark opens by its shape alone. */
  static boolean isDirected(String text, int at) {
    return "“„«‹`".indexOf(text.charAt(at)) >= 0;
  }

  /** Tells whether the mark is never an apostrophe. */
  static boolean isStrong(String text, int at) {
    char mark = text.charAt(at);
    return mark != '‘' && mark != '’' && (mark != '\'' || isDouble(text, at, '\''));
  }

  /** Tells whether the character at an index closes the quotation opened at another. */
  static boolean closes(String text, int open, int at, int end) {
    char mark = text.charAt(at);
    return switch (text.charAt(open)) {
      case '“', '„' -> mark == '”' || ((mark == '“' || mark == '"') && looksClosing(text, at, end));
      case '”' -> mark == '”';
      case '«' -> mark == '»';
      case '»' -> mark == '«';
      case '‹' -> mark == '›';
      case '"' -> mark == '"' || (mark == '”' && looksClosing(text, at, end));
      case '`' -> isDouble(text, at, '\'') || mark == '"';
      case '‘' -> mark == '’' && closesWeak(text, at, end);
      case '\'' -> (mark == '\'' || mark == '’') && closesWeak(text, at, end);
      default -> false;
    };
  }

  /** Tells whether an opening mark stands where a closing one is meant (“so“). */
  static boolean looksClosing(String text, int at, int end) {
    boolean afterWord = at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    return afterWord && (at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private static boolean closesWeak(String text, int at, int end) {
    if (!looksClosing(text, at, end) || isDouble(text, at, '\'')) {
      return false;
    }
    char before = text.charAt(at - 1);
    if (before != 's' || at + 2 >= end) {
      return true;
    }
    // "the workers' demands": a plural's apostrophe, not an end.
    return !(text.charAt(at + 1) == ' ' && Character.isLowerCase(text.charAt(at + 2)));
  }

  private static boolean isElision(String text, int from) {
    int to = from;
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    String word = text.substring(from, to).toLowerCase(Locale.ROOT);
    return ELISIONS.contains(word)
        || (!word.isEmpty() && Character.isDigit(word.charAt(0)) && word.endsWith("s"));
  }

  private static boolean startsWord(String text, int at) {
    return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  private static boolean isBreak(char c) {
    return Character.isWhitespace(c) || "([{—–-“\"«„‘/:".indexOf(c) >= 0;
  }

  private static boolean isDouble(String text, int at, char mark) {
    return text.charAt(at) == mark && at + 1 < text.length() && text.charAt(at + 1) == mark;
  }
}
