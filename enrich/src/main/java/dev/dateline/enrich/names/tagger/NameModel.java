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
 * A trained tagger: weights by feature and label, weights between labels, word clusters, word
 * groups and name lists.
 *
 * <p>Weights are whole numbers of one byte; their unit is {@link #SCALE}. Immutable; thread-safe.
 */
public final class NameModel {

  /** One unit of a stored weight is 1/SCALE. */
  static final float SCALE = 24f;

  private static final int MAGIC = 0x444c4e32;

  private final WordClusters clusters;
  private final WordGroups groups;
  private final NameLists lists;
  private final float[] transitions;
  private final FeatureWeightTable weights;
  private final ViewWeights views;

  NameModel(
      WordClusters clusters,
      WordGroups groups,
      NameLists lists,
      float[] transitions,
      int[] features,
      byte[] weights) {
    this.clusters = clusters;
    this.groups = groups;
    this.lists = lists;
    this.transitions = transitions;
    this.weights = new FeatureWeightTable(features, weights);
    views = new ViewWeights(groups, this.weights);
  }

  WordClusters clusters() {
    return clusters;
  }

  WordGroups groups() {
    return groups;
  }

  NameLists lists() {
    return lists;
  }

  /** Returns the weights from label to label, row by row. */
  float[] transitions() {
    return transitions;
  }

  /**
   * Works out a token's score for every label.
   *
   * @param table the document
   * @param i the token
   * @param from first token of its sentence
   * @param to one past the last token of its sentence
   * @param features work space, {@link FeatureExtractor#MOST} long
   * @param keys work space of the same length
   * @param sums work space
   * @param scores where to write, by token and label
   */
  void score(
      TokenTable table,
      int i,
      int from,
      int to,
      int[] features,
      long[] keys,
      LabelSums sums,
      float[] scores) {
    int count = FeatureExtractor.extractRest(table, i, from, to, features);
    sums.clear();
    views.add(table, i, from, to, sums);
    weights.add(features, count, keys, sums);
    for (int label = 0; label < Labels.COUNT; label++) {
      scores[i * Labels.COUNT + label] = sums.of(label) / SCALE;
    }
  }

  /** Writes the model, compressed; the same model gives the same bytes. */
  public void write(OutputStream stream) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(stream, 1 << 16)))) {
      out.writeInt(MAGIC);
      out.writeInt(Labels.COUNT);
      clusters.write(out);
      groups.write(out);
      lists.write(out);
      for (float transition : transitions) {
        out.writeFloat(transition);
      }
      int[] features = weights.features();
      out.writeInt(features.length);
      for (int feature : features) {
        out.writeInt(feature);
      }
      // Label by label: runs of one label's weights compress better than rows.
      for (int label = 0; label < Labels.COUNT; label++) {
        for (int feature : features) {
          out.writeByte(weights.weight(feature, label));
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
      WordGroups groups = WordGroups.read(in);
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
      return new NameModel(clusters, groups, lists, transitions, features, weights);
    }
  }
}
