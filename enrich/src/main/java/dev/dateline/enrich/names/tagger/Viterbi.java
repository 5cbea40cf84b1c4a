package dev.dateline.enrich.names.tagger;

/** Finds the best sequence of labels (Viterbi 1967). Holds work space; not thread-safe. */
final class Viterbi {

  private static final int LABELS = Labels.COUNT;
  private static final float NEVER = -1e9f;
  private static final int[][] BEFORE = predecessors();

  private float[] best = new float[64 * LABELS];
  private byte[] back = new byte[64 * LABELS];

  /**
   * Labels one sentence.
   *
   * @param scores of every token and label
   * @param from first token
   * @param to one past the last
   * @param transitions weights from label to label, row by row
   * @param labels where to write the labels, by token
   */
  void decode(float[] scores, int from, int to, float[] transitions, int[] labels) {
    int length = to - from;
    if (length == 0) {
      return;
    }
    if (best.length < length * LABELS) {
      best = new float[length * LABELS * 2];
      back = new byte[length * LABELS * 2];
    }
    for (int label = 0; label < LABELS; label++) {
      boolean possible = Labels.mayFollow(Labels.OUTSIDE, label);
      best[label] = possible ? scores[from * LABELS + label] : NEVER;
    }
    for (int i = 1; i < length; i++) {
      int row = i * LABELS;
      int above = row - LABELS;
      for (int label = 0; label < LABELS; label++) {
        float top = NEVER * 2;
        int from2 = 0;
        for (int before : BEFORE[label]) {
          float score = best[above + before] + transitions[before * LABELS + label];
          if (score > top) {
            top = score;
            from2 = before;
          }
        }
        best[row + label] = top + scores[(from + i) * LABELS + label];
        back[row + label] = (byte) from2;
      }
    }
    int last = (length - 1) * LABELS;
    int end = Labels.OUTSIDE;
    for (int label = 0; label < LABELS; label++) {
      if (Labels.mayFollow(label, Labels.OUTSIDE) && best[last + label] > best[last + end]) {
        end = label;
      }
    }
    for (int i = length - 1; i >= 0; i--) {
      labels[from + i] = end;
      end = back[i * LABELS + end];
    }
  }

  private static int[][] predecessors() {
    int[][] table = new int[LABELS][];
    for (int after = 0; after < LABELS; after++) {
      int label = after;
      table[after] =
          java.util.stream.IntStream.range(0, LABELS)
              .filter(before -> Labels.mayFollow(before, label))
              .toArray();
    }
    return table;
  }
}
