package dev.dateline.enrich.names.train;

import dev.dateline.enrich.names.tagger.WordClusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Groups words by the company they keep: the exchange algorithm on class bigrams (Kneser and Ney
 * 1993; Martin, Liermann and Ney 1998), once for every grain.
 *
 * <p>Deterministic. Used by one thread.
 */
public final class ClusterInducer {

  private static final int RAREST = 4;
  private static final int PASSES = 12;
  private static final int[] GROUPS = {64, 256, 1000};

  private final Consumer<String> progress;
  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final List<String> words = new ArrayList<>();
  private int[][] next = new int[0][];
  private int[][] nextCounts = new int[0][];
  private int[][] previous = new int[0][];
  private int[][] previousCounts = new int[0][];
  private long[] frequency = new long[0];
  private double[] logarithms = new double[0];

  /** Makes an inducer; progress goes line by line to the consumer. */
  public ClusterInducer(Consumer<String> progress) {
    this.progress = progress;
  }

  /** Groups the words of some sentences. */
  public WordClusters induce(List<String[]> sentences) {
    count(sentences);
    int[][] groups = new int[words.size()][WordClusters.GRAINS];
    for (int grain = 0; grain < WordClusters.GRAINS; grain++) {
      int[] assignment = exchange(GROUPS[grain]);
      for (int word = 1; word < words.size(); word++) {
        groups[word][grain] = assignment[word];
      }
    }
    // Word 0 is the sentence boundary, which no text holds.
    return WordClusters.of(
        words.subList(1, words.size()).toArray(new String[0]),
        Arrays.copyOfRange(groups, 1, groups.length));
  }

  private void count(List<String[]> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    for (String[] sentence : sentences) {
      for (String word : sentence) {
        counts.merge(normal(word), 1, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> frequent = new ArrayList<>(counts.entrySet());
    frequent.removeIf(entry -> entry.getValue() < RAREST);
    frequent.sort(
        Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    words.add("\n");
    frequent.forEach(entry -> words.add(entry.getKey()));
    for (int i = 0; i < words.size(); i++) {
      vocabulary.put(words.get(i), i);
    }
    countPairs(sentences);
  }

  private void countPairs(List<String[]> sentences) {
    List<Map<Integer, Integer>> after = new ArrayList<>();
    List<Map<Integer, Integer>> before = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      after.add(new HashMap<>());
      before.add(new HashMap<>());
    }
    frequency = new long[words.size()];
    for (String[] sentence : sentences) {
      int last = 0;
      frequency[0]++;
      for (int i = 0; i <= sentence.length; i++) {
        int word = i == sentence.length ? 0 : vocabulary.getOrDefault(normal(sentence[i]), -1);
        if (last >= 0 && word >= 0) {
          after.get(last).merge(word, 1, Integer::sum);
          before.get(word).merge(last, 1, Integer::sum);
        }
        if (word > 0) {
          frequency[word]++;
        }
        last = word;
      }
    }
    next = new int[words.size()][];
    nextCounts = new int[words.size()][];
    previous = new int[words.size()][];
    previousCounts = new int[words.size()][];
    for (int i = 0; i < words.size(); i++) {
      next[i] = after.get(i).keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      nextCounts[i] = Arrays.stream(next[i]).map(after.get(i)::get).toArray();
      previous[i] = before.get(i).keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
      previousCounts[i] = Arrays.stream(previous[i]).map(before.get(i)::get).toArray();
    }
    logarithms = new double[1 << 22];
    for (int i = 1; i < logarithms.length; i++) {
      logarithms[i] = i * Math.log(i);
    }
    progress.accept("%,d words to group".formatted(words.size()));
  }

  private static String normal(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
  }

  private double entropy(long count) {
    return count < logarithms.length ? logarithms[(int) count] : count * Math.log((double) count);
  }

  /** Moves words between groups while the likelihood of the text grows; returns the groups. */
  private int[] exchange(int groups) {
    int size = words.size();
    int[] assignment = new int[size];
    long[] groupFrequency = new long[groups];
    int[][] pairs = new int[groups][groups];
    for (int word = 0; word < size; word++) {
      assignment[word] = word % groups;
      groupFrequency[assignment[word]] += frequency[word];
    }
    for (int word = 0; word < size; word++) {
      for (int k = 0; k < next[word].length; k++) {
        pairs[assignment[word]][assignment[next[word][k]]] += nextCounts[word][k];
      }
    }
    int[] out = new int[groups];
    int[] in = new int[groups];
    int[] outUsed = new int[groups];
    int[] inUsed = new int[groups];
    for (int pass = 0; pass < PASSES; pass++) {
      int moved = 0;
      for (int word = 1; word < size; word++) {
        int outCount = neighbours(next[word], nextCounts[word], assignment, word, out, outUsed);
        int inCount =
            neighbours(previous[word], previousCounts[word], assignment, word, in, inUsed);
        int own = assignment[word];
        shift(pairs, own, out, outUsed, outCount, in, inUsed, inCount, -1);
        groupFrequency[own] -= frequency[word];
        double bestGain = Double.NEGATIVE_INFINITY;
        int best = own;
        for (int group = 0; group < groups; group++) {
          double gain =
              gain(pairs, group, out, outUsed, outCount, in, inUsed, inCount)
                  - 2
                      * (entropy(groupFrequency[group] + frequency[word])
                          - entropy(groupFrequency[group]));
          if (gain > bestGain + 1e-9) {
            bestGain = gain;
            best = group;
          }
        }
        shift(pairs, best, out, outUsed, outCount, in, inUsed, inCount, 1);
        groupFrequency[best] += frequency[word];
        assignment[word] = best;
        moved += best == own ? 0 : 1;
        clear(out, outUsed, outCount);
        clear(in, inUsed, inCount);
      }
      progress.accept("%d groups, pass %d: %,d words moved".formatted(groups, pass + 1, moved));
      if (moved * 200 < size) {
        break;
      }
    }
    return assignment;
  }

  /** Counts the groups beside a word; a word beside itself is left out, as its group is open. */
  private static int neighbours(
      int[] others, int[] counts, int[] assignment, int word, int[] sums, int[] used) {
    int count = 0;
    for (int k = 0; k < others.length; k++) {
      if (others[k] != word) {
        int group = assignment[others[k]];
        if (sums[group] == 0) {
          used[count++] = group;
        }
        sums[group] += counts[k];
      }
    }
    return count;
  }

  private static void shift(
      int[][] pairs,
      int group,
      int[] out,
      int[] outUsed,
      int outCount,
      int[] in,
      int[] inUsed,
      int inCount,
      int sign) {
    for (int k = 0; k < outCount; k++) {
      pairs[group][outUsed[k]] += sign * out[outUsed[k]];
    }
    for (int k = 0; k < inCount; k++) {
      pairs[inUsed[k]][group] += sign * in[inUsed[k]];
    }
  }

  private double gain(
      int[][] pairs,
      int group,
      int[] out,
      int[] outUsed,
      int outCount,
      int[] in,
      int[] inUsed,
      int inCount) {
    double gain = 0;
    int[] row = pairs[group];
    for (int k = 0; k < outCount; k++) {
      int count = row[outUsed[k]];
      gain += entropy(count + (long) out[outUsed[k]]) - entropy(count);
    }
    for (int k = 0; k < inCount; k++) {
      int count = pairs[inUsed[k]][group];
      gain += entropy(count + (long) in[inUsed[k]]) - entropy(count);
    }
    return gain;
  }

  private static void clear(int[] sums, int[] used, int count) {
    for (int k = 0; k < count; k++) {
      sums[used[k]] = 0;
    }
  }
}
