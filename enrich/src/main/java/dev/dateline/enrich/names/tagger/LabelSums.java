package dev.dateline.enrich.names.tagger;

import java.util.Arrays;

/**
 * Sums of a token's weights, label by label, eight labels at a time.
 *
 * <p>A row of weights is three longs: a byte a label, the lowest byte first, each 128 more than its
 * weight, so that none is negative; what the third holds above its lowest byte is not looked at. In
 * a sum each label has sixteen bits: the labels of a long in its even and in its odd bytes are
 * added up apart. Not thread-safe.
 */
final class LabelSums {

  /** Longs in a row of weights. */
  static final int ROW = 3;

  /** No more rows than this may be added up: more might not fit in a label's sixteen bits. */
  static final int MOST = 0xffff / 0xff;

  private static final int BIAS = 128;
  private static final int LABELS = Labels.COUNT;
  private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;

  private final long[] sums = new long[5];
  private int rows;

  /** Starts again at zero. */
  void clear() {
    Arrays.fill(sums, 0);
    rows = 0;
  }

  /** Adds the row of weights that starts at a place of a table. */
  void add(long[] table, int at) {
    long first = table[at];
    long second = table[at + 1];
    sums[0] += first & EVEN_BYTES;
    sums[1] += (first >>> Byte.SIZE) & EVEN_BYTES;
    sums[2] += second & EVEN_BYTES;
    sums[3] += (second >>> Byte.SIZE) & EVEN_BYTES;
    sums[4] += table[at + 2] & 0xff;
    rows++;
  }

  /** Returns the sum of a label's weights. */
  int of(int label) {
    int even = label % 2;
    int lane = label % 8 / 2;
    long sum = (sums[label / 8 * 2 + even] >>> (Short.SIZE * lane)) & 0xffff;
    return (int) sum - rows * BIAS;
  }

  /**
   * Writes a row of weights.
   *
   * @param weights rows of a byte a label
   * @param row which of them
   * @param at where in the table its three longs start; bits of the third that are set stay so
   */
  static void pack(byte[] weights, int row, long[] table, int at) {
    for (int label = 0; label < LABELS; label++) {
      long biased = (long) weights[row * LABELS + label] + BIAS;
      table[at + label / 8] |= biased << (Byte.SIZE * (label % 8));
    }
  }

  /** Returns a label's weight in a row. */
  static byte weight(long[] table, int at, int label) {
    return (byte) (((table[at + label / 8] >>> (Byte.SIZE * (label % 8))) & 0xff) - BIAS);
  }
}
