package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether two ways to name a claimant can be the same one: "its Defence Ministry", "Ministry
 * of Defence of the Russian Federation"; "Verbytskyi", "Ostap Verbitsky".
 *
 * <p>Immutable and thread-safe.
 */
public final class Claimants {
  private static final int SHORTEST_WORD = 3;
  private static final double SPELLING = 0.8;
  private static final Set<String> FUNCTION_WORDS =
      Set.of("the", "its", "his", "her", "their", "our", "and", "for", "from", "who", "federation");

  private final Countries countries;

  /** Makes one with the library's table of countries. */
  public Claimants() {
    countries = Countries.load();
  }

  /** The words of a name that tell it from others, countries as their number. */
  public List<String> words(String name) {
    List<Words.Word> words = Words.split(name);
    List<String> stems = words.stream().map(word -> Words.stem(word.lower())).toList();
    int[] country = new int[stems.size()];
    for (Phrases.Hit<Integer> hit : countries.find(stems)) {
      for (int place : hit.places()) {
        country[place] = hit.value() + 1;
      }
    }
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String lower = words.get(i).lower();
      String word = country[i] > 0 ? "#" + country[i] : stems.get(i);
      if (country[i] == 0
          && (lower.length() < SHORTEST_WORD
              || !Character.isLetter(lower.charAt(0))
              || FUNCTION_WORDS.contains(lower))) {
        continue;
      }
      if (!kept.contains(word)) {
        kept.add(word);
      }
    }
    return List.copyOf(kept);
  }

  /** Whether a name is that of a country or of its people and nothing else. */
  public boolean isCountry(String name) {
    List<String> words = words(name);
    return words.size() == 1 && words.get(0).startsWith("#");
  }

  /** Whether every word of the shorter name has its like in the longer; false when one has none. */
  public boolean same(List<String> first, List<String> second) {
    List<String> shorter = first.size() <= second.size() ? first : second;
    List<String> longer = first.size() <= second.size() ? second : first;
    return !shorter.isEmpty()
        && shorter.stream().allMatch(word -> longer.stream().anyMatch(other -> like(word, other)));
  }

  private static boolean like(String first, String second) {
    if (first.startsWith("#") || second.startsWith("#")) {
      return first.equals(second);
    }
    return Names.likeness(first, second) >= SPELLING;
  }

  /** Folds what transliterations of one name differ in: "Huliaipole", "Gulyaypole". */
  public static String skeleton(String name) {
    return Names.skeleton(Words.fold(name));
  }
}
