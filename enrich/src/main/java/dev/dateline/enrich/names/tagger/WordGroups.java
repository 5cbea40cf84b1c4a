package dev.dateline.enrich.names.tagger;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a large text, seen elsewhere, tells of words that the corpora never show: groups of words
 * with near vectors, and places in a tree of words (Brown and others 1992; as features of a tagger:
 * Miller, Guinness and Zamanian 2004).
 *
 * <p>Kept by hash of the lower-case word; a form with capitals whose vector is in another group
 * ("Will", "will") has a row of its own. Thread-safe once made.
 */
public final class WordGroups {

  /** How many groups of vectors there are at the fine grain, 0 for none not counted. */
  public static final int FINE = 1024;

  /** How many groups of vectors there are at the coarse grain. */
  public static final int COARSE = 128;

  /** Views of a word, each a feature: two grains of vectors, three depths of the tree. */
  static final int VIEWS = 5;

  private static final int[] DEPTHS = {4, 8, Integer.MAX_VALUE};
  private static final int COARSE_BITS = 8;
  private static final int FINE_BITS = 11;
  private static final int VECTOR_BITS = COARSE_BITS + FINE_BITS;
  private static final int VECTOR = (1 << VECTOR_BITS) - 1;

  private final IntTable byLower;
  private final IntTable byCase;
  private final List<String> paths;
  private final int[][] prefixes;

  private WordGroups(IntTable byLower, IntTable byCase, List<String> paths) {
    this.byLower = byLower;
    this.byCase = byCase;
    this.paths = paths;
    prefixes = new int[DEPTHS.length][paths.size() + 1];
    for (int depth = 0; depth < DEPTHS.length; depth++) {
      Map<String, Integer> numbers = new HashMap<>();
      for (int i = 0; i < paths.size(); i++) {
        String path = paths.get(i);
        String prefix = path.substring(0, Math.min(DEPTHS[depth], path.length()));
        int next = numbers.size() + 1;
        Integer known = numbers.putIfAbsent(prefix, next);
        prefixes[depth][i + 1] = known == null ? next : known;
      }
    }
  }

  /** Returns groups that know no word. */
  public static WordGroups none() {
    return new Builder().build();
  }

  /** Gathers words. Not thread-safe. */
  public static final class Builder {
    private final IntTable byLower = new IntTable(1 << 16);
    private final IntTable byCase = new IntTable(1 << 16);
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Adds a word in lower case.
     *
     * @param coarse group of its vector, 0 to {@link #COARSE} - 1; -1 for none
     * @param fine group of its vector, 0 to {@link #FINE} - 1; -1 for none
     * @param path its place in the tree, a string of 0 and 1; null for none
     */
    public void add(String word, int coarse, int fine, @Nullable String path) {
      int number = 0;
      if (path != null) {
        number = numbers.computeIfAbsent(path, key -> numbers.size() + 1);
        if (number > paths.size()) {
          paths.add(path);
        }
      }
      byLower.put(Hashing.lowerCase(word), vector(coarse, fine) | number << VECTOR_BITS);
    }

    /** Adds a form with capitals whose vector is in other groups than the lower-case word's. */
    public void addForm(String word, int coarse, int fine) {
      byCase.put(Hashing.exact(word), vector(coarse, fine));
    }

    private static int vector(int coarse, int fine) {
      return (coarse + 1) | (fine + 1) << COARSE_BITS;
    }

    /** Returns the groups; nothing may be added afterwards. */
    public WordGroups build() {
      return new WordGroups(byLower, byCase, List.copyOf(paths));
    }
  }

  /**
   * Returns what is known of a word, packed; 0 for an unknown one.
   *
   * @param exactHash hash of the word as it is written; 0 where it has no capitals
   * @param lowerHash hash of the lower-case word
   */
  int packed(int exactHash, int lowerHash) {
    int row = byLower.get(lowerHash, 0);
    int form = exactHash == 0 ? 0 : byCase.get(exactHash, 0);
    return form == 0 ? row : (row & ~VECTOR) | form;
  }

  /** Takes one view, 0 to {@link #VIEWS} - 1, out of a packed value; 0 where it is not known. */
  int view(int packed, int view) {
    return switch (view) {
      case 0 -> packed & ((1 << COARSE_BITS) - 1);
      case 1 -> (packed & VECTOR) >>> COARSE_BITS;
      default -> prefixes[view - 2][packed >>> VECTOR_BITS];
    };
  }

  /** Returns one more than the largest value of a view. */
  int sizeOf(int view) {
    return switch (view) {
      case 0 -> COARSE + 1;
      case 1 -> FINE + 1;
      default -> paths.size() + 1;
    };
  }

  /** Tells how many words are known in lower case. */
  public int size() {
    return byLower.size();
  }

  /**
   * Reads what {@link #writeAll} wrote.
   *
   * @throws IOException if it cannot be read
   */
  public static WordGroups readAll(InputStream stream) throws IOException {
    try (DataInputStream in = new DataInputStream(new GZIPInputStream(stream, 1 << 16))) {
      return read(in);
    }
  }

  /** Writes the groups, compressed; the same groups give the same bytes. */
  public void writeAll(OutputStream stream) throws IOException {
    try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(stream, 1 << 16))) {
      write(out);
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeShort(paths.size());
    for (String path : paths) {
      out.writeUTF(path);
    }
    byLower.write(out);
    byCase.write(out);
  }

  static WordGroups read(DataInput in) throws IOException {
    List<String> paths = new ArrayList<>();
    for (int left = in.readShort(); left > 0; left--) {
      paths.add(in.readUTF());
    }
    return new WordGroups(IntTable.read(in), IntTable.read(in), paths);
  }
}
