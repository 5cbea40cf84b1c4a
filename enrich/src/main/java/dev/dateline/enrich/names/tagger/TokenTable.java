package dev.dateline.enrich.names.tagger;

import java.util.List;
import java.util.Locale;

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

  /** What {@link WordGroups} knows of a token, packed. */
  final int[] groups;

  final int[] elsewhere;

  /** First token of the run of capitalised words a token stands in; itself outside of any. */
  final int[] runStart;

  /** One past the last token of that run; the token itself outside of any. */
  final int[] runEnd;

  /** Another place of the document with the same capitalised word; -1 where there is none. */
  final int[] twin;

  /**
   * Bits: 1 the sentence tells nothing by its capitals, 2 the token abbreviates words before it, 4
   * it is one of the words so abbreviated.
   */
  final int[] flags;

  final String[] words;
  final WordGroups groupTable;

  TokenTable(
      List<String[]> sentences, WordClusters clusterTable, WordGroups groupTable, NameLists lists) {
    this.groupTable = groupTable;
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
    groups = new int[size];
    elsewhere = new int[size];
    runStart = new int[size];
    runEnd = new int[size];
    twin = new int[size];
    flags = new int[size];
    for (int s = 0; s < sentences.size(); s++) {
      String[] sentence = sentences.get(s);
      for (int i = 0; i < sentence.length; i++) {
        int token = sentenceStarts[s] + i;
        fill(token, sentence[i]);
        clusters[token] = clusterTable.packed(lower[token]);
        boolean capitals = letterCase[token] > WordShape.SMALL;
        groups[token] = groupTable.packed(capitals ? exact[token] : 0, lower[token]);
      }
      int from = sentenceStarts[s];
      int to = sentenceStarts[s + 1];
      setCaseless(from, to);
      findRuns(from, to);
      lists.mark(lower, from, to, marks);
    }
    lookElsewhere();
    findTwins();
  }

  private void fill(int i, String word) {
    words[i] = word;
    exact[i] = Hashing.exact(word);
    lower[i] = Hashing.lowerCase(word);
    shape[i] = WordShape.pattern(word, 1);
    pattern[i] = WordShape.pattern(word, 4);
    letterCase[i] = WordShape.caseOf(word);
  }

  /** Headlines in capitals and notes without any say nothing by case: both are read as small. */
  private void setCaseless(int from, int to) {
    int capital = 0;
    int small = 0;
    for (int i = from; i < to; i++) {
      int kind = letterCase[i];
      if (kind == WordShape.ALL_CAPITALS) {
        capital++;
      } else if (kind != WordShape.NO_LETTERS && kind != WordShape.INITIAL) {
        small++;
        capital -= kind == WordShape.SMALL ? 0 : to;
      }
    }
    boolean shouted = capital >= 3 && capital > 3 * small;
    boolean whispered = capital == 0;
    if (!shouted && !whispered) {
      return;
    }
    for (int i = from; i < to; i++) {
      flags[i] |= 1;
      if (shouted && letterCase[i] != WordShape.NO_LETTERS) {
        fill(i, words[i].toLowerCase(Locale.ROOT));
      }
    }
  }

  private void findRuns(int from, int to) {
    int i = from;
    while (i < to) {
      runStart[i] = i;
      runEnd[i] = i;
      int end = i;
      while (end < to && letterCase[end] > WordShape.SMALL) {
        end++;
        if (end + 1 < to && joins(words[end]) && letterCase[end + 1] > WordShape.SMALL) {
          end++;
        }
      }
      for (int k = i; k < end; k++) {
        runStart[k] = i;
        runEnd[k] = end;
      }
      if (end > i) {
        abbreviation(i, from);
      }
      i = Math.max(end, i + 1);
    }
  }

  private static boolean joins(String word) {
    return switch (word) {
      case "of", "the", "for", "de", "-", "&", "'s", "’s", "la", "del", "di", "da", "du", "and" ->
          true;
      default -> false;
    };
  }

  /** Marks "FSB" in "the Federal Security Service (FSB)". */
  private void abbreviation(int i, int from) {
    String letters = words[i];
    if (i - 2 < from || !"(".equals(words[i - 1]) || letters.length() < 2) {
      return;
    }
    if (letterCase[i] != WordShape.ALL_CAPITALS && letterCase[i] != WordShape.MIXED) {
      return;
    }
    int rest = letters.length() - 1;
    int earliest = Math.max(from, i - 2 - 2 * letters.length());
    for (int k = i - 2; k >= earliest && rest >= 0; k--) {
      char initial = words[k].charAt(0);
      if (Character.toUpperCase(initial) == letters.charAt(rest)) {
        rest--;
        if (rest < 0) {
          flags[i] |= 2;
          for (int t = k; t < i - 1; t++) {
            flags[t] |= 4;
          }
        }
      }
    }
  }

  /** Links every capitalised word to another place of the document that has it. */
  private void findTwins() {
    IntTable last = new IntTable(Math.max(16, size / 2));
    IntTable first = new IntTable(Math.max(16, size / 2));
    for (int i = 0; i < size; i++) {
      twin[i] = -1;
      if (letterCase[i] > WordShape.INITIAL || (flags[i] & 1) != 0) {
        int before = last.get(lower[i], -1);
        if (before >= 0) {
          twin[i] = before;
        } else {
          first.put(lower[i], i);
        }
        last.put(lower[i], i);
      }
    }
    for (int i = 0; i < size; i++) {
      if (twin[i] >= 0) {
        int start = first.get(lower[i], i);
        if (twin[start] < 0) {
          twin[start] = i;
        }
      }
    }
  }

  /** Notes for every word how the document writes it where its case is free (Chieu and Ng 2003). */
  private void lookElsewhere() {
    IntTable seen = new IntTable(Math.max(16, size / 2));
    for (int s = 0; s + 1 < sentenceStarts.length; s++) {
      int start = sentenceStarts[s];
      for (int i = start; i < sentenceStarts[s + 1]; i++) {
        int kind = letterCase[i];
        if ((flags[i] & 1) != 0) {
          continue;
        }
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
