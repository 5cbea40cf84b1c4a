package dev.dateline.enrich.names.tagger;

/**
 * The weights of the features that only say in which cluster or group a word near by is, in one
 * dense table: they are half of all features and too costly to look up one by one.
 *
 * <p>Immutable; thread-safe.
 */
final class ViewWeights {

  private static final int WIDTH = 2 * FeatureExtractor.REACH + 1;
  private static final int VIEWS = WordClusters.GRAINS + WordGroups.VIEWS;

  /** How many rows of weights a token has at most. */
  static final int MOST = VIEWS * WIDTH;

  /** By view, where its rows start. */
  private final int[] starts = new int[VIEWS + 1];

  private final long[] rows;

  /** Copies the weights out of a model's. */
  ViewWeights(WordGroups groups, FeatureWeightTable all) {
    for (int view = 0; view < VIEWS; view++) {
      starts[view + 1] = starts[view] + sizeOf(view, groups) * WIDTH * LabelSums.ROW;
    }
    rows = new long[starts[VIEWS]];
    byte[] nothing = new byte[Labels.COUNT];
    for (int view = 0; view < VIEWS; view++) {
      for (int id = 0; id < sizeOf(view, groups); id++) {
        // A word of no cluster has no such feature.
        boolean none = view < WordClusters.GRAINS && id == 0;
        for (int offset = -FeatureExtractor.REACH; offset <= FeatureExtractor.REACH; offset++) {
          int row = at(view, offset, id);
          if (none || !all.copy(featureOf(view, offset, id), rows, row)) {
            LabelSums.pack(nothing, 0, rows, row);
          }
        }
      }
    }
  }

  private static int sizeOf(int view, WordGroups groups) {
    return view < WordClusters.GRAINS
        ? WordClusters.MOST
        : groups.sizeOf(view - WordClusters.GRAINS);
  }

  private static int featureOf(int view, int offset, int id) {
    return view < WordClusters.GRAINS
        ? FeatureExtractor.clusterView(view, offset, id)
        : FeatureExtractor.groupView(view - WordClusters.GRAINS, offset, id);
  }

  private int at(int view, int offset, int id) {
    return starts[view] + (id * WIDTH + offset + FeatureExtractor.REACH) * LabelSums.ROW;
  }

  /** Adds up the weights of one token's views. */
  void add(TokenTable table, int i, int from, int to, LabelSums sums) {
    for (int offset = -FeatureExtractor.REACH; offset <= FeatureExtractor.REACH; offset++) {
      int clusters = FeatureExtractor.at(table.clusters, i + offset, from, to);
      for (int grain = 0; grain < WordClusters.GRAINS; grain++) {
        sums.add(rows, at(grain, offset, WordClusters.group(clusters, grain)));
      }
      int groups = FeatureExtractor.inside(table.groups, i + offset, from, to);
      for (int view = 0; groups != 0 && view < WordGroups.VIEWS; view++) {
        sums.add(rows, at(WordClusters.GRAINS + view, offset, table.groupTable.view(groups, view)));
      }
    }
  }
}
