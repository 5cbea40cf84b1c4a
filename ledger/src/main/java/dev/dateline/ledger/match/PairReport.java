package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Confusion matrix, macro F1 and precision of predicted relations against labels. */
final class PairReport {
  private final int[][] counts = new int[Relation.values().length][Relation.values().length];

  void add(Relation label, Relation predicted) {
    counts[label.index()][predicted.index()]++;
  }

  int total() {
    int total = 0;
    for (int[] row : counts) {
      for (int count : row) {
        total += count;
      }
    }
    return total;
  }

  /** Mean F1 over the four relations; a relation neither labelled nor predicted counts as 0. */
  double fourWay() {
    double sum = 0;
    for (Relation relation : Relation.values()) {
      sum +=
          f1((label, predicted) -> label == relation, (label, predicted) -> predicted == relation);
    }
    return sum / Relation.values().length;
  }

  /** Mean F1 over "matches an earlier claim" and "does not". */
  double twoWay() {
    double different =
        f1(
            (label, predicted) -> label == Relation.DIFFERENT,
            (label, predicted) -> predicted == Relation.DIFFERENT);
    double match =
        f1(
            (label, predicted) -> label != Relation.DIFFERENT,
            (label, predicted) -> predicted != Relation.DIFFERENT);
    return (different + match) / 2;
  }

  /** How many of the pairs said not to match do not. */
  double precisionOfDifferent() {
    double right = counts[Relation.DIFFERENT.index()][Relation.DIFFERENT.index()];
    double said = count((label, predicted) -> predicted == Relation.DIFFERENT);
    return said == 0 ? 0 : right / said;
  }

  private double f1(
      BiPredicate<Relation, Relation> labelled, BiPredicate<Relation, Relation> predicted) {
    double both = count(labelled.and(predicted));
    double sum = count(labelled) + count(predicted);
    return sum == 0 ? 0 : 2 * both / sum;
  }

  private int count(BiPredicate<Relation, Relation> which) {
    int sum = 0;
    for (Relation label : Relation.values()) {
      for (Relation predicted : Relation.values()) {
        if (which.test(label, predicted)) {
          sum += counts[label.index()][predicted.index()];
        }
      }
    }
    return sum;
  }

  /** The matrix, a line for each label. */
  List<String> matrix() {
    List<String> lines = new ArrayList<>();
    StringBuilder head =
        new StringBuilder(String.format(Locale.ROOT, "%-24s", "label \\ predicted"));
    for (Relation relation : Relation.values()) {
      head.append(String.format(Locale.ROOT, "%13s", relation));
    }
    lines.add(head.toString());
    for (Relation label : Relation.values()) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", label));
      for (Relation predicted : Relation.values()) {
        line.append(String.format(Locale.ROOT, "%13d", counts[label.index()][predicted.index()]));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** One line of the table that compares methods. */
  String line(String method) {
    return String.format(
        Locale.ROOT, "%-38s%9.3f%10.3f%24.3f", method, twoWay(), fourWay(), precisionOfDifferent());
  }

  static String head() {
    return String.format(
        Locale.ROOT, "%-38s%9s%10s%24s", "method", "two-way", "four-way", "precision of DIFFERENT");
  }
}
