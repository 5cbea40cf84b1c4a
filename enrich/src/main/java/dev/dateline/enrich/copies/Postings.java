package dev.dateline.enrich.copies;

import java.util.function.IntConsumer;

/**
 * Which numbered texts have a hash: a multimap of two ints in one array, by linear probing. Not
 * thread-safe.
 */
final class Postings {

  private static final long EMPTY = 0;
  private static final int START = 1 << 12;

  /** A hash that more texts have tells nothing: what an outlet writes below every article. */
  private static final int MOST_OF_ONE = 200;

  /** The hash in the upper half of each, the number, which is not 0, in the lower. */
  private long[] table = new long[START];

  private int size;

  /** Adds that the text has the hash; does nothing where too many have it. */
  void add(int hash, int text) {
    if ((size + 1) * 5L > table.length * 3L) {
      grow();
    }
    int same = 0;
    int place = place(hash);
    while (table[place] != EMPTY) {
      same += hashOf(table[place]) == hash ? 1 : 0;
      if (same == MOST_OF_ONE) {
        return;
      }
      place = next(place);
    }
    table[place] = entry(hash, text);
    size++;
  }

  /** Tells every text that has the hash. */
  void each(int hash, IntConsumer texts) {
    for (int place = place(hash); table[place] != EMPTY; place = next(place)) {
      if (hashOf(table[place]) == hash) {
        texts.accept((int) table[place]);
      }
    }
  }

  /** Takes out that the text has the hash, if it is there. */
  void remove(int hash, int text) {
    long wanted = entry(hash, text);
    int place = place(hash);
    while (table[place] != wanted) {
      if (table[place] == EMPTY) {
        return;
      }
      place = next(place);
    }
    size--;
    close(place);
  }

  /** Moves entries back into the gap, so that no search ends before its entry. */
  private void close(int start) {
    int gap = start;
    table[gap] = EMPTY;
    for (int place = next(gap); table[place] != EMPTY; place = next(place)) {
      int home = place(hashOf(table[place]));
      boolean reachable = gap <= place ? gap < home && home <= place : gap < home || home <= place;
      if (!reachable) {
        table[gap] = table[place];
        table[place] = EMPTY;
        gap = place;
      }
    }
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    for (long entry : old) {
      if (entry != EMPTY) {
        int place = place(hashOf(entry));
        while (table[place] != EMPTY) {
          place = next(place);
        }
        table[place] = entry;
      }
    }
  }

  private int place(int hash) {
    // The hashes that are kept are small ones: their upper bits say little.
    return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(table.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (table.length - 1);
  }

  private static long entry(int hash, int text) {
    return ((long) hash << Integer.SIZE) | (text & 0xFFFFFFFFL);
  }

  private static int hashOf(long entry) {
    return (int) (entry >>> Integer.SIZE);
  }
}
