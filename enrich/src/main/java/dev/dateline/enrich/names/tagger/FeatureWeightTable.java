package dev.dateline.enrich.names.tagger;

import java.util.Arrays;

/**
 * The weights of a model's features, for features that are spread hashes already.
 *
 * <p>A feature's row of weights stands beside it: a table of this size lies outside the processor's
 * nearest caches, and so both come in the time of one. Immutable; thread-safe.
 */
final class FeatureWeightTable {

  /** Set in the third long of each slot in use; a feature's bits are above it. */
  private static final long USED = 0x100;

  private static final int ROW = LabelSums.ROW;

  /** A row of weights a slot. Its third long also holds the feature, in the upper half. */
  private final long[] slots;

  private final int mask;
  private final int size;

  /**
   * Puts the weights of features into their places.
   *
   * @param features all different
   * @param weights a row a feature, a byte a label
   */
  FeatureWeightTable(int[] features, byte[] weights) {
    size = features.length;
    int capacity = Integer.highestOneBit(Math.max(8, size * 2)) * 2;
    slots = new long[capacity * ROW];
    mask = capacity - 1;
    for (int row = 0; row < size; row++) {
      int slot = features[row] & mask;
      while (key(slot) != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot * ROW + 2] = ((long) features[row] << Integer.SIZE) | USED;
      LabelSums.pack(weights, row, slots, slot * ROW);
    }
  }

  /** Returns what tells whose slot it is; 0 where it is nobody's. */
  private long key(int slot) {
    return slots[slot * ROW + 2];
  }

  /** Returns the slot of a feature; less than 0 where it has none. */
  private int slotOf(int feature) {
    return slotOf(feature, key(feature & mask));
  }

  /** As {@link #slotOf(int)}, where the key of the first slot to look at is there already. */
  private int slotOf(int feature, long first) {
    long key = first;
    int slot = feature & mask;
    while (key != 0) {
      if ((int) (key >>> Integer.SIZE) == feature) {
        return slot;
      }
      slot = (slot + 1) & mask;
      key = key(slot);
    }
    return -1;
  }

  /**
   * Copies a feature's row of weights to a place of another table.
   *
   * @return whether the feature is known; else nothing is copied
   */
  boolean copy(int feature, long[] table, int at) {
    int slot = slotOf(feature);
    if (slot < 0) {
      return false;
    }
    System.arraycopy(slots, slot * ROW, table, at, ROW);
    return true;
  }

  /**
   * Adds the weights of so many features up; an unknown feature adds nothing.
   *
   * @param keys work space, as long as the features
   */
  void add(int[] features, int count, long[] keys, LabelSums sums) {
    // Asked for together, slots come in the time of one.
    for (int i = 0; i < count; i++) {
      keys[i] = key(features[i] & mask);
    }
    for (int i = 0; i < count; i++) {
      int slot = slotOf(features[i], keys[i]);
      if (slot >= 0) {
        sums.add(slots, slot * ROW);
      }
    }
  }

  /** Returns the features in ascending order. */
  int[] features() {
    int[] features = new int[size];
    int next = 0;
    for (int slot = 0; slot <= mask; slot++) {
      if (key(slot) != 0) {
        features[next++] = (int) (key(slot) >>> Integer.SIZE);
      }
    }
    Arrays.sort(features);
    return features;
  }

  /** Returns the weight of a known feature for a label. */
  byte weight(int feature, int label) {
    return LabelSums.weight(slots, slotOf(feature) * ROW, label);
  }
}
