package dev.dateline.ledger.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides how a claim stands to earlier ones: the same, a contradiction, an update, or something
 * else.
 *
 * <p>Pure and deterministic; thread-safe. Prepare each claim once, keep the {@link Proposition},
 * and compare as often as needed.
 */
public final class ClaimMatcher {
  /** A comparison with the candidate it was made with. */
  public record Found(Proposition candidate, Comparison comparison) {}

  /** Of many candidates only this many, the likeliest by a cheap measure, are compared in full. */
  static final int FULL_COMPARISONS = 12;

  private final PropositionReader reader;
  private final PairFeatures features;
  private final Differences differences;
  private final MatchModel model;

  ClaimMatcher(
      PropositionReader reader, PairFeatures features, Differences differences, MatchModel model) {
    this.reader = reader;
    this.features = features;
    this.differences = differences;
    this.model = model;
  }

  /** A matcher with the tables and the model of this library; loading them takes about a second. */
  public static ClaimMatcher load() {
    return load(MatchModel.load("model.tsv"));
  }

  static ClaimMatcher load(MatchModel model) {
    Concepts concepts = Concepts.load();
    PairFeatures features = new PairFeatures(concepts);
    return new ClaimMatcher(
        new PropositionReader(WordTable.load(), concepts, Countries.load()),
        features,
        new Differences(features, new Likeness(concepts), concepts),
        model);
  }

  /** The same matcher with another model. */
  ClaimMatcher with(MatchModel other) {
    return new ClaimMatcher(reader, features, differences, other);
  }

  /** Reads a claim for comparison. */
  public Proposition prepare(Assertion claim) {
    return reader.read(claim);
  }

  /** How the later claim stands to the earlier. */
  public Comparison compare(Proposition earlier, Proposition later) {
    return explain(earlier, later, probabilities(earlier, later));
  }

  /**
   * The candidate the claim matches best; empty when it matches none.
   *
   * @param later the claim
   * @param candidates earlier propositions, in any order
   */
  public Optional<Found> best(Proposition later, List<Proposition> candidates) {
    Proposition found = null;
    double[] foundProbabilities = new double[0];
    double greatest = 0;
    for (Proposition candidate : likeliest(later, candidates)) {
      double[] probabilities = probabilities(candidate, later);
      double matching = 1 - probabilities[Relation.DIFFERENT.index()];
      if (matching > greatest) {
        greatest = matching;
        found = candidate;
        foundProbabilities = probabilities;
      }
    }
    if (found == null || relation(foundProbabilities) == Relation.DIFFERENT) {
      return Optional.empty();
    }
    return Optional.of(new Found(found, explain(found, later, foundProbabilities)));
  }

  private static List<Proposition> likeliest(Proposition later, List<Proposition> candidates) {
    if (candidates.size() <= FULL_COMPARISONS) {
      return candidates;
    }
    record Ranked(Proposition proposition, float nearness) {}
    List<Ranked> ranked = new ArrayList<>(candidates.size());
    for (Proposition candidate : candidates) {
      ranked.add(new Ranked(candidate, later.signature.nearness(candidate.signature)));
    }
    return ranked.stream()
        .sorted(Comparator.comparingDouble((Ranked one) -> -one.nearness()))
        .limit(FULL_COMPARISONS)
        .map(Ranked::proposition)
        .toList();
  }

  double[] features(Proposition earlier, Proposition later) {
    return features.of(earlier, later);
  }

  private double[] probabilities(Proposition earlier, Proposition later) {
    return model.probabilities(features.of(earlier, later));
  }

  /** The likeliest relation, after the question whether there is any. */
  static Relation relation(double[] probabilities) {
    if (probabilities[Relation.DIFFERENT.index()] >= 0.5) {
      return Relation.DIFFERENT;
    }
    Relation best = Relation.SAME;
    for (Relation relation : Relation.values()) {
      if (relation != Relation.DIFFERENT
          && probabilities[relation.index()] > probabilities[best.index()]) {
        best = relation;
      }
    }
    return best;
  }

  private Comparison explain(Proposition earlier, Proposition later, double[] probabilities) {
    Relation relation = relation(probabilities);
    return new Comparison(
        relation,
        probabilities[relation.index()],
        1 - probabilities[Relation.DIFFERENT.index()],
        differences.shared(earlier, later),
        differences.of(earlier, later));
  }
}
