package dev.dateline.enrich.names.tagger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a first pass over a document made of each surface, for a second pass to hold to (the
 * two-stage approach of Krishnan and Manning 2006, with votes in place of a second model).
 *
 * <p>A surface that is mostly a place in an article is a place everywhere in it, unless its
 * neighbourhood there says otherwise loudly. Not thread-safe.
 */
final class DocumentVotes {

  private static final NameType[] KINDS = NameType.values();
  private static final int TYPES = KINDS.length;
  private static final int LONGEST = 5;
  private static final int GOES_ON = 1;

  private final float sameSurface;
  private final float sameWord;
  private final IntTable rows = new IntTable(256);
  private final IntTable prefixes = new IntTable(256);
  private final List<float[]> votes = new ArrayList<>();

  /**
   * Makes an empty box.
   *
   * @param sameSurface what full agreement on a surface adds to the score of a type
   * @param sameWord what it adds where a person's surface is only part of a longer name
   */
  DocumentVotes(float sameSurface, float sameWord) {
    this.sameSurface = sameSurface;
    this.sameWord = sameWord;
  }

  /** Votes are cast by the names of a first pass. */
  void cast(TokenTable table, List<NameTagger.TokenSpan> names) {
    for (NameTagger.TokenSpan name : names) {
      int length = name.end() - name.first();
      if (length <= LONGEST) {
        int hash = 0;
        for (int i = name.first(); i < name.end(); i++) {
          hash = extend(hash, table.lower[i]);
          prefixes.or(hash, GOES_ON);
        }
        add(hash, name.type(), 1f);
      }
      if (name.type() == NameType.PER && length > 1) {
        addWord(table.lower[name.end() - 1]);
        addWord(table.lower[name.first()]);
      }
    }
  }

  private void addWord(int word) {
    int hash = extend(0, word);
    prefixes.or(hash, GOES_ON);
    add(hash, NameType.PER, sameWord / sameSurface);
  }

  private void add(int hash, NameType type, float vote) {
    int row = rows.get(hash, -1);
    if (row < 0) {
      row = votes.size();
      rows.put(hash, row);
      votes.add(new float[TYPES]);
    }
    votes.get(row)[type.code()] += vote;
  }

  /**
   * Adds to the scores of one sentence what the rest of the document says.
   *
   * @param labels the first pass's labels
   * @return whether anything was added
   */
  boolean apply(TokenTable table, int from, int to, int[] labels, float[] scores) {
    boolean changed = false;
    int i = from;
    while (i < to) {
      int end = capital(table, i) ? longestKnown(table, i, to) : i;
      if (end > i) {
        changed |= add(table, i, end, labels, scores);
        i = end;
      } else {
        i++;
      }
    }
    return changed;
  }

  private static boolean capital(TokenTable table, int i) {
    return table.letterCase[i] > WordShape.INITIAL || (table.flags[i] & 1) != 0;
  }

  private int longestKnown(TokenTable table, int start, int to) {
    int hash = 0;
    int longest = start;
    for (int i = start; i < Math.min(to, start + LONGEST); i++) {
      hash = extend(hash, table.lower[i]);
      if (prefixes.get(hash, 0) == 0) {
        break;
      }
      if (rows.get(hash, -1) >= 0) {
        longest = i + 1;
      }
    }
    return longest;
  }

  private boolean add(TokenTable table, int first, int end, int[] labels, float[] scores) {
    int hash = 0;
    for (int i = first; i < end; i++) {
      hash = extend(hash, table.lower[i]);
    }
    float[] cast = votes.get(rows.get(hash, 0));
    float[] others = Arrays.copyOf(cast, TYPES);
    boolean own =
        Labels.begins(labels[first]) && Labels.ends(labels[end - 1]) && closed(labels, first, end);
    if (own) {
      others[Labels.type(labels[first]).code()] -= 1;
    }
    float total = 0;
    for (float vote : others) {
      total += vote;
    }
    if (total < 0.01f) {
      return false;
    }
    for (int i = first; i < end; i++) {
      for (int type = 0; type < TYPES; type++) {
        float push = sameSurface * others[type] / (total + 1f) * Math.min(2f, 1f + total / 4);
        int base = i * Labels.COUNT + 1 + 4 * type;
        if (end - first > 1) {
          // The whole surface is one name: its first word begins it and its last one ends it.
          int label = Labels.of(KINDS[type], i - first, end - first);
          scores[i * Labels.COUNT + label] += push;
        }
        for (int place = 0; place < 4; place++) {
          scores[base + place] += push;
        }
      }
    }
    return true;
  }

  private static boolean closed(int[] labels, int first, int end) {
    for (int i = first; i < end - 1; i++) {
      if (Labels.ends(labels[i])) {
        return false;
      }
    }
    return true;
  }

  private static int extend(int hash, int word) {
    return Hashing.spread(Hashing.pair(hash, word));
  }
}
