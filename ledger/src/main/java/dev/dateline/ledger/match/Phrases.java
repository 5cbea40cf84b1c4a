package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the words and phrases of a table in a list of stems. */
final class Phrases<T> {
  private record Phrase<T>(List<String> stems, T value) {}

  /** A phrase found: what it stands for and the places of its words. */
  @SuppressWarnings(
      "ArrayRecordComponent") // Read-only, never compared, and a list would box every element.
  record Hit<T>(T value, int[] places) {}

  private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
  private final int widestGap;

  /**
   * @param widestGap how many other words may stand between two words of a phrase
   */
  Phrases(int widestGap) {
    this.widestGap = widestGap;
  }

  void add(String phrase, T value) {
    List<String> stems =
        Words.split(phrase).stream().map(word -> Words.stem(word.lower())).toList();
    byFirst.computeIfAbsent(stems.get(0), key -> new ArrayList<>()).add(new Phrase<>(stems, value));
  }

  List<Hit<T>> find(List<String> stems) {
    List<Hit<T>> hits = new ArrayList<>();
    for (int i = 0; i < stems.size(); i++) {
      for (Phrase<T> phrase : byFirst.getOrDefault(stems.get(i), List.of())) {
        int[] places = match(phrase.stems(), stems, i);
        if (places.length > 0) {
          hits.add(new Hit<>(phrase.value(), places));
        }
      }
    }
    return hits;
  }

  private int[] match(List<String> phrase, List<String> stems, int start) {
    int[] places = new int[phrase.size()];
    places[0] = start;
    for (int k = 1; k < places.length; k++) {
      int from = places[k - 1] + 1;
      int to = Math.min(stems.size(), from + widestGap + 1);
      int at = -1;
      for (int i = from; i < to && at < 0; i++) {
        if (stems.get(i).equals(phrase.get(k))) {
          at = i;
        }
      }
      if (at < 0) {
        return new int[0];
      }
      places[k] = at;
    }
    return places;
  }
}
