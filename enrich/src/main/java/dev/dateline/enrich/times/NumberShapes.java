package dev.dateline.enrich.times;

import dev.dateline.enrich.text.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a token that holds digits can mean in a time expression, by its shape. */
final class NumberShapes {

  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2100;

  private NumberShapes() {}

  /** Reads a word that opens with a digit; null when it means no time. */
  static @Nullable TimeToken read(Token token, String word) {
    int digits = digitsFrom(word, 0);
    if (digits > 4) {
      return null;
    }
    int number = Integer.parseInt(word.substring(0, digits));
    String rest = word.substring(digits);
    if (rest.isEmpty()) {
      return make(token, word, plainClasses(digits, number), number);
    }
    return switch (rest) {
      case "s" -> decade(token, word, digits, number);
      case "st", "nd", "rd", "th" ->
          make(
              token,
              word,
              TimeClass.ORDINAL.bit() | (isDay(number) ? TimeClass.DAY.bit() : 0),
              number);
      case "am", "pm" -> digits <= 2 ? make(token, word, TimeClass.CLOCK.bit(), number) : null;
      default -> compound(token, word, digits, number);
    };
  }

  /** Reads an apostrophe with digits behind it; null when it means no time. */
  static @Nullable TimeToken readApostrophe(Token token, String word) {
    int digits = digitsFrom(word, 1);
    if (digits != 2) {
      return null;
    }
    int year = Integer.parseInt(word.substring(1, 3));
    int full = year < 40 ? 2000 + year : 1900 + year;
    if (word.length() == 3) {
      return make(token, word, TimeClass.APOSTROPHE_YEAR.bit(), full);
    }
    return word.endsWith("0s") && word.length() == 4
        ? make(token, word, TimeClass.DECADE.bit(), full)
        : null;
  }

  private static int plainClasses(int digits, int number) {
    int classes = 0;
    if (digits <= 3 && number > 0) {
      classes |= TimeClass.COUNT.bit();
    }
    if (digits <= 2 && isDay(number)) {
      classes |= TimeClass.DAY.bit();
    }
    if (digits == 2) {
      classes |= TimeClass.SHORT.bit();
    }
    if (digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR) {
      classes |= TimeClass.YEAR.bit();
    }
    return classes;
  }

  private static @Nullable TimeToken decade(Token token, String word, int digits, int number) {
    if (number % 10 != 0) {
      return null;
    }
    if (digits == 4 && number >= FIRST_YEAR && number <= LAST_YEAR) {
      return make(token, word, TimeClass.DECADE.bit(), number);
    }
    // Without its century it needs "the" before it: "in his 80s" is an age.
    return digits == 2 && number >= 20
        ? make(token, word, TimeClass.NAMEDDECADE.bit(), 1900 + number)
        : null;
  }

  private static @Nullable TimeToken compound(Token token, String word, int digits, int number) {
    char mark = word.charAt(digits);
    int next = digitsFrom(word, digits + 1);
    int second = digits + 1 + next;
    if (next == 0) {
      return null;
    }
    if (mark == '-' && digits == 4 && second < word.length() && word.charAt(second) == '-') {
      return make(token, word, TimeClass.ISO.bit(), number);
    }
    if (mark == '/' && second < word.length() && word.charAt(second) == '/') {
      return make(token, word, TimeClass.SLASH.bit(), number);
    }
    boolean dotted =
        mark == '.'
            && digits <= 2
            && next <= 2
            && second < word.length()
            && word.charAt(second) == '.'
            && digitsFrom(word, second + 1) == 4
            && second + 5 == word.length();
    if (dotted) {
      return make(token, word, TimeClass.SLASH.bit(), number);
    }
    if (mark == '/' && digits == 4 && next == 2 && second == word.length()) {
      return make(token, word, TimeClass.YEAR_SLASH.bit(), number);
    }
    if (mark == '/' && second == word.length()) {
      return make(token, word, 0, 0);
    }
    boolean clock = (mark == ':' || mark == '.') && digits <= 2 && number <= 24 && next == 2;
    if (!clock || Integer.parseInt(word.substring(digits + 1, second)) > 59) {
      return null;
    }
    String end = word.substring(second);
    boolean named = end.equals("am") || end.equals("pm");
    return named || (mark == ':' && end.isEmpty())
        ? make(token, word, TimeClass.CLOCK.bit(), number)
        : null;
  }

  private static int digitsFrom(String word, int start) {
    int i = start;
    while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
      i++;
    }
    return i - start;
  }

  private static boolean isDay(int number) {
    return number >= 1 && number <= 31;
  }

  private static TimeToken make(Token token, String word, int classes, int number) {
    return new TimeToken(token, word, classes, number, "", List.of());
  }
}
