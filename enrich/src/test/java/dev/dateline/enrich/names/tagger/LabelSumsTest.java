package dev.dateline.enrich.names.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelSumsTest {

  private final LabelSums sums = new LabelSums();

  @Test
  void aTokenHasNoMoreRowsThanASumHasRoomFor() {
    assertThat(FeatureExtractor.MOST + ViewWeights.MOST).isLessThanOrEqualTo(LabelSums.MOST);
  }

  @Test
  void everyRowHasRoomForEveryLabel() {
    assertThat(Labels.COUNT).isLessThanOrEqualTo(8 * (LabelSums.ROW - 1) + 1);
  }

  @Test
  void asManyRowsAsHaveRoomAddUpWhateverTheirWeights() {
    for (byte weight : new byte[] {Byte.MIN_VALUE, -1, 0, 1, Byte.MAX_VALUE}) {
      byte[] weights = new byte[Labels.COUNT];
      Arrays.fill(weights, weight);
      long[] row = new long[LabelSums.ROW];
      LabelSums.pack(weights, 0, row, 0);

      sums.clear();
      for (int i = 0; i < LabelSums.MOST; i++) {
        sums.add(row, 0);
      }

      for (int label = 0; label < Labels.COUNT; label++) {
        assertThat(sums.of(label)).isEqualTo(LabelSums.MOST * weight);
      }
    }
  }

  @Test
  void theSumOfALabelIsOfItsOwnWeights() {
    byte[] weights = randomWeights(40);
    long[] table = new long[40 * LabelSums.ROW];
    int[] expected = new int[Labels.COUNT];

    for (int row = 0; row < 40; row++) {
      LabelSums.pack(weights, row, table, row * LabelSums.ROW);
      sums.add(table, row * LabelSums.ROW);
      for (int label = 0; label < Labels.COUNT; label++) {
        expected[label] += weights[row * Labels.COUNT + label];
      }
    }

    for (int label = 0; label < Labels.COUNT; label++) {
      assertThat(sums.of(label)).as("label %d", label).isEqualTo(expected[label]);
    }
  }

  @Test
  void aFeatureHasTheWeightsThatItWasGivenAndOthersAddNothing() {
    int[] features = new Random(20261130).ints(2000).distinct().toArray();
    features[0] = 0;
    features[1] = -1;
    byte[] weights = randomWeights(features.length);
    FeatureWeightTable table = new FeatureWeightTable(features, weights);
    int[] asked = {features[0], 5, features[1], 6, features[features.length - 1], 1 << 20};
    assertThat(features).doesNotContain(5, 6, 1 << 20);

    table.add(asked, asked.length, new long[asked.length], sums);

    for (int label = 0; label < Labels.COUNT; label++) {
      int last = (features.length - 1) * Labels.COUNT;
      int expected = weights[label] + weights[Labels.COUNT + label] + weights[last + label];
      assertThat(sums.of(label)).as("label %d", label).isEqualTo(expected);
      for (int row = 0; row < features.length; row++) {
        assertThat(table.weight(features[row], label))
            .isEqualTo(weights[row * Labels.COUNT + label]);
      }
    }
    int[] sorted = features.clone();
    Arrays.sort(sorted);
    assertThat(table.features()).isEqualTo(sorted);
  }

  private static byte[] randomWeights(int rows) {
    byte[] weights = new byte[rows * Labels.COUNT];
    new Random(7).nextBytes(weights);
    return weights;
  }
}
