package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a content, with their units, as ranges. Immutable. */
final class QuantityFinder {

  private static final Pattern DIGITS =
      Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?|\\d+(\\.\\d+)?");

  private static final Pattern RANGE =
      Pattern.compile("(\\d+(?:[.,]\\d+)?)[-–](\\d+(?:[.,]\\d+)?)");

  private static final Set<String> CURRENCIES = Set.of("$", "€", "£", "us$");

  private static final double TENTH = 0.1;

  private final QuantityWords words = QuantityWords.load();

  /**
   * A number read from some tokens.
   *
   * @param low least value
   * @param high greatest value
   * @param end one past its last token
   */
  private record Reading(double low, double high, int end) {}

  /** Returns the numbers among the tokens; those that are part of a name or a date are left out. */
  List<FoundClaim.FoundQuantity> find(List<Token> tokens, List<TextSpan> taken) {
    List<FoundClaim.FoundQuantity> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int next = at(tokens, i, taken, found);
      i = Math.max(next, i + 1);
    }
    return found;
  }

  private int at(
      List<Token> tokens, int i, List<TextSpan> taken, List<FoundClaim.FoundQuantity> found) {
    QuantityWords.Kind bound = QuantityWords.Kind.NUMBER;
    int start = i;
    for (QuantityWords.Entry entry : words.startingWith(lower(tokens, i))) {
      boolean modifies = entry.kind().compareTo(QuantityWords.Kind.ABOVE) >= 0;
      if (modifies && stands(tokens, i, entry.words())) {
        bound = entry.kind();
        start = i + entry.words().size();
        break;
      }
    }
    boolean money = CURRENCIES.contains(lower(tokens, start));
    Reading reading = number(tokens, money ? start + 1 : start);
    if (reading == null || isTaken(tokens.get(start).span(), taken)) {
      return i + 1;
    }
    boolean between = lower(tokens, i - 1).equals("between");
    int joint = reading.end();
    if (lower(tokens, joint).equals("to")
        || lower(tokens, joint).equals("–")
        || (between && lower(tokens, joint).equals("and"))) {
      int second = CURRENCIES.contains(lower(tokens, joint + 1)) ? joint + 2 : joint + 1;
      Reading upper = number(tokens, second);
      if (upper != null && upper.high() > reading.low()) {
        reading = new Reading(reading.low(), upper.high(), upper.end());
      }
    }
    Unit unit =
        money
            ? new Unit(currency(lower(tokens, start)), reading.end())
            : unit(tokens, reading.end());
    if (unit.name() == null && reading.low() == reading.high() && reading.low() == 1) {
      return reading.end();
    }
    TextSpan span = new TextSpan(tokens.get(i).start(), tokens.get(unit.end() - 1).end());
    found.add(bounded(span, reading, bound, unit.name()));
    return unit.end();
  }

  private static FoundClaim.FoundQuantity bounded(
      TextSpan span, Reading reading, QuantityWords.Kind bound, @Nullable String unit) {
    double low = reading.low();
    double high = reading.high();
    return switch (bound) {
      case ABOVE -> new FoundClaim.FoundQuantity(span, low, null, unit);
      case BELOW -> new FoundClaim.FoundQuantity(span, null, high, unit);
      case ABOUT -> new FoundClaim.FoundQuantity(span, low * (1 - TENTH), high * (1 + TENTH), unit);
      case NEARLY -> new FoundClaim.FoundQuantity(span, low * (1 - TENTH), high, unit);
      case NUMBER, SCALE, VAGUE -> new FoundClaim.FoundQuantity(span, low, high, unit);
    };
  }

  private @Nullable Reading number(List<Token> tokens, int i) {
    if (i >= tokens.size()) {
      return null;
    }
    for (QuantityWords.Entry entry : words.startingWith(lower(tokens, i))) {
      if (entry.kind() == QuantityWords.Kind.VAGUE && stands(tokens, i, entry.words())) {
        return new Reading(entry.low(), entry.high(), i + entry.words().size());
      }
    }
    String word = lower(tokens, i);
    var range = RANGE.matcher(word);
    if (range.matches()) {
      return scaled(tokens, value(range.group(1)), value(range.group(2)), i + 1);
    }
    if (DIGITS.matcher(word).matches()) {
      return scaled(tokens, value(word), value(word), i + 1);
    }
    Double spelled = spelled(word);
    if (spelled != null) {
      int next = i + 1;
      Double ones = lower(tokens, next).equals("-") ? spelled(lower(tokens, next + 1)) : null;
      if (ones != null && spelled >= 20 && spelled < 100 && ones < 10) {
        return scaled(tokens, spelled + ones, spelled + ones, i + 3);
      }
      next =
          spelled < 1 && (lower(tokens, next).equals("a") || lower(tokens, next).equals("of"))
              ? next + 1
              : next;
      return spelled < 1 && scale(lower(tokens, next)) == 1
          ? null
          : scaled(tokens, spelled, spelled, next);
    }
    if (word.equals("a") && scale(lower(tokens, i + 1)) > 1) {
      return scaled(tokens, 1, 1, i + 1);
    }
    return null;
  }

  private Reading scaled(List<Token> tokens, double low, double high, int from) {
    double factor = 1;
    int end = from;
    while (scale(lower(tokens, end)) > 1) {
      factor *= scale(lower(tokens, end));
      end++;
    }
    return new Reading(low * factor, high * factor, end);
  }

  private double scale(String word) {
    for (QuantityWords.Entry entry : words.startingWith(word)) {
      if (entry.kind() == QuantityWords.Kind.SCALE) {
        return entry.low();
      }
    }
    return 1;
  }

  private @Nullable Double spelled(String word) {
    int hyphen = word.indexOf('-');
    if (hyphen > 0) {
      Double tens = spelled(word.substring(0, hyphen));
      Double ones = spelled(word.substring(hyphen + 1));
      return tens != null && ones != null && tens >= 20 && ones < 10
          ? Double.valueOf(tens + ones)
          : null;
    }
    for (QuantityWords.Entry entry : words.startingWith(word)) {
      if (entry.kind() == QuantityWords.Kind.NUMBER) {
        return entry.low();
      }
    }
    return null;
  }

  private static double value(String digits) {
    return Double.parseDouble(digits.replace(",", ""));
  }

  /**
   * What is counted.
   *
   * @param name lower case; null when not stated
   * @param end one past its last token
   */
  private record Unit(@Nullable String name, int end) {}

  private static Unit unit(List<Token> tokens, int from) {
    String first = lower(tokens, from);
    if (first.equals("%") || first.equals("percent")) {
      return new Unit("percent", from + 1);
    }
    if (first.equals("per") && lower(tokens, from + 1).equals("cent")) {
      return new Unit("percent", from + 2);
    }
    int i = first.equals("of") && !isPronoun(tokens, from + 1) ? from + 1 : from;
    while (i < tokens.size()
        && (isPos(tokens, i, "ADJ") || isPos(tokens, i, "DET") || isPos(tokens, i, "PROPN"))) {
      i++;
    }
    StringBuilder name = new StringBuilder();
    int end = from;
    while (i < tokens.size() && isPos(tokens, i, "NOUN")) {
      name.append(name.length() == 0 ? "" : " ").append(lower(tokens, i));
      end = ++i;
    }
    return name.length() == 0 ? new Unit(null, from) : new Unit(name.toString(), end);
  }

  private static boolean isPronoun(List<Token> tokens, int i) {
    return isPos(tokens, i, "PRON");
  }

  private static boolean isPos(List<Token> tokens, int i, String pos) {
    return i < tokens.size() && tokens.get(i).pos().equals(pos);
  }

  private static String currency(String sign) {
    return switch (sign) {
      case "€" -> "euros";
      case "£" -> "pounds";
      case "$", "us$" -> "dollars";
      // Only the signs above are ever asked for.
      default -> sign;
    };
  }

  private static boolean isTaken(TextSpan span, List<TextSpan> taken) {
    for (TextSpan other : taken) {
      if (other.overlaps(span)) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(List<Token> tokens, int i, List<String> phrase) {
    for (int k = 0; k < phrase.size(); k++) {
      if (!lower(tokens, i + k).equals(phrase.get(k))) {
        return false;
      }
    }
    return true;
  }

  private static String lower(List<Token> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).text().toLowerCase(Locale.ROOT) : "";
  }
}
