package dev.dateline.enrich.names.tagger;

/**
 * Forward-backward over one sentence (Lafferty, McCallum and Pereira 2001), in scaled
 * probabilities.
 *
 * <p>Holds work space; not thread-safe.
 */
final class Lattice {

  private static final int LABELS = Labels.COUNT;
  private static final int[][] AFTER = successors();

  private double[] potential = new double[64 * LABELS];
  private double[] forward = new double[64 * LABELS];
  private double[] backward = new double[64 * LABELS];
  private double[] scale = new double[64];

  /**
   * Works out how probable each label, and each pair of neighbouring labels, is.
   *
   * @param scores by token and label
   * @param length how many tokens
   * @param transitions exponentials of the weights between labels; 0 where not allowed
   * @param allowed a bit set of labels for every token; null allows all
   * @param marginals where to write each label's probability, by token
   * @param pairs where to add {@code sign} times each pair's probability
   * @param sign what to multiply with
   */
  void run(
      float[] scores,
      int length,
      double[] transitions,
      int @org.jspecify.annotations.Nullable [] allowed,
      double[] marginals,
      double[] pairs,
      double sign) {
    reserve(length);
    for (int i = 0; i < length; i++) {
      potentials(scores, i, allowed == null ? -1 : allowed[i]);
    }
    for (int label = 0; label < LABELS; label++) {
      forward[label] = Labels.mayFollow(Labels.OUTSIDE, label) ? potential[label] : 0;
    }
    scale[0] = normalise(forward, 0);
    for (int i = 1; i < length; i++) {
      int row = i * LABELS;
      java.util.Arrays.fill(forward, row, row + LABELS, 0);
      for (int before = 0; before < LABELS; before++) {
        double mass = forward[row - LABELS + before];
        if (mass > 1e-30) {
          for (int after : AFTER[before]) {
            forward[row + after] += mass * transitions[before * LABELS + after];
          }
        }
      }
      for (int label = 0; label < LABELS; label++) {
        forward[row + label] *= potential[row + label];
      }
      scale[i] = normalise(forward, row);
    }
    int last = (length - 1) * LABELS;
    for (int label = 0; label < LABELS; label++) {
      backward[last + label] = Labels.mayFollow(label, Labels.OUTSIDE) ? 1 : 0;
    }
    for (int i = length - 2; i >= 0; i--) {
      int row = i * LABELS;
      int below = row + LABELS;
      for (int before = 0; before < LABELS; before++) {
        double sum = 0;
        for (int after : AFTER[before]) {
          sum +=
              transitions[before * LABELS + after]
                  * potential[below + after]
                  * backward[below + after];
        }
        backward[row + before] = sum / scale[i + 1];
      }
    }
    double total = 0;
    for (int label = 0; label < LABELS; label++) {
      total += forward[last + label] * backward[last + label];
    }
    for (int k = 0; k < length * LABELS; k++) {
      marginals[k] = forward[k] * backward[k] / total;
    }
    for (int i = 1; i < length; i++) {
      int row = i * LABELS;
      double factor = sign / (scale[i] * total);
      for (int before = 0; before < LABELS; before++) {
        double mass = forward[row - LABELS + before] * factor;
        for (int after : AFTER[before]) {
          pairs[before * LABELS + after] +=
              mass
                  * transitions[before * LABELS + after]
                  * potential[row + after]
                  * backward[row + after];
        }
      }
    }
  }

  private void potentials(float[] scores, int i, int allowed) {
    float top = Float.NEGATIVE_INFINITY;
    for (int label = 0; label < LABELS; label++) {
      top = Math.max(top, scores[i * LABELS + label]);
    }
    for (int label = 0; label < LABELS; label++) {
      boolean possible = (allowed >>> label & 1) != 0;
      potential[i * LABELS + label] =
          possible ? Math.exp(Math.max(-60, scores[i * LABELS + label] - top)) : 0;
    }
  }

  private static double normalise(double[] values, int row) {
    double sum = 1e-300;
    for (int label = 0; label < LABELS; label++) {
      sum += values[row + label];
    }
    for (int label = 0; label < LABELS; label++) {
      values[row + label] /= sum;
    }
    return sum;
  }

  private void reserve(int length) {
    if (scale.length < length) {
      potential = new double[length * 2 * LABELS];
      forward = new double[length * 2 * LABELS];
      backward = new double[length * 2 * LABELS];
      scale = new double[length * 2];
    }
  }

  private static int[][] successors() {
    int[][] table = new int[LABELS][];
    for (int before = 0; before < LABELS; before++) {
      int label = before;
      table[before] =
          java.util.stream.IntStream.range(0, LABELS)
              .filter(after -> Labels.mayFollow(label, after))
              .toArray();
    }
    return table;
  }
}
