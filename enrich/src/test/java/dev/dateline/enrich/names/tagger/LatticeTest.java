package dev.dateline.enrich.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatticeTest {

  private static final int LABELS = Labels.COUNT;

  @Test
  void probabilitiesOfEveryTokenAddUpToOne() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      int length = 1 + random.nextInt(12);
      float[] scores = scores(random, length);
      double[] marginals = new double[length * LABELS];
      double[] pairs = new double[LABELS * LABELS];
      new Lattice().run(scores, length, potentials(random), null, marginals, pairs, 1);
      for (int i = 0; i < length; i++) {
        double sum = Arrays.stream(marginals, i * LABELS, (i + 1) * LABELS).sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
      assertThat(Arrays.stream(pairs).sum()).isCloseTo(length - 1, within(1e-9));
    }
  }

  @Test
  void probabilitiesAreThoseOfAllPathsCounted() {
    Random random = new Random(5);
    float[] scores = scores(random, 2);
    double[] potentials = potentials(random);
    double[] marginals = new double[2 * LABELS];
    new Lattice().run(scores, 2, potentials, null, marginals, new double[LABELS * LABELS], 1);
    double total = 0;
    double[] first = new double[LABELS];
    for (int a = 0; a < LABELS; a++) {
      for (int b = 0; b < LABELS; b++) {
        boolean whole = Labels.mayFollow(Labels.OUTSIDE, a) && Labels.mayFollow(b, Labels.OUTSIDE);
        double weight =
            whole
                ? potentials[a * LABELS + b] * Math.exp(scores[a]) * Math.exp(scores[LABELS + b])
                : 0;
        total += weight;
        first[a] += weight;
      }
    }
    for (int a = 0; a < LABELS; a++) {
      assertThat(marginals[a]).isCloseTo(first[a] / total, within(1e-6));
    }
  }

  @Test
  void whatIsNotAllowedIsImpossible() {
    Random random = new Random(9);
    int person = Labels.of(NameType.PER, 0, 1);
    double[] marginals = new double[LABELS];
    new Lattice()
        .run(
            scores(random, 1),
            1,
            potentials(random),
            new int[] {1 << person | 1},
            marginals,
            new double[LABELS * LABELS],
            1);

    assertThat(marginals[person] + marginals[Labels.OUTSIDE]).isCloseTo(1, within(1e-9));
  }

  @Test
  void theBestPathIsTheBestOfAllPaths() {
    Random random = new Random(13);
    for (int round = 0; round < 50; round++) {
      float[] scores = scores(random, 2);
      float[] transitions = new float[LABELS * LABELS];
      for (int k = 0; k < transitions.length; k++) {
        transitions[k] = random.nextFloat() * 4 - 2;
      }
      int[] labels = new int[2];
      new Viterbi().decode(scores, 0, 2, transitions, labels);
      float best = -1e9f;
      for (int a = 0; a < LABELS; a++) {
        for (int b = 0; b < LABELS; b++) {
          if (Labels.mayFollow(Labels.OUTSIDE, a)
              && Labels.mayFollow(a, b)
              && Labels.mayFollow(b, Labels.OUTSIDE)) {
            best = Math.max(best, score(scores, transitions, a, b));
          }
        }
      }
      assertThat(score(scores, transitions, labels[0], labels[1])).isCloseTo(best, within(1e-4f));
    }
  }

  private static float score(float[] scores, float[] transitions, int a, int b) {
    return scores[a] + scores[LABELS + b] + transitions[a * LABELS + b];
  }

  private static float[] scores(Random random, int length) {
    float[] scores = new float[length * LABELS];
    for (int k = 0; k < scores.length; k++) {
      scores[k] = random.nextFloat() * 6 - 3;
    }
    return scores;
  }

  private static double[] potentials(Random random) {
    double[] potentials = new double[LABELS * LABELS];
    for (int k = 0; k < potentials.length; k++) {
      boolean possible = Labels.mayFollow(k / LABELS, k % LABELS);
      potentials[k] = possible ? Math.exp(random.nextDouble() * 2 - 1) : 0;
    }
    return potentials;
  }
}
