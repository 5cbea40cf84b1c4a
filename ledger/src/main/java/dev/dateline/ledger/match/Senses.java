package dev.dateline.ledger.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The part of WordNet 3.1 that the words of news need: what stands above each sense, and against
 * it.
 */
final class Senses {
  /** How two words stand to each other. */
  enum Relation {
    /** They share a sense. */
    SAME,
    /** One is a kind of the other. */
    KIND_OF,
    /** One is a kind of a kind of the other. */
    FAR_KIND_OF,
    /** Both are kinds of the same specific thing: neighbours, not the same. */
    SIBLING,
    /** One sense is the opposite of the other. */
    OPPOSITE,
    /** Nothing is known. */
    NONE
  }

  /** Some senses, sorted, with a bit for each that says at once that most others are not there. */
  private static final class Some {
    private static final int SPREAD = 0x9E3779B1;

    private final int[] senses;
    private final long bits;

    Some(int[] senses) {
      this.senses = senses;
      long all = 0;
      for (int sense : senses) {
        all |= 1L << ((sense * SPREAD) >>> (Integer.SIZE - 6));
      }
      bits = all;
    }

    boolean meet(Some other) {
      if ((bits & other.bits) == 0) {
        return false;
      }
      int[] first = senses;
      int[] second = other.senses;
      int i = 0;
      int j = 0;
      while (i < first.length && j < second.length) {
        if (first[i] == second[j]) {
          return true;
        }
        if (first[i] < second[j]) {
          i++;
        } else {
          j++;
        }
      }
      return false;
    }
  }

  /**
   * The senses of a word and what they lead to.
   *
   * @param own its senses
   * @param above the senses directly above them
   * @param specific those of {@code above} that are specific enough to make neighbours
   * @param far the specific senses two above
   * @param against the senses opposed to its own
   */
  record Reach(Some own, Some above, Some specific, Some far, Some against) {}

  /** Above this depth a shared parent says little: "artifact", "act", "change". */
  private static final int LEAST_SPECIFIC_DEPTH = 5;

  private final Map<String, Integer> index = new HashMap<>();
  private final int[][] above;
  private final int[][] against;
  private final int[] depth;

  private Senses(List<String> lines) {
    List<String[]> rows = lines.stream().map(line -> line.split("\t", -1)).toList();
    for (int i = 0; i < rows.size(); i++) {
      index.put(rows.get(i)[0], i);
    }
    above = new int[rows.size()][];
    against = new int[rows.size()][];
    depth = new int[rows.size()];
    for (int i = 0; i < depth.length; i++) {
      depth[i] = Integer.parseInt(rows.get(i)[1]);
      above[i] = indices(rows.get(i)[2]);
      against[i] = indices(rows.get(i)[3]);
    }
  }

  static Senses load() {
    return new Senses(Tables.lines("senses.tsv.gz"));
  }

  private int[] indices(String list) {
    return Tables.entries(list).stream().filter(index::containsKey).mapToInt(index::get).toArray();
  }

  /** What a list of senses reaches. */
  Reach reach(String list) {
    int[] own = IntStream.of(indices(list)).sorted().distinct().toArray();
    int[] up = step(own, above);
    int[] specific =
        IntStream.of(up).filter(sense -> depth[sense] >= LEAST_SPECIFIC_DEPTH).toArray();
    int[] far =
        IntStream.of(step(up, above))
            .filter(sense -> depth[sense] >= LEAST_SPECIFIC_DEPTH)
            .toArray();
    return new Reach(
        new Some(own),
        new Some(up),
        new Some(specific),
        new Some(far),
        new Some(step(own, against)));
  }

  private static int[] step(int[] from, int[][] links) {
    return IntStream.of(from)
        .flatMap(sense -> IntStream.of(links[sense]))
        .sorted()
        .distinct()
        .toArray();
  }

  static Relation relation(Reach first, Reach second) {
    if (first.own.meet(second.own)) {
      return Relation.SAME;
    }
    if (first.above.meet(second.own) || first.own.meet(second.above)) {
      return Relation.KIND_OF;
    }
    if (first.far.meet(second.own) || first.own.meet(second.far)) {
      return Relation.FAR_KIND_OF;
    }
    if (first.specific.meet(second.specific)) {
      return Relation.SIBLING;
    }
    if (first.against.meet(second.own)) {
      return Relation.OPPOSITE;
    }
    return Relation.NONE;
  }
}
