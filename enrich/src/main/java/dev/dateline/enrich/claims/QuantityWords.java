package dev.dateline.enrich.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of numbers, read from {@code quantities.tsv}. Immutable once loaded. */
final class QuantityWords {

  /** What a phrase does to the number it stands by. */
  enum Kind {
    NUMBER,
    SCALE,
    VAGUE,
    ABOVE,
    BELOW,
    ABOUT,
    NEARLY
  }

  /**
   * One line of the table.
   *
   * @param kind what it does
   * @param words its words, lower case
   * @param low value, factor or least value; 0 where it has none
   * @param high greatest value; 0 where it has none
   */
  record Entry(Kind kind, List<String> words, double low, double high) {}

  private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

  private QuantityWords() {}

  /** Reads the table that comes with the module. */
  static QuantityWords load() {
    QuantityWords words = new QuantityWords();
    for (Tables.Row row : Tables.read("quantities.tsv", 4)) {
      Kind kind = Kind.valueOf(row.cell(0).toUpperCase(java.util.Locale.ROOT));
      Entry entry = new Entry(kind, row.words(1), value(row.cell(2)), value(row.cell(3)));
      words.byFirstWord.computeIfAbsent(entry.words().get(0), key -> new ArrayList<>()).add(entry);
    }
    for (List<Entry> entries : words.byFirstWord.values()) {
      entries.sort(Comparator.comparingInt(entry -> -entry.words().size()));
    }
    return words;
  }

  /** Returns the entries whose first word this is, the longest first; empty when none. */
  List<Entry> startingWith(String word) {
    return byFirstWord.getOrDefault(word, List.of());
  }

  private static double value(String cell) {
    return cell.equals("-") ? 0 : Double.parseDouble(cell);
  }
}
