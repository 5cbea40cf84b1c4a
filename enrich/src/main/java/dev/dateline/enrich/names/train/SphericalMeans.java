package dev.dateline.enrich.names.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Groups vectors by direction: k-means on the unit sphere (Dhillon and Modha 2001).
 *
 * <p>Deterministic. Used by one thread.
 */
final class SphericalMeans {

  private static final int PASSES = 12;

  /** Means are learned from so many vectors at most, taken at even distances. */
  private static final int MOST_LEARNED = 200_000;

  private final int groups;
  private final Consumer<String> progress;

  /** Makes one for a number of groups. */
  SphericalMeans(int groups, Consumer<String> progress) {
    this.groups = groups;
    this.progress = progress;
  }

  /** Returns the group of each vector, below the number of groups; all of one length. */
  int[] group(List<float[]> vectors) {
    if (vectors.isEmpty()) {
      return new int[0];
    }
    float[][] points = vectors.stream().map(SphericalMeans::unit).toArray(float[][]::new);
    int stride = Math.max(1, points.length / MOST_LEARNED);
    int learned = (points.length + stride - 1) / stride;
    float[][] means = new float[groups][];
    for (int group = 0; group < groups; group++) {
      means[group] = points[start(group, learned) * stride];
    }
    for (int pass = 0; pass < PASSES; pass++) {
      float[][] sums = new float[groups][points[0].length];
      int[] sizes = new int[groups];
      for (int i = 0; i < points.length; i += stride) {
        int nearest = nearest(points[i], means);
        sizes[nearest]++;
        for (int k = 0; k < points[i].length; k++) {
          sums[nearest][k] += points[i][k];
        }
      }
      for (int group = 0; group < groups; group++) {
        means[group] = sizes[group] == 0 ? means[group] : unit(sums[group]);
      }
      progress.accept("%d groups of vectors, pass %d done".formatted(groups, pass + 1));
    }
    return Arrays.stream(points).mapToInt(point -> nearest(point, means)).toArray();
  }

  /** Spreads the first means over the vectors; neighbours in order of spelling are too alike. */
  private int start(int group, int learned) {
    return (int) ((long) group * learned / groups);
  }

  private static int nearest(float[] point, float[][] means) {
    int best = 0;
    float top = Float.NEGATIVE_INFINITY;
    for (int group = 0; group < means.length; group++) {
      float likeness = dot(point, means[group]);
      if (likeness > top) {
        top = likeness;
        best = group;
      }
    }
    return best;
  }

  /** Adds in a fixed order, so that the sum is the same on every machine. */
  private static float dot(float[] first, float[] second) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int k = 0;
    for (; k + 3 < first.length; k += 4) {
      a += first[k] * second[k];
      b += first[k + 1] * second[k + 1];
      c += first[k + 2] * second[k + 2];
      d += first[k + 3] * second[k + 3];
    }
    for (; k < first.length; k++) {
      a += first[k] * second[k];
    }
    return a + b + (c + d);
  }

  private static float[] unit(float[] vector) {
    float length = (float) Math.sqrt(dot(vector, vector));
    float[] unit = vector.clone();
    for (int k = 0; length > 0 && k < unit.length; k++) {
      unit[k] /= length;
    }
    return unit;
  }
}
