package dev.dateline.enrich.names.tagger;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Words that keep the same company, grouped at several grains.
 *
 * <p>Kept by hash of the lower-case word. Thread-safe once made.
 */
public final class WordClusters {

  /** How many grains a word is grouped at, coarse first. */
  public static final int GRAINS = 3;

  /** One more than the largest group, at any grain. */
  static final int MOST = 1 << 10;

  private static final int BITS = 10;

  private final IntTable packed;

  private WordClusters(IntTable packed) {
    this.packed = packed;
  }

  /** Returns clusters that know no word. */
  public static WordClusters none() {
    return new WordClusters(new IntTable(1));
  }

  /** Returns clusters from words and, for each, its group (0 to 1022) at every grain. */
  public static WordClusters of(String[] words, int[][] groups) {
    IntTable packed = new IntTable(words.length);
    for (int i = 0; i < words.length; i++) {
      int value = 0;
      for (int grain = 0; grain < GRAINS; grain++) {
        value |= (groups[i][grain] + 1) << (BITS * grain);
      }
      packed.put(Hashing.lowerCase(words[i]), value);
    }
    return new WordClusters(packed);
  }

  /** Returns the groups of a word, packed; 0 for an unknown one. */
  int packed(int lowerCaseHash) {
    return packed.get(lowerCaseHash, 0);
  }

  /** Takes one grain out of a packed value; 0 for an unknown word. */
  static int group(int packed, int grain) {
    return (packed >>> (BITS * grain)) & ((1 << BITS) - 1);
  }

  /**
   * Reads what {@link #writeAll} wrote.
   *
   * @throws IOException if it cannot be read
   */
  public static WordClusters readAll(InputStream stream) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(stream))) {
      return read(in);
    }
  }

  /** Writes the clusters, compressed; the same clusters give the same bytes. */
  public void writeAll(OutputStream stream) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream))) {
      write(out);
    }
  }

  void write(DataOutput out) throws IOException {
    int[] keys = packed.sortedKeys();
    out.writeInt(keys.length);
    for (int key : keys) {
      out.writeInt(key);
    }
    for (int key : keys) {
      out.writeInt(packed.get(key, 0));
    }
  }

  static WordClusters read(DataInput in) throws IOException {
    int[] keys = new int[in.readInt()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readInt();
    }
    IntTable packed = new IntTable(keys.length);
    for (int key : keys) {
      packed.put(key, in.readInt());
    }
    return new WordClusters(packed);
  }
}
