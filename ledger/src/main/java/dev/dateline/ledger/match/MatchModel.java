package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A multinomial logistic regression over the features of a pair.
 *
 * <p>Its table has a line for each feature: name, mean and deviation it is standardised by, and the
 * weight it has for each relation in the order of {@link Relation}.
 */
final class MatchModel {
  private final double[] mean;
  private final double[] deviation;
  private final double[][] weights;

  MatchModel(double[] mean, double[] deviation, double[][] weights) {
    this.mean = mean;
    this.deviation = deviation;
    this.weights = weights;
  }

  static MatchModel load(String table) {
    return parse(table, Tables.lines(table));
  }

  static MatchModel parse(String source, List<String> lines) {
    Feature[] features = Feature.values();
    if (lines.size() != features.length) {
      throw new IllegalStateException(
          "loading the matcher's model "
              + source
              + ": "
              + lines.size()
              + " features where the matcher has "
              + features.length
              + ": train it again");
    }
    int relations = Relation.values().length;
    double[] mean = new double[features.length];
    double[] deviation = new double[features.length];
    double[][] weights = new double[relations][features.length];
    for (int i = 0; i < features.length; i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (!columns[0].equals(features[i].name())) {
        throw new IllegalStateException(
            "loading the matcher's model "
                + source
                + ": feature \""
                + columns[0]
                + "\" where "
                + features[i]
                + " is due: train it again");
      }
      mean[i] = Double.parseDouble(columns[1]);
      deviation[i] = Double.parseDouble(columns[2]);
      for (int r = 0; r < relations; r++) {
        weights[r][i] = Double.parseDouble(columns[3 + r]);
      }
    }
    return new MatchModel(mean, deviation, weights);
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Feature feature : Feature.values()) {
      int i = feature.index();
      StringBuilder line =
          new StringBuilder(
              String.format(Locale.ROOT, "%s\t%.5f\t%.5f", feature, mean[i], deviation[i]));
      for (double[] row : weights) {
        line.append(String.format(Locale.ROOT, "\t%.5f", row[i]));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Probability of each relation, in the order of {@link Relation}. */
  double[] probabilities(double[] features) {
    double[] scores = new double[weights.length];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int r = 0; r < scores.length; r++) {
      for (int i = 0; i < features.length; i++) {
        scores[r] += weights[r][i] * (features[i] - mean[i]) / deviation[i];
      }
      greatest = Math.max(greatest, scores[r]);
    }
    double sum = 0;
    for (int r = 0; r < scores.length; r++) {
      scores[r] = Math.exp(scores[r] - greatest);
      sum += scores[r];
    }
    for (int r = 0; r < scores.length; r++) {
      scores[r] /= sum;
    }
    return scores;
  }
}
