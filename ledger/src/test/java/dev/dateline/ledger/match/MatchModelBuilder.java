package dev.dateline.ledger.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Trains the matcher's model and reports how well it does on pairs it has not seen.
 *
 * <p>Argument: the directory to write {@code model.tsv} to; without one it only reports.
 */
final class MatchModelBuilder {

  private final ClaimMatcher matcher;
  private final List<LabelledPair> gold = PairFiles.gold();
  private final List<ModelTrainer.Example> ownExamples;
  private final List<ModelTrainer.Example> goldExamples;

  MatchModelBuilder() {
    matcher = ClaimMatcher.load(new MatchModel(new double[0], new double[0], new double[0][0]));
    ownExamples = new ArrayList<>(examples(TrainingPairs.written(), 1));
    ownExamples.addAll(examples(TrainingPairs.strangers(), PairScorer.STRANGER_WEIGHT));
    goldExamples = examples(gold, PairScorer.GIVEN_WEIGHT);
  }

  public static void main(String[] arguments) throws IOException {
    MatchModelBuilder builder = new MatchModelBuilder();
    System.out.println(PairReport.head());
    System.out.println(builder.trainedOnOwnPairs().line("own pairs only"));
    PairReport report = builder.crossValidated(1);
    System.out.println(report.line("own pairs and other folds"));
    report.matrix().forEach(System.out::println);
    if (arguments.length > 0) {
      List<String> lines = new ArrayList<>();
      lines.add(
          "# Weights of the proposition matcher: feature, mean, deviation, weight for SAME,"
              + " CONTRADICTS, UPDATES, DIFFERENT.");
      lines.add(
          "# Made by MatchModelBuilder from training-pairs.txt and claim-pairs.jsonl; do not"
              + " edit.");
      lines.addAll(builder.fit(builder.all()).lines());
      Files.write(Path.of(arguments[0], "model.tsv"), lines);
      List<String> keys = new ArrayList<>();
      keys.add(
          "# Keys of the labelled pairs that model.tsv was trained on; made with it, do not edit.");
      builder.gold.forEach(
          pair -> keys.add(PairScorer.key(pair.earlier().content(), pair.later().content())));
      Files.write(Path.of(arguments[0], "trained-on.txt"), keys);
    }
  }

  private List<ModelTrainer.Example> all() {
    List<ModelTrainer.Example> all = new ArrayList<>(ownExamples);
    all.addAll(goldExamples);
    return all;
  }

  MatchModel fit(List<ModelTrainer.Example> examples) {
    return new ModelTrainer(PairScorer.PENALTY).fit(examples);
  }

  private List<ModelTrainer.Example> examples(List<LabelledPair> pairs, double weight) {
    return PairScorer.examples(matcher, pairs, weight);
  }

  PairReport trainedOnOwnPairs() {
    PairReport report = new PairReport();
    judge(fit(ownExamples), goldExamples, report);
    return report;
  }

  PairReport crossValidated(long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < goldExamples.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(seed));
    PairReport report = new PairReport();
    for (int fold = 0; fold < PairScorer.FOLDS; fold++) {
      List<ModelTrainer.Example> training = new ArrayList<>(ownExamples);
      List<ModelTrainer.Example> test = new ArrayList<>();
      for (int i = 0; i < order.size(); i++) {
        (i % PairScorer.FOLDS == fold ? test : training).add(goldExamples.get(order.get(i)));
      }
      judge(fit(training), test, report);
    }
    return report;
  }

  private static void judge(
      MatchModel model, List<ModelTrainer.Example> examples, PairReport report) {
    for (ModelTrainer.Example example : examples) {
      report.add(
          example.relation(), ClaimMatcher.relation(model.probabilities(example.features())));
    }
  }
}
