package dev.dateline.enrich.times;

import dev.dateline.enrich.text.ResourceLines;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word lists of {@code guard-words.tsv}. Immutable. */
final class GuardWords {

  private static final Map<String, Set<String>> LISTS = load();

  static final Set<String> COUNTED = list("counted");
  static final Set<String> QUANTIFYING = list("quantifying");
  static final Set<String> YEAR_OPENERS = list("year-openers");
  static final Set<String> MONTH_OPENERS = list("month-openers");
  static final Set<String> NOT_DAYS = list("not-days");
  static final Set<String> NOT_DAYS_AFTER = list("not-days-after");
  static final Set<String> CLOCK_OPENERS = list("clock-openers");
  static final Set<String> FEAST_OPENERS = list("feast-openers");
  static final Set<String> BUSINESS = list("business");
  static final Set<String> NIGHT_THINGS = list("night-things");

  private GuardWords() {}

  private static Map<String, Set<String>> load() {
    Map<String, Set<String>> lists = new HashMap<>();
    for (List<String> row : ResourceLines.readTable(GuardWords.class, "guard-words.tsv", 2)) {
      lists
          .computeIfAbsent(row.get(0), name -> new HashSet<>())
          .addAll(List.of(row.get(1).split(" ")));
    }
    return lists;
  }

  private static Set<String> list(String name) {
    Set<String> words = LISTS.get(name);
    if (words == null) {
      throw new IllegalStateException("reading guard-words.tsv: no list named " + name);
    }
    return Set.copyOf(words);
  }
}
