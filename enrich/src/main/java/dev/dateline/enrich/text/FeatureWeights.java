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

  /** FNV-1a. */
  private static final long OFFSET = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  private final int mask;
  private final long[] hashes;

  /** By slot, where a feature's outcomes start. */
  private final int[] starts;

  /** By slot, one past where they end. */
  private final int[] ends;

  private final short[] outcomes;
  private final double[] weights;
  private long[] wanted = new long[64];
  private long[] met = new long[64];

  FeatureWeights(Map<String, Context> parameters) {
    int capacity = Integer.highestOneBit(Math.max(8, parameters.size() * 2)) * 2;
    mask = capacity - 1;
    hashes = new long[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    int number =
        parameters.values().stream().mapToInt(context -> context.getOutcomes().length).sum();
    outcomes = new short[number];
    weights = new double[number];
    int next = 0;
    for (Map.Entry<String, Context> parameter : parameters.entrySet()) {
      long hash = hash(parameter.getKey());
      int slot = (int) hash & mask;
      while (hashes[slot] != 0) {
        if (hashes[slot] == hash) {
          throw new IllegalArgumentException(
              "reading a model: the feature \"" + parameter.getKey() + "\" has another's hash");
        }
        slot = (slot + 1) & mask;
      }
      hashes[slot] = hash;
      starts[slot] = next;
      int[] of = parameter.getValue().getOutcomes();
      double[] values = parameter.getValue().getParameters();
      for (int i = 0; i < of.length; i++) {
        outcomes[next] = (short) of[i];
        weights[next] = values[i];
        next++;
      }
      ends[slot] = next;
    }
  }

  /** Adds the weights of features to the scores of outcomes; an unknown feature adds nothing. */
  void add(String[] features, double[] scores) {
    if (features.length > wanted.length) {
      wanted = new long[features.length];
      met = new long[features.length];
    }
    for (int i = 0; i < features.length; i++) {
      wanted[i] = hash(features[i]);
    }
    for (int i = 0; i < features.length; i++) {
      met[i] = hashes[(int) wanted[i] & mask];
    }
    for (int i = 0; i < features.length; i++) {
      int slot = (int) wanted[i] & mask;
      long hash = met[i];
      while (hash != 0 && hash != wanted[i]) {
        slot = (slot + 1) & mask;
        hash = hashes[slot];
      }
      if (hash != 0) {
        for (int at = starts[slot]; at < ends[slot]; at++) {
          scores[outcomes[at]] += weights[at];
        }
      }
    }
  }

  /** Never 0, which is an empty slot. */
  private static long hash(String feature) {
    long hash = OFFSET;
    for (int i = 0; i < feature.length(); i++) {
      hash = (hash ^ feature.charAt(i)) * PRIME;
    }
    // The low bits choose the slot: the high ones are the better mixed.
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
