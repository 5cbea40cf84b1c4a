package dev.dateline.enrich.names.tagger;

/**
 * Turns a token and its neighbourhood into hashed features, after Ratinov and Roth 2009.
 *
 * <p>Features are ints made from ints: no string is put together. Stateless; thread-safe.
 */
final class FeatureExtractor {

  /** No token has more features than this. */
  static final int MOST = 192;

  private static final int BOUNDARY = 0x5bd1e995;

  /** Views of {@link WordGroups}, one of each source, that are fit for pairs of words. */
  private static final int[] PAIRED = {0, 3};

  /** The finest view of each source. */
  private static final int[] FINEST = {1, 4};

  /** How far features look, in tokens. */
  static final int REACH = 2;

  private static final int[] OFFSETS = {-2, -1, 0, 1, 2};

  private FeatureExtractor() {}

  /**
   * Writes the features of one token.
   *
   * @param table the document
   * @param i the token
   * @param from first token of its sentence
   * @param to one past the last token of its sentence
   * @param out at least {@link #MOST} long
   * @return how many were written
   */
  static int extract(TokenTable table, int i, int from, int to, int[] out) {
    return extract(table, i, from, to, out, true);
  }

  /** As {@link #extract}, but without those that {@link ViewWeights} keeps. */
  static int extractRest(TokenTable table, int i, int from, int to, int[] out) {
    return extract(table, i, from, to, out, false);
  }

  private static int extract(TokenTable table, int i, int from, int to, int[] out, boolean views) {
    int n = 0;
    out[n++] = 0x1234567;
    n = wordFeatures(table, i, from, to, out, n);
    n = shapeFeatures(table, i, from, to, out, n);
    n = affixFeatures(table, i, from, to, out, n);
    n = views ? clusterViews(table, i, from, to, out, n) : n;
    n = clusterFeatures(table, i, from, to, out, n);
    n = views ? groupViews(table, i, from, to, out, n) : n;
    n = groupFeatures(table, i, from, to, out, n);
    n = runFeatures(table, i, from, to, out, n);
    n = twinFeatures(table, i, out, n);
    n = listFeatures(table, i, from, to, out, n);
    return n;
  }

  private static int feature(int template, int value) {
    return Hashing.spread(Hashing.pair(template * 0x1000193 + 77, value));
  }

  /** Returns a value of the sentence; outside of it, one that tells how far. */
  static int at(int[] values, int i, int from, int to) {
    return i < from || i >= to ? BOUNDARY + (i < from ? from - i : i - to + 8) : values[i];
  }

  private static int wordFeatures(TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    int[] lower = table.lower;
    for (int offset : OFFSETS) {
      out[n++] = feature(10 + offset, at(lower, i + offset, from, to));
    }
    int here = lower[i];
    int before = at(lower, i - 1, from, to);
    int after = at(lower, i + 1, from, to);
    out[n++] = feature(20, table.exact[i]);
    out[n++] = feature(21, Hashing.pair(before, here));
    out[n++] = feature(22, Hashing.pair(here, after));
    out[n++] = feature(23, Hashing.pair(before, after));
    out[n++] = feature(24, Hashing.pair(here, table.letterCase[i]));
    return n;
  }

  private static int shapeFeatures(
      TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    int[] shape = table.shape;
    for (int offset : OFFSETS) {
      out[n++] = feature(30 + offset, at(shape, i + offset, from, to));
    }
    int here = shape[i];
    int before = at(shape, i - 1, from, to);
    int after = at(shape, i + 1, from, to);
    out[n++] = feature(35, table.pattern[i]);
    out[n++] = feature(36, Hashing.pair(before, here));
    out[n++] = feature(37, Hashing.pair(here, after));
    out[n++] = feature(38, Hashing.pair(Hashing.pair(before, here), after));
    int first = i == from ? 1 : 0;
    int free = table.letterCase[i] * 8 + table.elsewhere[i] * 2 + first;
    out[n++] = feature(39, free * 8 + table.flags[i]);
    out[n++] = feature(42, Hashing.pair(table.lower[i], table.flags[i] & 1));
    out[n++] = feature(40, Hashing.pair(at(table.lower, i - 1, from, to), table.letterCase[i]));
    out[n++] = feature(41, Hashing.pair(at(table.lower, i + 1, from, to), table.letterCase[i]));
    return n;
  }

  private static int affixFeatures(
      TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    String word = table.words[i];
    int length = word.length();
    int hash = 0x811c9dc5;
    for (int c = 0; c < Math.min(4, length); c++) {
      hash = Hashing.add(hash, Hashing.lower(word.charAt(c)));
      if (c > 0) {
        out[n++] = feature(50 + c, hash);
      }
    }
    hash = 0x811c9dc5;
    for (int c = 0; c < Math.min(5, length); c++) {
      hash = Hashing.add(hash, Hashing.lower(word.charAt(length - 1 - c)));
      if (c > 0) {
        out[n++] = feature(60 + c, Hashing.pair(hash, table.letterCase[i]));
      }
    }
    if (i > from) {
      out[n++] = feature(70, Hashing.pair(suffix(table.words[i - 1]), table.letterCase[i - 1]));
    }
    if (i + 1 < to) {
      out[n++] = feature(71, Hashing.pair(suffix(table.words[i + 1]), table.letterCase[i + 1]));
    }
    return n;
  }

  private static int suffix(String word) {
    int hash = 0x811c9dc5;
    for (int c = Math.max(0, word.length() - 3); c < word.length(); c++) {
      hash = Hashing.add(hash, Hashing.lower(word.charAt(c)));
    }
    return hash;
  }

  private static int clusterViews(TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    for (int offset : OFFSETS) {
      int packed = at(table.clusters, i + offset, from, to);
      for (int grain = 0; grain < WordClusters.GRAINS; grain++) {
        int group = WordClusters.group(packed, grain);
        if (group != 0) {
          out[n++] = clusterView(grain, offset, group);
        }
      }
    }
    return n;
  }

  /** The feature that the word {@code offset} tokens away is in a cluster. */
  static int clusterView(int grain, int offset, int group) {
    return feature(80 + 5 * grain + offset, group);
  }

  /** The feature that the word {@code offset} tokens away is in a group. */
  static int groupView(int view, int offset, int group) {
    return feature(200 + 5 * view + offset, group);
  }

  private static int clusterFeatures(
      TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    int[] clusters = table.clusters;
    int here = middle(clusters, i, from, to);
    int before = middle(clusters, i - 1, from, to);
    int after = middle(clusters, i + 1, from, to);
    int letterCase = table.letterCase[i];
    out[n++] = feature(101, Hashing.pair(Hashing.pair(before, here), letterCase));
    out[n++] = feature(102, Hashing.pair(Hashing.pair(here, after), letterCase));
    out[n++] = feature(103, Hashing.pair(Hashing.pair(before, after), letterCase));
    out[n++] = feature(104, Hashing.pair(here, letterCase));
    return n;
  }

  private static int groupViews(TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    for (int offset : OFFSETS) {
      int packed = inside(table.groups, i + offset, from, to);
      for (int view = 0; packed != 0 && view < WordGroups.VIEWS; view++) {
        out[n++] = groupView(view, offset, table.groupTable.view(packed, view));
      }
    }
    return n;
  }

  private static int groupFeatures(
      TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    WordGroups known = table.groupTable;
    int[] groups = table.groups;
    int letterCase = table.letterCase[i];
    for (int kind = 0; kind < PAIRED.length; kind++) {
      int view = PAIRED[kind];
      int here = known.view(groups[i], view);
      int before = i == from ? -1 : known.view(groups[i - 1], view);
      int after = i + 1 == to ? -1 : known.view(groups[i + 1], view);
      int template = 230 + 4 * kind;
      out[n++] = feature(template, Hashing.pair(Hashing.pair(before, here), letterCase));
      out[n++] = feature(template + 1, Hashing.pair(Hashing.pair(here, after), letterCase));
      out[n++] = feature(template + 2, Hashing.pair(Hashing.pair(before, after), letterCase));
      int fine = known.view(groups[i], FINEST[kind]);
      out[n++] = feature(template + 3, Hashing.pair(fine, letterCase));
    }
    return n;
  }

  /** Returns a value of the sentence; 0 outside of it. */
  static int inside(int[] values, int i, int from, int to) {
    return i < from || i >= to ? 0 : values[i];
  }

  private static int middle(int[] clusters, int i, int from, int to) {
    return WordClusters.group(at(clusters, i, from, to), 1);
  }

  /** What stands at the ends of, and around, the run of capitalised words. */
  private static int runFeatures(TokenTable table, int i, int from, int to, int[] out, int count) {
    int start = table.runStart[i];
    int end = table.runEnd[i];
    if (end <= start) {
      return count;
    }
    int n = count;
    int place = Math.min(i - start, 3) * 4 + Math.min(end - 1 - i, 3);
    out[n++] = feature(120, place);
    out[n++] = feature(121, Hashing.pair(table.lower[start], Math.min(i - start, 3)));
    out[n++] = feature(122, Hashing.pair(table.lower[end - 1], Math.min(end - 1 - i, 3)));
    out[n++] = feature(123, at(table.lower, start - 1, from, to));
    out[n++] = feature(124, at(table.lower, end, from, to));
    out[n++] = feature(125, middle(table.clusters, start - 1, from, to));
    out[n++] = feature(126, middle(table.clusters, end, from, to));
    int ends =
        Hashing.pair(
            middle(table.clusters, start, from, to), middle(table.clusters, end - 1, from, to));
    out[n++] = feature(127, Hashing.pair(ends, place));
    // "the 2003 Quebec general election": what a run is part of may only show behind it.
    boolean year = start > from && isNumber(table.words[start - 1]);
    int after = Hashing.pair(year ? 1 : 0, at(table.lower, end, from, to));
    out[n++] = feature(128, after);
    out[n++] = feature(129, Hashing.pair(after, at(table.lower, end + 1, from, to)));
    boolean bracketed = start > from && end < to && isBracket(table.words[start - 1]);
    if (bracketed && start - 2 >= from) {
      int owner = Hashing.pair(table.lower[start - 2], table.letterCase[start - 2]);
      out[n++] = feature(118, Hashing.pair(owner, table.letterCase[i]));
      int owners = Hashing.pair(middle(table.clusters, start - 2, from, to), place);
      out[n++] = feature(119, Hashing.pair(owners, table.letterCase[i]));
    }
    return n;
  }

  private static boolean isNumber(String word) {
    return word.length() == 4 && word.charAt(0) <= '9' && word.charAt(3) <= '9';
  }

  private static boolean isBracket(String word) {
    return word.equals("(") || word.equals("[") || word.equals("-LRB-");
  }

  /** The company the same word keeps elsewhere in the document. */
  private static int twinFeatures(TokenTable table, int i, int[] out, int count) {
    int other = table.twin[i];
    if (other < 0) {
      return count;
    }
    int n = count;
    int size = table.size;
    int start = Math.min(other, table.runStart[other]);
    int end = Math.max(other + 1, table.runEnd[other]);
    out[n++] = feature(130, at(table.lower, start - 1, 0, size));
    out[n++] = feature(131, at(table.lower, end, 0, size));
    out[n++] = feature(132, middle(table.clusters, start - 1, 0, size));
    out[n++] = feature(133, middle(table.clusters, end, 0, size));
    out[n++] = feature(134, Hashing.pair(table.lower[start], Math.min(other - start, 3)));
    out[n++] = feature(135, Hashing.pair(table.lower[end - 1], Math.min(end - 1 - other, 3)));
    out[n++] = feature(136, Math.min(other - start, 3) * 4 + Math.min(end - 1 - other, 3));
    return n;
  }

  private static int listFeatures(TokenTable table, int i, int from, int to, int[] out, int count) {
    int n = count;
    int letterCase = table.letterCase[i];
    for (int rest = table.marks[i]; rest != 0 && n < MOST - 4; rest &= rest - 1) {
      int bit = Integer.numberOfTrailingZeros(rest);
      out[n++] = feature(110, bit * 8 + letterCase);
    }
    if (table.marks[i] != 0) {
      out[n++] = feature(111, Hashing.pair(table.marks[i], letterCase));
    }
    if (i > from && table.marks[i - 1] != 0) {
      out[n++] = feature(112, Hashing.pair(table.marks[i - 1], letterCase));
    }
    if (i + 1 < to && table.marks[i + 1] != 0) {
      out[n++] = feature(113, Hashing.pair(table.marks[i + 1], letterCase));
    }
    return n;
  }
}
