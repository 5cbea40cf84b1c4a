package dev.dateline.ledger.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether two ways to name a claimant can be the same one: "its Defence Ministry", "Ministry
 * of Defence of the Russian Federation"; "Verbytskyi", "Ostap Verbitsky".
 *
 * <p>Immutable and thread-safe.
 */
public final class Claimants {
  private static final String COUNTRY = "#";
  private static final int SHORTEST_WORD = 3;
  private static final double SPELLING = 0.8;
  private static final Set<String> FUNCTION_WORDS =
      Set.of("the", "its", "his", "her", "their", "our", "and", "for", "from", "who", "federation");

  private final Countries countries;

  /** Makes one with the library's table of countries. */
  public Claimants() {
    countries = Countries.load();
  }

  /** A claimant's name, read for comparison. Immutable. */
  public static final class Name {
    private final List<Names.Name> words;

    private Name(List<Names.Name> words) {
      this.words = List.copyOf(words);
    }

    /** Whether it is the name of a country or of its people and nothing else. */
    public boolean isCountry() {
      return words.size() == 1 && isCountry(words.get(0));
    }

    /**
     * Whether both can be names of one claimant: every word of the shorter has its like in the
     * longer. A country alone is in the name of many of its bodies and is none of them.
     */
    public boolean canBe(Name other) {
      List<Names.Name> shorter = words.size() <= other.words.size() ? words : other.words;
      List<Names.Name> longer = words.size() <= other.words.size() ? other.words : words;
      if (shorter.isEmpty()) {
        return false;
      }
      boolean alone = shorter.size() == 1 && longer.size() > 1;
      if (alone && (isCountry(shorter.get(0)) || isCountry(longer.get(0)))) {
        return false;
      }
      for (Names.Name word : shorter) {
        if (!hasLike(longer, word)) {
          return false;
        }
      }
      return true;
    }

    private static boolean hasLike(List<Names.Name> names, Names.Name word) {
      for (Names.Name other : names) {
        boolean like =
            (isCountry(word) || isCountry(other))
                ? word.lower().equals(other.lower())
                : Names.likeness(word, other) >= SPELLING;
        if (like) {
          return true;
        }
      }
      return false;
    }

    private static boolean isCountry(Names.Name word) {
      return word.lower().startsWith(COUNTRY);
    }
  }

  /** Reads a name: the words that tell it from others, countries as their number. */
  public Name read(String name) {
    List<Words.Word> words = Words.split(name);
    List<String> stems = words.stream().map(word -> Words.stem(word.lower())).toList();
    int[] country = new int[stems.size()];
    for (Phrases.Hit<Integer> hit : countries.find(stems)) {
      for (int place : hit.places()) {
        country[place] = hit.value() + 1;
      }
    }
    Set<String> kept = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String lower = words.get(i).lower();
      if (country[i] > 0) {
        kept.add(COUNTRY + country[i]);
      } else if (lower.length() >= SHORTEST_WORD
          && Character.isLetter(lower.charAt(0))
          && !FUNCTION_WORDS.contains(lower)) {
        kept.add(stems.get(i));
      }
    }
    return new Name(kept.stream().map(Names.Name::of).toList());
  }

  /** Folds what transliterations of one name differ in: "Huliaipole", "Gulyaypole". */
  public static String skeleton(String name) {
    return Names.skeleton(Words.fold(name));
  }
}
