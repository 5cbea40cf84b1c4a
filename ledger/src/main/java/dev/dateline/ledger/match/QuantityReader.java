package dev.dateline.ledger.match;

import dev.dateline.ledger.match.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the numbers of a content: digits, words, fractions and shares, with units, approximation
 * and bounds.
 */
final class QuantityReader {
  private static final Pattern SEPARATORS = Pattern.compile("[: " + Words.NARROW_SPACES + "]");
  private static final Map<String, Double> SMALL = new HashMap<>();
  private static final Map<String, Double> SCALES =
      Map.ofEntries(
          Map.entry("hundred", 1e2),
          Map.entry("thousand", 1e3),
          Map.entry("million", 1e6),
          Map.entry("billion", 1e9),
          Map.entry("trillion", 1e12),
          Map.entry("lakh", 1e5),
          Map.entry("crore", 1e7),
          Map.entry("dozen", 12.0),
          Map.entry("bn", 1e9),
          Map.entry("mn", 1e6),
          Map.entry("m", 1e6),
          Map.entry("k", 1e3));
  private static final Map<String, Double> FRACTIONS =
      Map.ofEntries(
          Map.entry("half", 0.5),
          Map.entry("third", 1 / 3.0),
          Map.entry("thirds", 1 / 3.0),
          Map.entry("quarter", 0.25),
          Map.entry("quarters", 0.25),
          Map.entry("fifth", 0.2),
          Map.entry("fifths", 0.2),
          Map.entry("tenth", 0.1),
          Map.entry("tenths", 0.1));
  private static final Map<String, double[]> VAGUE =
      Map.of(
          "dozens",
          new double[] {24, 99},
          "scores",
          new double[] {40, 199},
          "hundreds",
          new double[] {200, 1999},
          "thousands",
          new double[] {2000, 19999},
          "millions",
          new double[] {2e6, 2e7});
  private static final Set<String> ABOUT =
      Set.of(
          "about",
          "some",
          "around",
          "nearly",
          "almost",
          "roughly",
          "approximately",
          "circa",
          "estimated",
          "close",
          "just");
  private static final Set<String> ABOVE =
      Set.of(
          "over",
          "exceeding",
          "exceeded",
          "past",
          "passed",
          "above",
          "upwards",
          "beyond",
          "topped");
  private static final Set<String> BELOW = Set.of("under", "below", "barely");
  private static final Set<String> MONTHS =
      Set.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Set<String> SKIPPED_BEFORE_THING =
      Set.of("of", "the", "its", "their", "his", "her", "our", "my", "more", "other", "a", "an");

  static {
    String[] words = {
      "zero",
      "one",
      "two",
      "three",
      "four",
      "five",
      "six",
      "seven",
      "eight",
      "nine",
      "ten",
      "eleven",
      "twelve",
      "thirteen",
      "fourteen",
      "fifteen",
      "sixteen",
      "seventeen",
      "eighteen",
      "nineteen"
    };
    for (int i = 0; i < words.length; i++) {
      SMALL.put(words[i], (double) i);
    }
    String[] tens = {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    for (int i = 0; i < tens.length; i++) {
      SMALL.put(tens[i], 20.0 + 10 * i);
    }
  }

  private record Unit(String dimension, double factor) {}

  private record Figure(double value, int from, int to, boolean fraction) {}

  private final Phrases<Unit> units = new Phrases<>(0);

  QuantityReader() {
    for (String line : Tables.lines("units.txt")) {
      List<String> columns = Tables.columns(line);
      Unit unit = new Unit(columns.get(0), Double.parseDouble(columns.get(1)));
      Tables.entries(columns.get(2)).forEach(word -> units.add(word, unit));
    }
  }

  /**
   * Reads the quantities.
   *
   * @param words the content's words
   * @param stems their stems, one each
   * @param nouns which words are nouns
   */
  List<Quantity> read(List<Word> words, List<String> stems, boolean[] nouns) {
    Unit[] unitAt = new Unit[words.size()];
    int[] unitEnd = new int[words.size()];
    for (Phrases.Hit<Unit> hit : units.find(stems)) {
      int first = hit.places()[0];
      int end = hit.places()[hit.places().length - 1] + 1;
      if (end > unitEnd[first]) {
        unitAt[first] = hit.value();
        unitEnd[first] = end;
      }
    }
    List<Quantity> quantities = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Figure number = number(words, i);
      if (number == null) {
        double[] vague = VAGUE.get(words.get(i).lower());
        if (vague != null) {
          quantities.add(counted(words, stems, nouns, vague[0], vague[1], true, i, i + 1, i));
        }
        i++;
        continue;
      }
      Quantity quantity = quantity(words, stems, nouns, unitAt, unitEnd, number);
      if (quantity != null) {
        quantities.add(quantity);
      }
      i = Math.max(number.to(), i + 1);
    }
    return List.copyOf(quantities);
  }

  private @Nullable Quantity quantity(
      List<Word> words,
      List<String> stems,
      boolean[] nouns,
      @Nullable Unit[] unitAt,
      int[] unitEnd,
      Figure number) {
    int from = number.from();
    int to = number.to();
    double value = number.value();
    String before = from > 0 ? words.get(from - 1).lower() : "";
    String after = to < words.size() ? words.get(to).lower() : "";
    if (MONTHS.contains(before) || (MONTHS.contains(after) && value <= 31)) {
      return new Quantity(
          value, value, "DAY_OF_MONTH", null, false, surface(words, from, to), from);
    }
    if (value >= 1900
        && value <= 2100
        && words.get(from).surface().matches("\\d{4}")
        && (before.equals("in")
            || before.equals("of")
            || before.equals("by")
            || before.equals("since")
            || before.equals("before"))) {
      return new Quantity(value, value, "YEAR", null, false, surface(words, from, to), from);
    }
    if (words.get(from).surface().contains(":")
        || after.equals("p.m.")
        || after.equals("a.m.")
        || after.equals("gmt")) {
      return null;
    }
    Unit unit = null;
    int end = to;
    if (to < words.size() && unitAt[to] != null) {
      unit = unitAt[to];
      end = unitEnd[to];
    } else if (from > 0 && unitAt[from - 1] != null && isMoney(unitAt[from - 1])) {
      unit = unitAt[from - 1];
    }
    double[] share = share(words, number, end);
    if (share.length > 0) {
      return bounded(words, share[0], "PERCENT", null, from, (int) share[1], true);
    }
    if (number.fraction() && unit == null) {
      return bounded(words, value * 100, "PERCENT", null, from, to, true);
    }
    boolean rounded = isRound(value) || number.fraction();
    if (unit != null) {
      return bounded(
          words,
          value * unit.factor(),
          unit.dimension(),
          null,
          from,
          end,
          rounded && Math.abs(value) >= 20);
    }
    Quantity counted = counted(words, stems, nouns, value, value, false, from, to, from);
    return bounded(
        words, value, Quantity.COUNT, counted.thing(), from, to, rounded && value >= 1000);
  }

  private static boolean isMoney(@Nullable Unit unit) {
    return unit != null && unit.dimension().startsWith("MONEY");
  }

  /**
   * "two voters in five", "one in two": a share as a percentage and where it ends; empty when it is
   * none.
   */
  private static double[] share(List<Word> words, Figure number, int end) {
    for (int i = end; i < Math.min(words.size() - 1, end + 3); i++) {
      if (words.get(i).lower().equals("in")) {
        Figure total = number(words, i + 1);
        if (total != null
            && total.value() > number.value()
            && total.value() <= 20
            && i - end <= 1) {
          boolean followedByMonth =
              total.to() < words.size() && MONTHS.contains(words.get(total.to()).lower());
          return followedByMonth
              ? new double[0]
              : new double[] {100 * number.value() / total.value(), total.to()};
        }
      }
    }
    return new double[0];
  }

  private static Quantity bounded(
      List<Word> words,
      double value,
      String dimension,
      @Nullable String thing,
      int from,
      int to,
      boolean round) {
    double low = value;
    double high = value;
    boolean rounded = round;
    StringBuilder before = new StringBuilder(" ");
    for (int i = Math.max(0, from - 3); i < from; i++) {
      before.append(words.get(i).lower()).append(' ');
    }
    String nearest = from > 0 ? words.get(from - 1).lower() : "";
    String context = before.toString();
    if (context.endsWith(" no more than ")
        || context.endsWith(" fewer than ")
        || context.endsWith(" less than ")
        || context.endsWith(" at most ")
        || context.endsWith(" up to ")
        || context.contains(" as many as ")
        || BELOW.contains(nearest)) {
      low = 0;
    } else if (context.endsWith(" more than ")
        || context.endsWith(" at least ")
        || context.contains(" upwards of ")
        || context.endsWith(" greater than ")
        || ABOVE.contains(nearest)) {
      // More than a number means a little more: nobody says "more than ten" of a thousand.
      high = value * 1.6 + 1;
      rounded = true;
    } else if (ABOUT.contains(nearest) || context.endsWith(" close to ")) {
      rounded = true;
    }
    return new Quantity(low, high, dimension, thing, rounded, surface(words, from, to), from);
  }

  private static Quantity counted(
      List<Word> words,
      List<String> stems,
      boolean[] nouns,
      double low,
      double high,
      boolean rounded,
      int from,
      int to,
      int place) {
    String thing = null;
    int seen = 0;
    for (int i = to; i < words.size() && seen < 6; i++, seen++) {
      String lower = words.get(i).lower();
      if (nouns[i] && Words.isWord(lower)) {
        // The head of a noun phrase is its last noun.
        int head = i;
        while (head + 1 < words.size()
            && nouns[head + 1]
            && Words.isWord(words.get(head + 1).lower())) {
          head++;
        }
        thing = stems.get(head);
        break;
      }
      if (!Words.isWord(lower) && !SKIPPED_BEFORE_THING.contains(lower)) {
        break;
      }
    }
    return new Quantity(low, high, Quantity.COUNT, thing, rounded, surface(words, from, to), place);
  }

  private static boolean isRound(double value) {
    double scale = Math.pow(10, Math.floor(Math.log10(Math.max(1, Math.abs(value)))));
    double leading = value / scale;
    return value >= 20 && Math.abs(leading * 10 - Math.rint(leading * 10)) < 1e-9;
  }

  private static String surface(List<Word> words, int from, int to) {
    StringBuilder surface = new StringBuilder();
    for (int i = from; i < Math.min(to, words.size()); i++) {
      surface.append(i == from ? "" : " ").append(words.get(i).surface());
    }
    return surface.toString();
  }

  private static @Nullable Figure number(List<Word> words, int from) {
    String lower = words.get(from).lower();
    String next = from + 1 < words.size() ? words.get(from + 1).lower() : "";
    if (lower.equals("half")
        && next.equals("a")
        && from + 2 < words.size()
        && SCALES.containsKey(words.get(from + 2).lower())) {
      return new Figure(0.5 * scale(words.get(from + 2).lower()), from, from + 3, false);
    }
    if (lower.equals("half")) {
      return new Figure(0.5, from, from + 1, true);
    }
    if ((lower.equals("a") || lower.equals("an"))
        && (SCALES.containsKey(next) && next.length() > 2)) {
      return scaled(words, 1, from, from + 1);
    }
    if (lower.equals("a") && FRACTIONS.containsKey(next) && !next.equals("half")) {
      return new Figure(FRACTIONS.getOrDefault(next, 1.0), from, from + 2, true);
    }
    if (lower.equals("a") && next.equals("single")) {
      return new Figure(1, from, from + 2, false);
    }
    if ((lower.equals("pair") || lower.equals("couple")) && next.equals("of")) {
      return new Figure(2, from, from + 2, false);
    }
    if (Character.isDigit(lower.charAt(0))) {
      return scaled(words, digits(lower), from, from + 1);
    }
    Double small = SMALL.get(lower);
    if (small == null) {
      return null;
    }
    double value = small;
    int to = from + 1;
    if (value >= 20 && SMALL.getOrDefault(next, 99.0) < 10) {
      value += SMALL.getOrDefault(next, 0.0);
      to++;
    }
    if (to < words.size() && FRACTIONS.containsKey(words.get(to).lower()) && value < 10) {
      return new Figure(
          value * FRACTIONS.getOrDefault(words.get(to).lower(), 1.0), from, to + 1, true);
    }
    return scaled(words, value, from, to);
  }

  private static Figure scaled(List<Word> words, double start, int from, int next) {
    double value = start;
    int to = next;
    while (to < words.size() && SCALES.containsKey(words.get(to).lower())) {
      value *= scale(words.get(to).lower());
      to++;
    }
    // "two hundred and forty"
    if (to > next && to + 1 < words.size() && words.get(to).lower().equals("and")) {
      Figure rest = number(words, to + 1);
      if (rest != null && rest.value() < 100 && !rest.fraction() && value >= 100) {
        return new Figure(value + rest.value(), from, rest.to(), false);
      }
    }
    return new Figure(value, from, to, false);
  }

  private static double scale(String word) {
    return SCALES.getOrDefault(word, 1.0);
  }

  private static double digits(String text) {
    String plain = SEPARATORS.matcher(text).replaceAll("");
    if (plain.matches("\\d{1,3}(?:,\\d{2,3})+(?:\\.\\d+)?")) {
      plain = plain.replace(",", "");
    }
    plain = plain.replace(',', '.');
    int firstDot = plain.indexOf('.');
    if (firstDot >= 0 && plain.indexOf('.', firstDot + 1) >= 0) {
      plain = plain.replace(".", "");
    }
    return Double.parseDouble(plain);
  }
}
