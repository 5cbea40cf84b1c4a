package dev.dateline.enrich.names.tagger;

import java.util.List;

/**
 * What the features need to know of every token of one document, in flat arrays.
 *
 * <p>Filled once, then read; not shared between threads while it is filled.
 */
final class TokenTable {

  final int size;
  final int[] sentenceStarts;
  final int[] exact;
  final int[] lower;
  final int[] shape;
  final int[] pattern;
  final int[] letterCase;
  final int[] clusters;
  final int[] marks;
  final int[] partOfSpeech;
  final int[] elsewhere;
  final String[] words;

  TokenTable(
      List<String[]> sentences, List<String[]> tags, WordClusters clusterTable, NameLists lists) {
    int count = 0;
    sentenceStarts = new int[sentences.size() + 1];
    for (int s = 0; s < sentences.size(); s++) {
      sentenceStarts[s] = count;
      count += sentences.get(s).length;
    }
    sentenceStarts[sentences.size()] = count;
    size = count;
    words = new String[size];
    exact = new int[size];
    lower = new int[size];
    shape = new int[size];
    pattern = new int[size];
    letterCase = new int[size];
    clusters = new int[size];
    marks = new int[size];
    partOfSpeech = new int[size];
    elsewhere = new int[size];
    for (int s = 0; s < sentences.size(); s++) {
      String[] sentence = sentences.get(s);
      for (int i = 0; i < sentence.length; i++) {
        fill(sentenceStarts[s] + i, sentence[i], clusterTable);
        partOfSpeech[sentenceStarts[s] + i] = Hashing.lowerCase(tags.get(s)[i]);
      }
      lists.mark(lower, sentenceStarts[s], sentenceStarts[s + 1], marks);
    }
    lookElsewhere();
  }

  private void fill(int i, String word, WordClusters clusterTable) {
    words[i] = word;
    int hash = 0x811c9dc5;
    for (int c = 0; c < word.length(); c++) {
      hash = Hashing.add(hash, word.charAt(c));
    }
    exact[i] = Hashing.spread(hash);
    lower[i] = Hashing.lowerCase(word);
    shape[i] = WordShape.pattern(word, 1);
    pattern[i] = WordShape.pattern(word, 4);
    letterCase[i] = WordShape.caseOf(word);
    clusters[i] = clusterTable.packed(lower[i]);
  }

  /** Notes for every word how the document writes it where its case is free (Chieu and Ng 2003). */
  private void lookElsewhere() {
    IntTable seen = new IntTable(Math.max(16, size / 2));
    for (int s = 0; s + 1 < sentenceStarts.length; s++) {
      int start = sentenceStarts[s];
      for (int i = start; i < sentenceStarts[s + 1]; i++) {
        int kind = letterCase[i];
        if (kind == WordShape.SMALL) {
          seen.or(lower[i], 1);
        } else if (i > start && kind != WordShape.NO_LETTERS) {
          seen.or(lower[i], 2);
        }
      }
    }
    for (int i = 0; i < size; i++) {
      elsewhere[i] = letterCase[i] == WordShape.NO_LETTERS ? 0 : seen.get(lower[i], 0);
    }
  }
}
