package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Judges pairs of claims and says how well, beside what simple methods reach.
 *
 * <p>A pair the shipped model was trained on is judged by a model of the other folds, never by one
 * that has seen it. Not thread-safe.
 */
public final class PairScorer {
  static final double PENALTY = 5;
  static final int FOLDS = 10;
  static final double GIVEN_WEIGHT = 2;
  static final double STRANGER_WEIGHT = 0.1;
  static final double UNRELATED_WEIGHT = 0.3;

  private static final long SEED = 1;
  private static final int THRESHOLDS = 100;

  private final ClaimMatcher matcher = ClaimMatcher.load();
  private final List<ModelTrainer.Example> ours = examplesOfOurOwn(matcher);
  private final Set<String> trainedOn = new HashSet<>(Tables.lines("trained-on.txt"));

  /**
   * A pair as it is judged.
   *
   * @param pair the pair, its claims as the annotator reads them
   * @param key what {@link #key} makes of its claims as they are given
   */
  public record Given(LabelledPair pair, String key) {}

  /**
   * What is found of a pair.
   *
   * @param pair the pair
   * @param relation the predicted label
   * @param score how probable it is, 0 to 1
   * @param reasons why, for people
   * @param crossValidated whether the shipped model has seen the pair, and another one judged it
   */
  public record Judged(
      LabelledPair pair, Relation relation, double score, String reasons, boolean crossValidated) {}

  /**
   * What is found of all pairs.
   *
   * @param pairs one for each pair, in their order
   * @param table methods with their figures, and the confusion matrix, line by line; empty where no
   *     pair is labelled
   */
  public record Result(List<Judged> pairs, List<String> table) {}

  /** Returns what tells a pair from others, by its contents as they are given. */
  public static String key(String earlier, String later) {
    return String.format(Locale.ROOT, "%08x%08x", earlier.hashCode(), later.hashCode());
  }

  /** Judges the pairs. */
  public Result score(List<Given> given) {
    List<Prepared> all = given.stream().map(this::prepared).toList();
    List<Prepared> labelled =
        all.stream().filter(each -> each.given.pair().relation() != null).toList();
    double[][] crossValidated =
        labelled.size() < FOLDS ? new double[0][] : crossValidated(labelled);
    List<Judged> judged = new ArrayList<>();
    PairReport report = new PairReport();
    for (Prepared each : all) {
      boolean seen = trainedOn.contains(each.given.key()) && crossValidated.length > 0;
      Relation label = each.given.pair().relation();
      Comparison comparison = matcher.compare(each.earlier, each.later);
      if (seen && label != null) {
        double[] probabilities = crossValidated[labelled.indexOf(each)];
        Relation relation = ClaimMatcher.relation(probabilities);
        judged.add(
            new Judged(
                each.given.pair(),
                relation,
                probabilities[relation.index()],
                comparison.reasons(),
                true));
      } else {
        judged.add(
            new Judged(
                each.given.pair(),
                comparison.relation(),
                comparison.score(),
                comparison.reasons(),
                false));
      }
      if (label != null) {
        report.add(label, judged.get(judged.size() - 1).relation());
      }
    }
    return new Result(
        judged, labelled.isEmpty() ? List.of() : table(labelled, crossValidated, report));
  }

  private record Prepared(
      Given given, Proposition earlier, Proposition later, List<Double> features) {

    double[] array() {
      return features.stream().mapToDouble(Double::doubleValue).toArray();
    }

    Relation label() {
      return Objects.requireNonNull(given.pair().relation());
    }
  }

  private Prepared prepared(Given given) {
    Proposition earlier = matcher.prepare(given.pair().earlier());
    Proposition later = matcher.prepare(given.pair().later());
    List<Double> features = new ArrayList<>();
    for (double feature : matcher.features(earlier, later)) {
      features.add(feature);
    }
    return new Prepared(given, earlier, later, features);
  }

  private List<String> table(
      List<Prepared> labelled, double[][] crossValidated, PairReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(PairReport.head());
    lines.add(by(labelled, each -> 1, 0.5).line("everything matches"));
    lines.add(best(labelled, PairScorer::overlap).line("word overlap, threshold of this set"));
    lines.add(embeddings(labelled));
    MatchModel own = new ModelTrainer(PENALTY).fit(ours);
    PairReport ofOwn = new PairReport();
    labelled.forEach(
        each -> ofOwn.add(each.label(), ClaimMatcher.relation(own.probabilities(each.array()))));
    lines.add(ofOwn.line("matcher, trained on our own pairs"));
    if (crossValidated.length > 0) {
      PairReport folds = new PairReport();
      for (int i = 0; i < labelled.size(); i++) {
        folds.add(labelled.get(i).label(), ClaimMatcher.relation(crossValidated[i]));
      }
      lines.add(folds.line("matcher, cross-validated, " + FOLDS + " folds"));
    }
    long seen = labelled.stream().filter(each -> trainedOn.contains(each.given.key())).count();
    lines.add(
        report.line(
            seen == 0 ? "matcher as shipped" : "as printed above (" + seen + " by other folds)"));
    lines.add("");
    lines.addAll(report.matrix());
    return lines;
  }

  private static String embeddings(List<Prepared> labelled) {
    try {
      SentenceEmbeddings sentences = new SentenceEmbeddings();
      return best(
              labelled,
              each ->
                  sentences.likeness(
                      each.given.pair().earlier().content(), each.given.pair().later().content()))
          .line("MiniLM cosine, threshold of this set");
    } catch (LinkageError e) {
      return "MiniLM cosine: not on the class path; add its artifact by DATELINE_CLASSPATH";
    }
  }

  private static double overlap(Prepared pair) {
    Set<String> one = stems(pair.given.pair().earlier().content());
    Set<String> other = stems(pair.given.pair().later().content());
    Set<String> shared = new HashSet<>(one);
    shared.retainAll(other);
    int all = one.size() + other.size() - shared.size();
    return all == 0 ? 0 : (double) shared.size() / all;
  }

  private static Set<String> stems(String content) {
    Set<String> stems = new HashSet<>();
    Words.split(content).stream()
        .filter(word -> Words.isWord(word.lower()))
        .forEach(word -> stems.add(Words.stem(word.lower())));
    return stems;
  }

  private static PairReport by(
      List<Prepared> labelled, ToDoubleFunction<Prepared> measure, double threshold) {
    PairReport report = new PairReport();
    labelled.forEach(
        each ->
            report.add(
                each.label(),
                measure.applyAsDouble(each) >= threshold ? Relation.SAME : Relation.DIFFERENT));
    return report;
  }

  /** The threshold that does best on the pairs themselves: more than the method is worth. */
  private static PairReport best(List<Prepared> labelled, ToDoubleFunction<Prepared> measure) {
    List<Double> measured = labelled.stream().map(measure::applyAsDouble).toList();
    PairReport best = new PairReport();
    for (int step = 0; step <= THRESHOLDS; step++) {
      double threshold = (double) step / THRESHOLDS;
      PairReport report = by(labelled, each -> measured.get(labelled.indexOf(each)), threshold);
      if (report.twoWay() > best.twoWay()) {
        best = report;
      }
    }
    return best;
  }

  private double[][] crossValidated(List<Prepared> labelled) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < labelled.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(SEED));
    double[][] probabilities = new double[labelled.size()][];
    for (int fold = 0; fold < FOLDS; fold++) {
      List<ModelTrainer.Example> training = new ArrayList<>(ours);
      for (int i = 0; i < order.size(); i++) {
        if (i % FOLDS != fold) {
          Prepared each = labelled.get(order.get(i));
          training.add(new ModelTrainer.Example(each.array(), each.label(), GIVEN_WEIGHT));
        }
      }
      MatchModel model = new ModelTrainer(PENALTY).fit(training);
      for (int i = fold; i < order.size(); i += FOLDS) {
        probabilities[order.get(i)] = model.probabilities(labelled.get(order.get(i)).array());
      }
    }
    return probabilities;
  }

  static List<ModelTrainer.Example> examplesOfOurOwn(ClaimMatcher matcher) {
    return Stream.of(
            examples(matcher, TrainingPairs.written(), 1),
            examples(matcher, TrainingPairs.ofOtherMatters(), STRANGER_WEIGHT),
            examples(matcher, TrainingPairs.strangers(), STRANGER_WEIGHT))
        .flatMap(List::stream)
        .toList();
  }

  static List<ModelTrainer.Example> examples(
      ClaimMatcher matcher, List<LabelledPair> pairs, double weight) {
    return pairs.stream()
        .map(
            pair ->
                new ModelTrainer.Example(
                    matcher.features(
                        matcher.prepare(pair.earlier()), matcher.prepare(pair.later())),
                    Objects.requireNonNull(pair.relation()),
                    weight))
        .toList();
  }
}
