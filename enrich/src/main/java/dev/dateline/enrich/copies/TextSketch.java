package dev.dateline.enrich.copies;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A sample of a text's runs of four words, by which its overlap with any other text is estimated.
 *
 * <p>Each run is hashed to 32 bits; those with the smallest hashes are kept, so that two sketches
 * keep the same runs as far as both reach. Letters and digits count, case and punctuation do not;
 * an ideograph is a word. Immutable.
 *
 * <p>Source of the method: Broder, "On the resemblance and containment of documents" (1997), with
 * the sample drawn by a threshold on the hash as in FracMinHash (Irber et al. 2022).
 */
public final class TextSketch {

  /** Words in a run. */
  private static final int RUN = 4;

  private static final long ALL = 1L << Integer.SIZE;

  /** The share of all runs that is kept, within the bounds below. */
  private static final long KEPT = ALL / 4;

  private static final int FEWEST = 128;
  private static final int MOST = 512;

  /** Unsigned, ascending, each once. */
  private final int[] hashes;

  /** Runs with hashes below it are all kept. */
  private final long limit;

  private TextSketch(int[] hashes, long limit) {
    this.hashes = hashes;
    this.limit = limit;
  }

  /**
   * How two texts overlap, each 0 to 1.
   *
   * @param resemblance the share of the runs of both that stand in both
   * @param containment the share of the shorter one's runs that stand in the longer one
   * @param compared how many runs of the shorter one were compared
   */
  public record Overlap(double resemblance, double containment, int compared) {}

  /** Draws the sketch of a text. */
  public static TextSketch of(String text) {
    int[] runs = distinct(runs(text));
    int kept = 0;
    while (kept < runs.length && Integer.toUnsignedLong(runs[kept]) < KEPT) {
      kept++;
    }
    kept = Math.min(runs.length, Math.min(MOST, Math.max(FEWEST, kept)));
    long limit =
        kept == runs.length
            ? ALL
            : Math.max(
                Integer.toUnsignedLong(runs[kept - 1]) + 1, Math.min(KEPT, next(runs, kept)));
    return new TextSketch(Arrays.copyOf(runs, kept), limit);
  }

  /** Reads what {@link #write} wrote. */
  public static TextSketch read(ByteBuffer from) {
    long limit = from.getLong();
    int[] hashes = new int[from.getInt()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = from.getInt();
    }
    return new TextSketch(hashes, limit);
  }

  /** Writes the sketch, {@link #bytes()} long. */
  public void write(ByteBuffer to) {
    to.putLong(limit).putInt(hashes.length);
    for (int hash : hashes) {
      to.putInt(hash);
    }
  }

  /** Returns how many bytes it takes. */
  public int bytes() {
    return Long.BYTES + Integer.BYTES + hashes.length * Integer.BYTES;
  }

  /** Estimates the overlap with another text; symmetric. */
  public Overlap overlap(TextSketch other) {
    long reach = Math.min(limit, other.limit);
    int mine = below(reach);
    int others = other.below(reach);
    int shared = 0;
    for (int i = 0, j = 0; i < mine && j < others; ) {
      int order = Integer.compareUnsigned(hashes[i], other.hashes[j]);
      if (order == 0) {
        shared++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int shorter = Math.min(mine, others);
    int both = mine + others - shared;
    return new Overlap(
        both == 0 ? 0 : (double) shared / both,
        shorter == 0 ? 0 : (double) shared / shorter,
        shorter);
  }

  /** Tells whether the text has fewer runs than the other, as far as both can be told. */
  boolean isShorterThan(TextSketch other) {
    long reach = Math.min(limit, other.limit);
    return below(reach) < other.below(reach);
  }

  /** Returns the hashes of the sample, unsigned, ascending. */
  int[] hashes() {
    return hashes;
  }

  private int below(long reach) {
    int low = 0;
    int high = hashes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Integer.toUnsignedLong(hashes[middle]) < reach) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static long next(int[] runs, int index) {
    return index < runs.length ? Integer.toUnsignedLong(runs[index]) : ALL;
  }

  private static int[] distinct(int[] runs) {
    // Java sorts signed; with the first bit turned over, signed order is unsigned order.
    for (int i = 0; i < runs.length; i++) {
      runs[i] ^= Integer.MIN_VALUE;
    }
    Arrays.sort(runs);
    int count = 0;
    for (int i = 0; i < runs.length; i++) {
      if (i == 0 || runs[i] != runs[i - 1]) {
        runs[count++] = runs[i];
      }
    }
    int[] distinct = Arrays.copyOf(runs, count);
    for (int i = 0; i < count; i++) {
      distinct[i] ^= Integer.MIN_VALUE;
    }
    return distinct;
  }

  private static int[] runs(String text) {
    long[] words = words(text);
    if (words.length < RUN) {
      return new int[0];
    }
    int[] runs = new int[words.length - RUN + 1];
    for (int i = 0; i < runs.length; i++) {
      long hash = 0;
      for (int j = 0; j < RUN; j++) {
        hash = mixed(hash * 31 + words[i + j]);
      }
      runs[i] = (int) (hash >>> Integer.SIZE);
    }
    return runs;
  }

  private static long[] words(String text) {
    long[] words = new long[64];
    int count = 0;
    long word = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      boolean ideograph = Character.isIdeographic(character);
      if (inWord && (ideograph || !Character.isLetterOrDigit(character))) {
        words = room(words, count);
        words[count++] = word;
        word = 0;
        inWord = false;
      }
      if (ideograph) {
        words = room(words, count);
        words[count++] = character;
      } else if (Character.isLetterOrDigit(character)) {
        word = word * 0x100000001B3L + Character.toLowerCase(character);
        inWord = true;
      }
    }
    if (inWord) {
      words = room(words, count);
      words[count++] = word;
    }
    return Arrays.copyOf(words, count);
  }

  private static long[] room(long[] words, int count) {
    return count < words.length ? words : Arrays.copyOf(words, 2 * count);
  }

  /** The finalizer of SplitMix64: every bit of the value changes half the bits of the result. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
