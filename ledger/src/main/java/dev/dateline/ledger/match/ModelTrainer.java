package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits the multinomial logistic regression by accelerated gradient descent (Nesterov 1983) with an
 * L2 penalty.
 *
 * <p>Deterministic. The penalty is the same for every standardised weight but the bias, which has
 * none.
 */
final class ModelTrainer {
  /**
   * A pair to learn from.
   *
   * @param features its features
   * @param relation its label
   * @param weight how often it counts
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // Read-only, never compared, and a list would box every element.
  record Example(double[] features, Relation relation, double weight) {}

  private static final int ROUNDS = 1000;

  private static final int POWER_ROUNDS = 30;

  private final double penalty;

  /**
   * @param penalty weight of the squared weights against the summed log loss of the examples
   */
  ModelTrainer(double penalty) {
    this.penalty = penalty;
  }

  /**
   * Fits a model of whether two claims of a subject are about one matter: SAME where they are.
   *
   * @param pairs labelled pairs; those that are DIFFERENT are not used, since most of them are
   *     about one matter and differ in a detail
   * @param unrelated pairs of claims that have nothing to do with each other
   */
  MatchModel fitRelated(List<Example> pairs, List<Example> unrelated) {
    List<Example> all = new ArrayList<>(unrelated);
    for (Example pair : pairs) {
      if (pair.relation() != Relation.DIFFERENT) {
        all.add(new Example(pair.features(), Relation.SAME, pair.weight()));
      }
    }
    return fit(all);
  }

  MatchModel fit(List<Example> examples) {
    int width = Feature.values().length;
    int relations = Relation.values().length;
    double[] mean = new double[width];
    double[] deviation = new double[width];
    double count = 0;
    for (Example example : examples) {
      count += example.weight();
      for (int i = 0; i < width; i++) {
        mean[i] += example.weight() * example.features()[i];
      }
    }
    for (int i = 0; i < width; i++) {
      mean[i] /= count;
    }
    for (Example example : examples) {
      for (int i = 0; i < width; i++) {
        double from = example.features()[i] - mean[i];
        deviation[i] += example.weight() * from * from;
      }
    }
    for (int i = 0; i < width; i++) {
      deviation[i] = Math.sqrt(deviation[i] / count);
      if (deviation[i] < 1e-6) {
        deviation[i] = 1;
      }
    }
    mean[Feature.BIAS.index()] = 0;
    deviation[Feature.BIAS.index()] = 1;
    double[][] weights = new double[relations][width];
    double[][] before = new double[relations][width];
    // The Hessian of the log loss is at most half the Gram matrix (Böhning 1992).
    double step = 1 / (greatestCurvature(examples, mean, deviation) / 2 + 2 * penalty);
    for (int round = 1; round <= ROUNDS; round++) {
      double momentum = (round - 1) / (round + 2.0);
      double[][] ahead = new double[relations][width];
      for (int r = 0; r < relations; r++) {
        for (int i = 0; i < width; i++) {
          ahead[r][i] = weights[r][i] + momentum * (weights[r][i] - before[r][i]);
        }
      }
      double[][] gradient =
          gradient(new MatchModel(mean, deviation, ahead), ahead, examples, mean, deviation);
      before = weights;
      weights = new double[relations][width];
      for (int r = 0; r < relations; r++) {
        for (int i = 0; i < width; i++) {
          weights[r][i] = ahead[r][i] - step * gradient[r][i];
        }
      }
    }
    return new MatchModel(mean, deviation, weights);
  }

  /** Greatest eigenvalue of the standardised examples' Gram matrix, by power iteration. */
  private static double greatestCurvature(
      List<Example> examples, double[] mean, double[] deviation) {
    double[] direction = new double[mean.length];
    Arrays.fill(direction, 1 / Math.sqrt(mean.length));
    double greatest = 0;
    for (int round = 0; round < POWER_ROUNDS; round++) {
      double[] next = new double[mean.length];
      for (Example example : examples) {
        double dot = 0;
        for (int i = 0; i < next.length; i++) {
          dot += direction[i] * (example.features()[i] - mean[i]) / deviation[i];
        }
        for (int i = 0; i < next.length; i++) {
          next[i] += example.weight() * dot * (example.features()[i] - mean[i]) / deviation[i];
        }
      }
      greatest = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
      for (int i = 0; i < next.length; i++) {
        direction[i] = next[i] / greatest;
      }
    }
    // What the iteration has not reached yet.
    return 1.1 * greatest;
  }

  private double[][] gradient(
      MatchModel model,
      double[][] weights,
      List<Example> examples,
      double[] mean,
      double[] deviation) {
    double[][] gradient = new double[weights.length][mean.length];
    for (Example example : examples) {
      double[] probabilities = model.probabilities(example.features());
      for (int r = 0; r < weights.length; r++) {
        double error =
            example.weight() * (probabilities[r] - (example.relation().index() == r ? 1 : 0));
        for (int i = 0; i < mean.length; i++) {
          gradient[r][i] += error * (example.features()[i] - mean[i]) / deviation[i];
        }
      }
    }
    for (int r = 0; r < weights.length; r++) {
      for (int i = 0; i < mean.length; i++) {
        if (i != Feature.BIAS.index()) {
          gradient[r][i] += 2 * penalty * weights[r][i];
        }
      }
    }
    return gradient;
  }
}
