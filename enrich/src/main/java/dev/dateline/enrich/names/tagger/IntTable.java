package dev.dateline.enrich.names.tagger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A map from int to int in one flat array, for hash values that are spread already.
 *
 * <p>Grows as it is filled; safe for many readers once filling is over.
 */
final class IntTable {

  /** Keys in the upper halves, their values in the lower; 0 is an empty slot. */
  private long[] entries;

  private int mask;
  private int size;

  IntTable(int expected) {
    int capacity = Integer.highestOneBit(Math.max(8, expected * 2)) * 2;
    entries = new long[capacity];
    mask = capacity - 1;
  }

  /** Returns the value of a key; {@code otherwise} where it has none. */
  int get(int key, int otherwise) {
    long entry = entries[slotOf(stored(key))];
    return entry == 0 ? otherwise : (int) entry;
  }

  private static int stored(int key) {
    return key == 0 ? 1 : key;
  }

  private static int keyOf(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }

  private static long entry(int stored, int value) {
    return (long) stored << Integer.SIZE | (value & 0xffffffffL);
  }

  /** Sets the value of a key. */
  void put(int key, int value) {
    if (size * 2 > mask) {
      grow();
    }
    int stored = stored(key);
    int slot = slotOf(stored);
    if (entries[slot] == 0) {
      size++;
    }
    entries[slot] = entry(stored, value);
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
    for (long entry : entries) {
      if (entry != 0) {
        sorted[next++] = keyOf(entry);
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** Writes the table: gaps between ascending keys, then the values byte by byte. */
  void write(DataOutput out) throws IOException {
    int[] sorted = sortedKeys();
    out.writeInt(sorted.length);
    long before = Integer.MIN_VALUE;
    for (int key : sorted) {
      long gap = key - before;
      before = key;
      // Seven bits a byte, low ones first; the highest bit says that more follow.
      for (; gap > 127; gap >>>= 7) {
        out.writeByte((int) (gap & 127) | 128);
      }
      out.writeByte((int) gap);
    }
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      for (int key : sorted) {
        out.writeByte(get(key, 0) >>> shift);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  static IntTable read(DataInput in) throws IOException {
    int[] sorted = new int[in.readInt()];
    long before = Integer.MIN_VALUE;
    for (int i = 0; i < sorted.length; i++) {
      long gap = 0;
      int bits = in.readUnsignedByte();
      int shift = 0;
      for (; bits > 127; shift += 7) {
        gap |= (long) (bits & 127) << shift;
        bits = in.readUnsignedByte();
      }
      before += gap | (long) bits << shift;
      sorted[i] = (int) before;
    }
    int[] row = new int[sorted.length];
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      for (int i = 0; i < row.length; i++) {
        row[i] |= in.readUnsignedByte() << shift;
      }
    }
    IntTable table = new IntTable(sorted.length);
    for (int i = 0; i < row.length; i++) {
      table.put(sorted[i], row[i]);
    }
    return table;
  }

  private int slotOf(int stored) {
    int slot = stored & mask;
    while (entries[slot] != 0 && keyOf(entries[slot]) != stored) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = entries;
    entries = new long[old.length * 2];
    mask = entries.length - 1;
    for (long entry : old) {
      if (entry != 0) {
        entries[slotOf(keyOf(entry))] = entry;
      }
    }
  }
}
