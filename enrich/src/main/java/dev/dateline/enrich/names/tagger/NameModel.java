package dev.dateline.enrich.names.tagger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A trained tagger: weights by feature and label, weights between labels, word clusters and name
 * lists.
 *
 * <p>Weights are whole numbers of one byte; their unit is {@link #SCALE}. Immutable; thread-safe.
 */
public final class NameModel {

  /** One unit of a stored weight is 1/SCALE. */
  static final float SCALE = 24f;

  private static final int MAGIC = 0x444c4e31;

  private final WordClusters clusters;
  private final NameLists lists;
  private final float[] transitions;
  private final IntTable rows;
  private final byte[] weights;

  NameModel(
      WordClusters clusters,
      NameLists lists,
      float[] transitions,
      int[] sortedFeatures,
      byte[] weights) {
    this.clusters = clusters;
    this.lists = lists;
    this.transitions = transitions;
    this.weights = weights;
    rows = new IntTable(sortedFeatures.length);
    for (int i = 0; i < sortedFeatures.length; i++) {
      rows.put(sortedFeatures[i], i);
    }
  }

  WordClusters clusters() {
    return clusters;
  }

  NameLists lists() {
    return lists;
  }

  /** Returns the weights from label to label, row by row. */
  float[] transitions() {
    return transitions;
  }

  /** Adds up the weights of some features, label by label. */
  void score(int[] features, int count, int[] sums, float[] scores, int at) {
    java.util.Arrays.fill(sums, 0);
    for (int f = 0; f < count; f++) {
      int row = rows.get(features[f], -1);
      if (row >= 0) {
        int offset = row * Labels.COUNT;
        for (int label = 0; label < Labels.COUNT; label++) {
          sums[label] += weights[offset + label];
        }
      }
    }
    for (int label = 0; label < Labels.COUNT; label++) {
      scores[at + label] = sums[label] / SCALE;
    }
  }

  /** Writes the model, compressed; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream, 1 << 16)))) {
      out.writeInt(MAGIC);
      out.writeInt(Labels.COUNT);
      clusters.write(out);
      lists.write(out);
      for (float transition : transitions) {
        out.writeFloat(transition);
      }
      int[] features = rows.sortedKeys();
      out.writeInt(features.length);
      for (int feature : features) {
        out.writeInt(feature);
      }
      // Label by label: runs of one label's weights compress better than rows.
      for (int label = 0; label < Labels.COUNT; label++) {
        for (int feature : features) {
          out.writeByte(weights[rows.get(feature, 0) * Labels.COUNT + label]);
        }
      }
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it is not a model of this version
   */
  public static NameModel read(InputStream stream) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)))) {
      if (in.readInt() != MAGIC || in.readInt() != Labels.COUNT) {
        throw new IOException(
            "reading names model: not a model of this version; train it again with `dateline train"
                + " names`");
      }
      WordClusters clusters = WordClusters.read(in);
      NameLists lists = NameLists.read(in);
      float[] transitions = new float[Labels.COUNT * Labels.COUNT];
      for (int i = 0; i < transitions.length; i++) {
        transitions[i] = in.readFloat();
      }
      int[] features = new int[in.readInt()];
      for (int i = 0; i < features.length; i++) {
        features[i] = in.readInt();
      }
      byte[] weights = new byte[features.length * Labels.COUNT];
      byte[] column = new byte[features.length];
      for (int label = 0; label < Labels.COUNT; label++) {
        in.readFully(column);
        for (int i = 0; i < column.length; i++) {
          weights[i * Labels.COUNT + label] = column[i];
        }
      }
      return new NameModel(clusters, lists, transitions, features, weights);
    }
  }
}
