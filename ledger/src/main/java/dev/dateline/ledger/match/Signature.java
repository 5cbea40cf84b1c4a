package dev.dateline.ledger.match;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a proposition is cheaply compared by, to choose which to compare in full. */
final class Signature {
  private final int[] stems;
  private final float[] weights;
  private final long[] concepts;
  private final @Nullable Vector meaning;
  private final float weight;

  Signature(List<Term> terms, BitSet concepts, @Nullable Vector meaning) {
    TreeMap<Integer, Float> byHash = new TreeMap<>();
    for (Term term : terms) {
      int key =
          term.country() >= 0 ? -term.country() - 1 : term.stem().hashCode() & Integer.MAX_VALUE;
      byHash.put(key, term.weight());
    }
    stems = new int[byHash.size()];
    weights = new float[stems.length];
    int i = 0;
    float sum = 0;
    for (var entry : byHash.entrySet()) {
      stems[i] = entry.getKey();
      weights[i] = entry.getValue();
      sum += entry.getValue();
      i++;
    }
    weight = sum;
    this.concepts = concepts.toLongArray();
    this.meaning = meaning;
  }

  /** From 0, nothing in common, upwards. */
  float nearness(Signature other) {
    float shared = 0;
    int i = 0;
    int j = 0;
    while (i < stems.length && j < other.stems.length) {
      if (stems[i] == other.stems[j]) {
        shared += weights[i];
        i++;
        j++;
      } else if (stems[i] < other.stems[j]) {
        i++;
      } else {
        j++;
      }
    }
    int common = 0;
    for (int k = 0; k < Math.min(concepts.length, other.concepts.length); k++) {
      common += Long.bitCount(concepts[k] & other.concepts[k]);
    }
    float alike =
        meaning == null || other.meaning == null
            ? 0
            : (float) Math.max(0, meaning.cosine(other.meaning));
    return 2 * shared / Math.max(1, weight + other.weight) + alike + 0.05f * common;
  }
}
