package dev.dateline.ledger.match;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lexicon of what words of news mean: classes of predicates and things, their opposites, their
 * later stages.
 */
final class Concepts {
  private static final int WIDEST_GAP = 2;

  /** Whether a concept happens, stands, or is a thing. */
  enum Kind {
    EVENT,
    STATE,
    THING
  }

  private final List<String> names;
  private final List<Kind> kinds;
  private final BitSet[] opposed;
  private final BitSet[] later;
  private final Phrases<Integer> phrases = new Phrases<>(WIDEST_GAP);

  private Concepts(List<List<String>> rows) {
    names = rows.stream().map(row -> row.get(0)).toList();
    kinds = rows.stream().map(row -> Kind.valueOf(row.get(1))).toList();
    Map<String, Integer> index = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      index.put(names.get(i), i);
    }
    opposed = new BitSet[names.size()];
    later = new BitSet[names.size()];
    for (int i = 0; i < names.size(); i++) {
      opposed[i] = new BitSet();
      later[i] = new BitSet();
    }
    for (int i = 0; i < names.size(); i++) {
      for (String other : Tables.entries(rows.get(i).get(2))) {
        int j = index(index, other, i);
        opposed[i].set(j);
        opposed[j].set(i);
      }
      for (String other : Tables.entries(rows.get(i).get(3))) {
        later[i].set(index(index, other, i));
      }
      for (String phrase : Tables.entries(rows.get(i).get(4))) {
        phrases.add(phrase, i);
      }
    }
  }

  private int index(Map<String, Integer> index, String name, int row) {
    Integer found = index.get(name);
    if (found == null) {
      throw new IllegalStateException(
          "loading concepts.txt: concept "
              + names.get(row)
              + " names \""
              + name
              + "\", which has no line of its own");
    }
    return found;
  }

  static Concepts load() {
    return new Concepts(Tables.lines("concepts.txt").stream().map(Tables::columns).toList());
  }

  List<Phrases.Hit<Integer>> find(List<String> stems) {
    return phrases.find(stems);
  }

  int size() {
    return names.size();
  }

  String name(int concept) {
    return names.get(concept);
  }

  boolean isThing(int concept) {
    return kinds.get(concept) == Kind.THING;
  }

  boolean opposed(BitSet first, BitSet second) {
    return linked(opposed, first, second);
  }

  /** The same, of events and states only. */
  boolean opposedEvents(BitSet first, BitSet second) {
    for (int i = first.nextSetBit(0); i >= 0; i = first.nextSetBit(i + 1)) {
      if (!isThing(i) && opposed[i].intersects(second)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the second holds a later stage of something in the first. */
  boolean followedBy(BitSet first, BitSet second) {
    return linked(later, first, second);
  }

  private static boolean linked(BitSet[] links, BitSet first, BitSet second) {
    if (second.isEmpty()) {
      return false;
    }
    for (int i = first.nextSetBit(0); i >= 0; i = first.nextSetBit(i + 1)) {
      if (links[i].intersects(second)) {
        return true;
      }
    }
    return false;
  }
}
