package dev.dateline.enrich.names.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Trains a linear-chain conditional random field by stochastic gradient steps, AdaGrad and feature
 * dropout; where a token's label is only partly known, it sums over what is allowed.
 *
 * <p>Deterministic by seed. Used by one thread.
 */
public final class CrfTrainer {

  private static final int LABELS = Labels.COUNT;
  private static final int COUNTERS = 1 << 26;
  private static final double SURE = 0.002;

  private final TrainingSettings settings;
  private final WordClusters clusters;
  private final WordGroups groups;
  private final NameLists lists;
  private final Consumer<String> progress;

  private final IntTable identifiers = new IntTable(1 << 20);
  private int[] names = new int[1 << 16];
  private int featureCount;
  private float[] weights = new float[0];
  private float[] squares = new float[0];
  private final float[] transitions = new float[LABELS * LABELS];
  private final float[] transitionSquares = new float[LABELS * LABELS];
  private final double[] transitionPotentials = new double[LABELS * LABELS];

  /** Makes a trainer; progress goes line by line to the consumer. */
  public CrfTrainer(
      TrainingSettings settings,
      WordClusters clusters,
      WordGroups groups,
      NameLists lists,
      Consumer<String> progress) {
    this.settings = settings;
    this.clusters = clusters;
    this.groups = groups;
    this.lists = lists;
    this.progress = progress;
  }

  /** One sentence with its features numbered. */
  private static final class Example {
    private final int[] features;
    private final int[] starts;
    private final int[] allowed;
    private final boolean sure;
    private final float weight;

    Example(int[] features, int[] starts, int[] allowed, float weight) {
      this.features = features;
      this.starts = starts;
      this.allowed = allowed;
      this.weight = weight;
      sure = Arrays.stream(allowed).allMatch(bits -> Integer.bitCount(bits) == 1);
    }

    int length() {
      return allowed.length;
    }
  }

  /** Trains on documents and returns the model. */
  public NameModel train(List<TrainingDocument> documents) {
    Example[] examples = examples(documents);
    progress.accept("%,d sentences, %,d features".formatted(examples.length, featureCount));
    weights = new float[featureCount * LABELS];
    squares = new float[featureCount * LABELS];
    float[] sum = new float[weights.length];
    float[] transitionSum = new float[transitions.length];
    int averaged = 0;
    for (int run = 0; run < settings.runs(); run++) {
      long seed = settings.seed() + run * 1_000_003L;
      begin();
      Random order = new Random(seed);
      for (int epoch = 0; epoch < settings.epochs(); epoch++) {
        shuffle(examples, order);
        Step step = new Step(new SplittableRandom(seed * 31 + epoch));
        for (Example example : examples) {
          step.learn(example);
        }
        progress.accept("run %d, pass %d done".formatted(run + 1, epoch + 1));
        if (epoch >= settings.epochs() / 2) {
          add(sum, weights);
          add(transitionSum, transitions);
          averaged++;
        }
      }
    }
    divide(sum, averaged);
    divide(transitionSum, averaged);
    return pack(sum, transitionSum);
  }

  /** Forgets all weights: every run of a training begins anew. */
  private void begin() {
    Arrays.fill(weights, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(transitions, 0);
    Arrays.fill(transitionSquares, 0);
  }

  private Example[] examples(List<TrainingDocument> documents) {
    byte[] counters = new byte[COUNTERS];
    for (TrainingDocument document : documents) {
      eachToken(document, (features, count) -> count(counters, features, count));
    }
    List<Example> examples = new ArrayList<>();
    for (TrainingDocument document : documents) {
      number(document, counters, examples);
    }
    return examples.toArray(new Example[0]);
  }

  private interface TokenFeatures {
    void accept(int[] features, int count);
  }

  private void eachToken(TrainingDocument document, TokenFeatures consumer) {
    TokenTable table = new TokenTable(document.sentences(), clusters, groups, lists);
    int[] features = new int[FeatureExtractor.MOST];
    for (int s = 0; s + 1 < table.sentenceStarts.length; s++) {
      int from = table.sentenceStarts[s];
      int to = table.sentenceStarts[s + 1];
      for (int i = from; i < to; i++) {
        consumer.accept(features, FeatureExtractor.extract(table, i, from, to, features));
      }
    }
  }

  private static void count(byte[] counters, int[] features, int count) {
    for (int f = 0; f < count; f++) {
      int slot = features[f] >>> 6;
      if (counters[slot] < Byte.MAX_VALUE) {
        counters[slot]++;
      }
    }
  }

  private void number(TrainingDocument document, byte[] counters, List<Example> examples) {
    TokenTable table = new TokenTable(document.sentences(), clusters, groups, lists);
    int[] hashed = new int[FeatureExtractor.MOST];
    int[] buffer = new int[1 << 14];
    for (int s = 0; s + 1 < table.sentenceStarts.length; s++) {
      int from = table.sentenceStarts[s];
      int to = table.sentenceStarts[s + 1];
      int[] starts = new int[to - from + 1];
      int used = 0;
      for (int i = from; i < to; i++) {
        starts[i - from] = used;
        if (buffer.length < used + FeatureExtractor.MOST) {
          buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = FeatureExtractor.extract(table, i, from, to, hashed);
        for (int f = 0; f < count; f++) {
          if (counters[hashed[f] >>> 6] >= settings.rareBelow()) {
            buffer[used++] = identifier(hashed[f]);
          }
        }
      }
      starts[to - from] = used;
      int[] allowed = document.allowed().get(s);
      examples.add(new Example(Arrays.copyOf(buffer, used), starts, allowed, document.weight()));
    }
  }

  private int identifier(int feature) {
    int found = identifiers.get(feature, -1);
    if (found >= 0) {
      return found;
    }
    identifiers.put(feature, featureCount);
    if (featureCount == names.length) {
      names = Arrays.copyOf(names, names.length * 2);
    }
    names[featureCount] = feature;
    return featureCount++;
  }

  private static void shuffle(Example[] examples, Random random) {
    for (int i = examples.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Example swapped = examples[i];
      examples[i] = examples[j];
      examples[j] = swapped;
    }
  }

  private static void add(float[] sum, float[] values) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += values[i];
    }
  }

  private static void divide(float[] sum, int by) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= by;
    }
  }

  /** The work space and the work of one gradient step. */
  private final class Step {
    private final SplittableRandom random;
    private final Lattice lattice = new Lattice();
    private float[] scores = new float[64 * LABELS];
    private double[] free = new double[64 * LABELS];
    private double[] bound = new double[64 * LABELS];
    private boolean[] kept = new boolean[1 << 14];
    private final double[] pairs = new double[LABELS * LABELS];
    private final float[] gradient = new float[LABELS];

    Step(SplittableRandom random) {
      this.random = random;
    }

    void learn(Example example) {
      int length = example.length();
      if (length == 0) {
        return;
      }
      reserve(length, example.features.length);
      score(example);
      for (int k = 0; k < transitions.length; k++) {
        boolean possible = Labels.mayFollow(k / LABELS, k % LABELS);
        transitionPotentials[k] = possible ? Math.exp(transitions[k]) : 0;
      }
      Arrays.fill(pairs, 0);
      lattice.run(scores, length, transitionPotentials, null, free, pairs, 1);
      if (example.sure) {
        known(example.allowed);
      } else {
        lattice.run(scores, length, transitionPotentials, example.allowed, bound, pairs, -1);
      }
      update(example);
      updateTransitions(example.weight);
    }

    private void reserve(int length, int features) {
      if (scores.length < length * LABELS) {
        scores = new float[length * LABELS * 2];
        free = new double[length * LABELS * 2];
        bound = new double[length * LABELS * 2];
      }
      if (kept.length < features) {
        kept = new boolean[features * 2];
      }
    }

    private void score(Example example) {
      float keep = 1 - settings.dropout();
      int threshold = (int) (settings.dropout() * 256);
      long bits = 0;
      int left = 0;
      for (int i = 0; i < example.length(); i++) {
        int row = i * LABELS;
        Arrays.fill(scores, row, row + LABELS, 0f);
        for (int f = example.starts[i]; f < example.starts[i + 1]; f++) {
          if (left == 0) {
            bits = random.nextLong();
            left = 8;
          }
          kept[f] = (bits & 255) >= threshold;
          bits >>>= 8;
          left--;
          if (kept[f]) {
            int offset = example.features[f] * LABELS;
            for (int label = 0; label < LABELS; label++) {
              scores[row + label] += weights[offset + label];
            }
          }
        }
        for (int label = 0; label < LABELS; label++) {
          scores[row + label] /= keep;
        }
      }
    }

    private void known(int[] allowed) {
      Arrays.fill(bound, 0, allowed.length * LABELS, 0);
      int before = -1;
      for (int i = 0; i < allowed.length; i++) {
        int label = Integer.numberOfTrailingZeros(allowed[i]);
        bound[i * LABELS + label] = 1;
        if (before >= 0) {
          pairs[before * LABELS + label] -= 1;
        }
        before = label;
      }
    }

    private void update(Example example) {
      for (int i = 0; i < example.length(); i++) {
        double largest = 0;
        for (int label = 0; label < LABELS; label++) {
          double difference = free[i * LABELS + label] - bound[i * LABELS + label];
          gradient[label] = (float) (difference * example.weight);
          largest = Math.max(largest, Math.abs(difference));
        }
        if (largest < SURE) {
          continue;
        }
        for (int f = example.starts[i]; f < example.starts[i + 1]; f++) {
          if (kept[f]) {
            int offset = example.features[f] * LABELS;
            for (int label = 0; label < LABELS; label++) {
              float slope = gradient[label];
              float square = squares[offset + label] + slope * slope;
              squares[offset + label] = square;
              weights[offset + label] -=
                  settings.rate() * slope / (float) Math.sqrt(square + 1e-4f);
            }
          }
        }
      }
    }

    private void updateTransitions(float weight) {
      for (int k = 0; k < transitions.length; k++) {
        float slope = (float) pairs[k] * weight;
        if (slope != 0) {
          transitionSquares[k] += slope * slope;
          transitions[k] -=
              settings.rate() * slope / (float) Math.sqrt(transitionSquares[k] + 1e-4f);
        }
      }
    }
  }

  private NameModel pack(float[] dense, float[] denseTransitions) {
    int[] kept = new int[featureCount];
    int count = 0;
    for (int id = 0; id < featureCount; id++) {
      if (largest(dense, id) >= settings.prune()) {
        kept[count++] = names[id];
      }
    }
    int[] features = Arrays.copyOf(kept, count);
    Arrays.sort(features);
    byte[] packed = new byte[count * LABELS];
    for (int i = 0; i < count; i++) {
      int id = identifiers.get(features[i], 0);
      for (int label = 0; label < LABELS; label++) {
        float scaled = dense[id * LABELS + label] * NameModel.SCALE;
        packed[i * LABELS + label] = (byte) Math.max(-127, Math.min(127, Math.round(scaled)));
      }
    }
    progress.accept("%,d features kept".formatted(count));
    return new NameModel(clusters, groups, lists, denseTransitions, features, packed);
  }

  private static float largest(float[] dense, int id) {
    float largest = 0;
    for (int label = 0; label < LABELS; label++) {
      largest = Math.max(largest, Math.abs(dense[id * LABELS + label]));
    }
    return largest;
  }
}
