package dev.dateline.ledger.match;

import java.util.Optional;

/**
 * Decides how a claim stands to earlier ones: the same, a contradiction, an update, or something
 * else.
 *
 * <p>Pure and deterministic; thread-safe. Prepare each claim once, keep the {@link Proposition},
 * and compare as often as needed.
 */
public final class ClaimMatcher {
  /** Less probably about one matter than this, two claims of one subject are not compared. */
  private static final double LEAST_RELATED = 0.1;

  private final PropositionReader reader;
  private final PairFeatures features;
  private final Differences differences;
  private final MatchModel model;
  private final MatchModel related;
  private final Matters matters;
  private final Likeness likeness;

  ClaimMatcher(
      PropositionReader reader,
      PairFeatures features,
      Differences differences,
      MatchModel model,
      MatchModel related,
      Matters matters,
      Likeness likeness) {
    this.likeness = likeness;
    this.reader = reader;
    this.features = features;
    this.differences = differences;
    this.model = model;
    this.related = related;
    this.matters = matters;
  }

  /** A matcher with the tables and the model of this library; loading them takes about a second. */
  public static ClaimMatcher load() {
    return load(MatchModel.load("model.tsv"), MatchModel.load("related.tsv"));
  }

  static ClaimMatcher load(MatchModel model, MatchModel related) {
    Concepts concepts = Concepts.load();
    Likeness likeness = new Likeness(concepts);
    PairFeatures features = new PairFeatures(concepts, likeness);
    return new ClaimMatcher(
        new PropositionReader(WordTable.load(), concepts, Countries.load()),
        features,
        new Differences(features, concepts),
        model,
        related,
        new Matters(concepts),
        likeness);
  }

  /** Reads a claim for comparison. */
  public Proposition prepare(Assertion claim) {
    return reader.read(claim);
  }

  /** How the later claim stands to the earlier, with reasons and differences. */
  public Comparison compare(Proposition earlier, Proposition later) {
    Alignment.Both aligned = Alignment.of(earlier, later, likeness);
    Odds odds = odds(earlier, later, aligned);
    return new Comparison(
        odds.relation(),
        odds.score(),
        Differences.shared(earlier, aligned),
        differences.of(earlier, later, aligned));
  }

  /** How the later claim stands to the earlier, in numbers alone: several times cheaper. */
  public Odds odds(Proposition earlier, Proposition later) {
    return odds(earlier, later, Alignment.of(earlier, later, likeness));
  }

  private Odds odds(Proposition earlier, Proposition later, Alignment.Both aligned) {
    boolean opposite = earlier.turned != later.turned;
    double[] measured = features.of(earlier, later, aligned);
    double aboutOne = 1 - related.probabilities(measured)[Relation.DIFFERENT.index()];
    if (aboutOne < LEAST_RELATED) {
      return new Odds(Relation.DIFFERENT, 1, aboutOne, opposite);
    }
    double[] probabilities = model.probabilities(measured);
    Relation relation = relation(probabilities);
    return new Odds(relation, probabilities[relation.index()], aboutOne, opposite);
  }

  /**
   * How near two claims are by a cheap measure, from 0 upwards: to choose the few to compare in
   * full.
   */
  public static float nearness(Proposition one, Proposition other) {
    return one.signature.nearness(other.signature);
  }

  /** The matter in dispute a claim belongs to; empty when it belongs to none. */
  public Optional<Matter> matter(Proposition claim) {
    return matters.of(claim);
  }

  double[] features(Proposition earlier, Proposition later) {
    return features.of(earlier, later, Alignment.of(earlier, later, likeness));
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
}
