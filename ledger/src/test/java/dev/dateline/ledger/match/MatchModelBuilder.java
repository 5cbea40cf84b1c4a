package dev.dateline.ledger.match;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Trains the matcher's model and reports how well it does on pairs it has not seen.
 *
 * <p>Arguments: the directory to write {@code model.tsv} and {@code trained-on.txt} to; without one
 * it only reports. A second one, a file of claims by article and subject (JSON Lines), makes {@code
 * unrelated.tsv.gz} anew, which every change of the features needs.
 */
final class MatchModelBuilder {

  private static final int MOST_OF_A_SUBJECT = 10;
  private static final int MOST_UNRELATED = 2_500;

  private final ClaimMatcher matcher;
  private final List<LabelledPair> gold = PairFiles.gold();
  private final List<ModelTrainer.Example> ownExamples;
  private final List<ModelTrainer.Example> goldExamples;

  MatchModelBuilder(ClaimMatcher matcher) {
    this.matcher = matcher;
    ownExamples = PairScorer.examplesOfOurOwn(matcher);
    goldExamples = examples(gold, PairScorer.GIVEN_WEIGHT);
  }

  public static void main(String[] arguments) throws IOException {
    MatchModel none = new MatchModel(new double[0], new double[0], new double[0][0]);
    ClaimMatcher matcher = ClaimMatcher.load(none, none);
    if (arguments.length > 1) {
      writeUnrelated(matcher, Path.of(arguments[1]), Path.of(arguments[0], "unrelated.tsv.gz"));
      return;
    }
    MatchModelBuilder builder = new MatchModelBuilder(matcher);
    System.out.println(PairReport.head());
    System.out.println(builder.trainedOnOwnPairs().line("own pairs only"));
    PairReport report = builder.crossValidated(1);
    System.out.println(report.line("own pairs and other folds"));
    report.matrix().forEach(System.out::println);
    if (arguments.length > 0) {
      List<ModelTrainer.Example> all = new ArrayList<>(builder.ownExamples);
      all.addAll(builder.goldExamples);
      write(builder.fit(all), Path.of(arguments[0], "model.tsv"));
      write(builder.related(), Path.of(arguments[0], "related.tsv"));
      List<String> keys = new ArrayList<>();
      keys.add(
          "# Keys of the labelled pairs that model.tsv was trained on; made with it, do not edit.");
      builder.gold.forEach(
          pair -> keys.add(PairScorer.key(pair.earlier().content(), pair.later().content())));
      Files.write(Path.of(arguments[0], "trained-on.txt"), keys);
    }
  }

  private static void write(MatchModel model, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Weights of the proposition matcher: feature, mean, deviation, weight for SAME,"
            + " CONTRADICTS, UPDATES, DIFFERENT.");
    lines.add(
        "# Made by MatchModelBuilder from training-pairs.txt, unrelated.tsv.gz and"
            + " claim-pairs.jsonl; do not edit.");
    lines.addAll(model.lines());
    Files.write(file, lines);
  }

  private MatchModel related() {
    List<ModelTrainer.Example> pairs = new ArrayList<>(examples(TrainingPairs.written(), 1));
    pairs.addAll(goldExamples);
    List<ModelTrainer.Example> unrelated =
        new ArrayList<>(examples(TrainingPairs.strangers(), PairScorer.UNRELATED_WEIGHT));
    unrelated.addAll(examples(TrainingPairs.ofOtherMatters(), 1));
    unrelated.addAll(UnrelatedPairs.load(PairScorer.UNRELATED_WEIGHT));
    return new ModelTrainer(PairScorer.PENALTY).fitRelated(pairs, unrelated);
  }

  /** Of each subject in each article a few pairs, spread over the article. */
  private static void writeUnrelated(ClaimMatcher matcher, Path claims, Path table)
      throws IOException {
    Map<String, List<Proposition>> bySubject = new LinkedHashMap<>();
    for (JsonNode claim : PairFiles.read(Files.readAllLines(claims))) {
      bySubject
          .computeIfAbsent(
              claim.path("article").asText() + " " + claim.path("subject").asText(),
              key -> new ArrayList<>())
          .add(matcher.prepare(PairFiles.claim(claim)));
    }
    List<String> rows = new ArrayList<>();
    for (List<Proposition> ofOne : bySubject.values()) {
      int made = 0;
      for (int gap = 1; gap < ofOne.size(); gap++) {
        for (int i = 0; i + gap < ofOne.size() && made < MOST_OF_A_SUBJECT; i += gap) {
          double[] features = matcher.features(ofOne.get(i), ofOne.get(i + gap));
          rows.add(
              Arrays.stream(features)
                  .mapToObj(MatchModelBuilder::rounded)
                  .collect(Collectors.joining("\t")));
          made++;
        }
      }
    }
    try (Writer writer =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(table)), StandardCharsets.UTF_8)) {
      writer.write("# Features of pairs of claims one article makes of one subject; by");
      writer.write(" MatchModelBuilder, do not edit.\n");
      writer.write(UnrelatedPairs.head() + "\n");
      int step = Math.max(1, rows.size() / MOST_UNRELATED);
      for (int i = 0; i < rows.size(); i += step) {
        writer.write(rows.get(i) + "\n");
      }
    }
  }

  private static String rounded(double feature) {
    double rounded = Math.round(feature * 1_000) / 1_000.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
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
