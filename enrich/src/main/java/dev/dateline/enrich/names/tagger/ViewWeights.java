package dev.dateline.enrich.names.tagger;

import java.util.Arrays;

/**
 * The weights of the features that only say in which cluster or group a word near by is, in one
 * dense table: they are half of all features and too costly to look up one by one.
 *
 * <p>Immutable; thread-safe.
 */
final class ViewWeights {

  /** Finds the first of a feature's weights; less than 0 where the model does not know it. */
  interface Rows {
    int of(int feature);
  }

  private static final int LABELS = Labels.COUNT;
  private static final int WIDTH = 2 * FeatureExtractor.REACH + 1;
  private static final int VIEWS = WordClusters.GRAINS + WordGroups.VIEWS;

  private final int[] starts = new int[VIEWS + 1];
  private final byte[] weights;

  /** Copies the weights out of a model's. */
  ViewWeights(WordGroups groups, Rows rows, byte[] all) {
    for (int view = 0; view < VIEWS; view++) {
      starts[view + 1] = starts[view] + sizeOf(view, groups) * WIDTH * LABELS;
    }
    weights = new byte[starts[VIEWS]];
    for (int view = 0; view < VIEWS; view++) {
      for (int id = 0; id < sizeOf(view, groups); id++) {
        for (int offset = -FeatureExtractor.REACH; offset <= FeatureExtractor.REACH; offset++) {
          int from = rows.of(featureOf(view, offset, id));
          if (from >= 0) {
            System.arraycopy(all, from, weights, at(view, offset, id), LABELS);
          }
        }
      }
    }
    // A word of no cluster has no such feature.
    for (int view = 0; view < WordClusters.GRAINS; view++) {
      Arrays.fill(weights, starts[view], starts[view] + WIDTH * LABELS, (byte) 0);
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
    return starts[view] + (id * WIDTH + offset + FeatureExtractor.REACH) * LABELS;
  }

  /** Adds the weights of one token's views to the sums, label by label. */
  void add(TokenTable table, int i, int from, int to, int[] sums) {
    for (int offset = -FeatureExtractor.REACH; offset <= FeatureExtractor.REACH; offset++) {
      int clusters = FeatureExtractor.at(table.clusters, i + offset, from, to);
      for (int grain = 0; grain < WordClusters.GRAINS; grain++) {
        add(at(grain, offset, WordClusters.group(clusters, grain)), sums);
      }
      int groups = FeatureExtractor.inside(table.groups, i + offset, from, to);
      for (int view = 0; groups != 0 && view < WordGroups.VIEWS; view++) {
        add(at(WordClusters.GRAINS + view, offset, table.groupTable.view(groups, view)), sums);
      }
    }
  }

  private void add(int row, int[] sums) {
    for (int label = 0; label < LABELS; label++) {
      sums[label] += weights[row + label];
    }
  }
}
