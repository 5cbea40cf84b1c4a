package dev.dateline.enrich.names.tagger;

/**
 * How to train.
 *
 * @param runs trainings from the start, each with its own shuffle and dropout, whose weights are
 *     averaged: no one run's luck decides
 * @param epochs passes through the documents, in each run
 * @param rate first step width (AdaGrad: Duchi, Hazan and Singer 2011)
 * @param dropout share of features left out of each sentence at each pass
 * @param rareBelow features seen fewer times are left out
 * @param prune rows whose largest weight is smaller are left out of the model
 * @param seed of the shuffle and the dropout: same seed, same model
 */
public record TrainingSettings(
    int runs, int epochs, float rate, float dropout, int rareBelow, float prune, long seed) {

  private static final int USUAL_RUNS = 3;

  /** Passes of the bundled model's training. */
  public static final int USUAL_EPOCHS = 4;

  /** Checks the ranges. */
  public TrainingSettings {
    if (runs < 1) {
      throw new IllegalArgumentException(
          "setting the runs of training: \"" + runs + "\" is not above zero");
    }
    if (epochs < 1) {
      throw new IllegalArgumentException(
          "setting the passes of training: \"" + epochs + "\" is not above zero");
    }
  }

  /** What the bundled model was trained with. */
  public static TrainingSettings usual() {
    return new TrainingSettings(USUAL_RUNS, USUAL_EPOCHS, 0.15f, 0.5f, 3, 0.15f, 1L);
  }

  /** Returns these with another seed. */
  public TrainingSettings withSeed(long other) {
    return new TrainingSettings(runs, epochs, rate, dropout, rareBelow, prune, other);
  }

  /** Returns these with another number of passes. */
  public TrainingSettings withEpochs(int other) {
    return new TrainingSettings(runs, other, rate, dropout, rareBelow, prune, seed);
  }
}
