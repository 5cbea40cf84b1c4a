package dev.dateline.enrich.names.tagger;

import java.util.Arrays;

/**
 * A map from int to int in two flat arrays, for hash values that are spread already.
 *
 * <p>Grows as it is filled; safe for many readers once filling is over.
 */
final class IntTable {

  private int[] keys;
  private int[] values;
  private int mask;
  private int size;

  IntTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected * 2)) * 2;
    keys = new int[capacity];
    values = new int[capacity];
    mask = capacity - 1;
  }

  /** Returns the value of a key; {@code otherwise} where it has none. */
  int get(int key, int otherwise) {
    int stored = key == 0 ? 1 : key;
    int slot = stored & mask;
    while (true) {
      int found = keys[slot];
      if (found == stored) {
        return values[slot];
      }
      if (found == 0) {
        return otherwise;
      }
      slot = (slot + 1) & mask;
    }
  }

  /** Sets the value of a key. */
  void put(int key, int value) {
    if (size * 2 > mask) {
      grow();
    }
    int stored = key == 0 ? 1 : key;
    int slot = slotOf(stored);
    if (keys[slot] == 0) {
      keys[slot] = stored;
      size++;
    }
    values[slot] = value;
  }

  /** Adds to the value of a key, which is 0 at first; returns the sum. */
  int add(int key, int amount) {
    int sum = get(key, 0) + amount;
    put(key, sum);
    return sum;
  }

  /** Sets bits in the value of a key. */
  void or(int key, int bits) {
    put(key, get(key, 0) | bits);
  }

  int size() {
    return size;
  }

  /** Returns the keys in ascending order. */
  int[] sortedKeys() {
    int[] sorted = new int[size];
    int next = 0;
    for (int key : keys) {
      if (key != 0) {
        sorted[next++] = key;
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  private int slotOf(int stored) {
    int slot = stored & mask;
    while (keys[slot] != 0 && keys[slot] != stored) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new int[keys.length];
    mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
