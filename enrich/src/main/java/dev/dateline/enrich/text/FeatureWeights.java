package dev.dateline.enrich.text;

import java.util.Map;
import opennlp.tools.ml.model.Context;

/**
 * The weights of a maximum-entropy model's features in flat arrays, found by a 64-bit hash of the
 * feature's name.
 *
 * <p>A model has too many features for the processor's nearest caches. In a map of strings each
 * look up waits for half a dozen places of memory, one after another; here for two, and for those
 * of all features of a word at once. Has work space of its own: not thread-safe.
 */
final class FeatureWeights {

  private final int mask;

  /** Two longs a slot: a feature's hash, and where its outcomes start (upper half) and end. */
  private final long[] slots;

  private final short[] outcomes;
  private final double[] weights;
  private final long[] met = new long[PosFeatures.MOST];

  FeatureWeights(Map<String, Context> parameters) {
    int capacity = Integer.highestOneBit(Math.max(8, parameters.size() * 2)) * 2;
    mask = capacity - 1;
    slots = new long[2 * capacity];
    int number =
        parameters.values().stream().mapToInt(context -> context.getOutcomes().length).sum();
    outcomes = new short[number];
    weights = new double[number];
    int next = 0;
    for (Map.Entry<String, Context> parameter : parameters.entrySet()) {
      long hash = FeatureHash.of(parameter.getKey());
      int slot = (int) hash & mask;
      while (slots[2 * slot] != 0) {
        if (slots[2 * slot] == hash) {
          throw new IllegalArgumentException(
              "reading a model: the feature \"" + parameter.getKey() + "\" has another's hash");
        }
        slot = (slot + 1) & mask;
      }
      int start = next;
      int[] of = parameter.getValue().getOutcomes();
      double[] values = parameter.getValue().getParameters();
      for (int i = 0; i < of.length; i++) {
        outcomes[next] = (short) of[i];
        weights[next] = values[i];
        next++;
      }
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = ((long) start << Integer.SIZE) | next;
    }
  }

  /**
   * Adds the weights of features to the scores of outcomes; an unknown feature adds nothing.
   *
   * @param features their hashes, no more than {@link PosFeatures#MOST}
   * @param count how many of them to take
   */
  void add(long[] features, int count, double[] scores) {
    for (int i = 0; i < count; i++) {
      met[i] = slots[2 * ((int) features[i] & mask)];
    }
    for (int i = 0; i < count; i++) {
      int slot = (int) features[i] & mask;
      long hash = met[i];
      while (hash != 0 && hash != features[i]) {
        slot = (slot + 1) & mask;
        hash = slots[2 * slot];
      }
      if (hash != 0) {
        long range = slots[2 * slot + 1];
        for (int at = (int) (range >>> Integer.SIZE); at < (int) range; at++) {
          scores[outcomes[at]] += weights[at];
        }
      }
    }
  }
}
