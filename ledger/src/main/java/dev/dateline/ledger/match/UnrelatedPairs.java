package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Pairs of claims that one article makes about one subject, as the features of each: what a
 * subject's memory is full of, and hardly ever the same. The table is {@code unrelated.tsv.gz}.
 */
final class UnrelatedPairs {
  private static final String TABLE = "unrelated.tsv.gz";

  private UnrelatedPairs() {}

  static List<ModelTrainer.Example> load(double weight) {
    List<String> lines = Tables.lines(TABLE);
    if (!lines.get(0).equals(head())) {
      throw new IllegalStateException(
          "loading " + TABLE + ": its features are not the matcher's: train the model again");
    }
    List<ModelTrainer.Example> examples = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      double[] features =
          Arrays.stream(line.split("\t", -1)).mapToDouble(Double::parseDouble).toArray();
      examples.add(new ModelTrainer.Example(features, Relation.DIFFERENT, weight));
    }
    return examples;
  }

  /** The line that names the features. */
  static String head() {
    return Arrays.stream(Feature.values()).map(Feature::name).collect(Collectors.joining("\t"));
  }
}
