package dev.dateline.enrich.text;

import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/**
 * The features of words that OpenNLP's default configuration of its part-of-speech tagger asks for
 * (Ratnaparkhi 1996), as the hashes that {@link FeatureWeights} knows them by.
 *
 * <p>OpenNLP puts each together as a string, some twenty a word, only to look it up. Immutable;
 * thread-safe.
 */
final class PosFeatures {

  /** No word has more features than this. */
  static final int MOST = 20;

  private static final int LONGEST_AFFIX = 4;
  private static final long DEFAULT = FeatureHash.of("def");
  private static final long SUFFIX = FeatureHash.begin("suf=");
  private static final long PREFIX = FeatureHash.begin("pre=");
  private static final long WORD = FeatureHash.begin("w=");
  private static final long[] WORD_BEFORE = {FeatureHash.begin("p1w="), FeatureHash.begin("p2w=")};
  private static final long[] WORD_AFTER = {FeatureHash.begin("n1w="), FeatureHash.begin("n2w=")};
  private static final long[] START_BEFORE = {
    FeatureHash.of("S=begin"), FeatureHash.of("p1S=begin"), FeatureHash.of("p2S=begin")
  };
  private static final long CLASS = FeatureHash.begin("wc=");
  private static final long WORD_AND_CLASS = FeatureHash.begin("w&c=");
  private static final long TAG = FeatureHash.begin("t=");
  private static final long TAGS = FeatureHash.begin("t2=");

  private final String[] words;
  private final String[] lower;

  /** Prepares to read the features of a sentence's words. */
  PosFeatures(String[] words) {
    this.words = words;
    lower = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      lower[i] = StringUtil.toLowerCase(words[i]);
    }
  }

  /**
   * Writes the features of a word.
   *
   * @param i which word
   * @param tags those of the words before it
   * @param out at least {@link #MOST} long
   * @return how many were written
   */
  int of(int i, String[] tags, long[] out) {
    int n = 0;
    out[n++] = DEFAULT;
    n = affixes(words[i], out, n);
    out[n++] = FeatureHash.end(FeatureHash.add(WORD, lower[i]));
    for (int away = 1; away <= WORD_BEFORE.length && i - away >= 0; away++) {
      out[n++] = FeatureHash.end(FeatureHash.add(WORD_BEFORE[away - 1], lower[i - away]));
    }
    for (int away = 1; away <= WORD_AFTER.length && i + away < words.length; away++) {
      out[n++] = FeatureHash.end(FeatureHash.add(WORD_AFTER[away - 1], lower[i + away]));
    }
    if (i < START_BEFORE.length) {
      out[n++] = START_BEFORE[i];
    }
    String wordClass = FeatureGeneratorUtil.tokenFeature(words[i]);
    out[n++] = FeatureHash.end(FeatureHash.add(CLASS, wordClass));
    long both = FeatureHash.add(FeatureHash.add(WORD_AND_CLASS, lower[i]), ',');
    out[n++] = FeatureHash.end(FeatureHash.add(both, wordClass));
    if (i >= 1) {
      out[n++] = FeatureHash.end(FeatureHash.add(TAG, tags[i - 1]));
    }
    if (i >= 2) {
      long two = FeatureHash.add(FeatureHash.add(TAGS, tags[i - 2]), ',');
      out[n++] = FeatureHash.end(FeatureHash.add(two, tags[i - 1]));
    }
    return n;
  }

  private static int affixes(String word, long[] out, int count) {
    int n = count;
    int longest = Math.min(LONGEST_AFFIX, word.length());
    for (int length = 1; length <= longest; length++) {
      long suffix = SUFFIX;
      for (int at = word.length() - length; at < word.length(); at++) {
        suffix = FeatureHash.add(suffix, word.charAt(at));
      }
      out[n++] = FeatureHash.end(suffix);
    }
    long prefix = PREFIX;
    for (int length = 1; length <= longest; length++) {
      prefix = FeatureHash.add(prefix, word.charAt(length - 1));
      out[n++] = FeatureHash.end(prefix);
    }
    return n;
  }
}
