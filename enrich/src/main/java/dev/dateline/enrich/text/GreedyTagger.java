package dev.dateline.enrich.text;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;

/**
 * Finds the tags that OpenNLP's {@code POSTaggerME} finds with its maximum-entropy model
 * (Ratnaparkhi 1996), in a fraction of its time.
 *
 * <p>OpenNLP 2.5 scores each word for three hypotheses, but the model's feature generator caches a
 * word's features with the tags of the first, the best one. All hypotheses so get the same scores,
 * and the best sequence is the greedy one. Here only that one is followed, and no score is
 * normalised, since the greatest is enough.
 *
 * <p>Has work space of its own: not thread-safe.
 */
final class GreedyTagger {

  private final FeatureWeights weights;
  private final String[] outcomes;
  private final double[] scores;
  private final long[] features = new long[PosFeatures.MOST];

  /** Reads a model that was made by OpenNLP's maximum-entropy trainer. */
  GreedyTagger(POSModel model) {
    AbstractModel maxent = model.getArtifact("pos.model");
    Object[] structures = maxent.getDataStructures();
    weights = new FeatureWeights(parameters(structures[1]));
    outcomes = (String[]) structures[2];
    scores = new double[outcomes.length];
  }

  @SuppressWarnings("unchecked") // OpenNLP documents what stands where.
  private static Map<String, Context> parameters(Object structure) {
    return (Map<String, Context>) structure;
  }

  /** Returns one tag a word of a sentence. */
  String[] tag(String[] words) {
    String[] tags = new String[words.length];
    PosFeatures sentence = new PosFeatures(words);
    for (int i = 0; i < words.length; i++) {
      Arrays.fill(scores, 0);
      weights.add(features, sentence.of(i, tags, features), scores);
      tags[i] = outcomes[greatest()];
    }
    return tags;
  }

  private int greatest() {
    int greatest = 0;
    for (int i = 1; i < scores.length; i++) {
      if (scores[i] > scores[greatest]) {
        greatest = i;
      }
    }
    return greatest;
  }
}
