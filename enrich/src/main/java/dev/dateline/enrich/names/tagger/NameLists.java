package dev.dateline.enrich.names.tagger;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * Lists of known names (countries, towns, given names, parties, …), kept as hashes of their
 * lower-case words.
 *
 * <p>A list is evidence for the tagger, never a decision. Thread-safe once made.
 */
public final class NameLists {

  /** The lists, by the names used in the first column of a list file. */
  public static final List<String> KINDS =
      List.of(
          "country",
          "region",
          "city",
          "town",
          "given",
          "surname",
          "organisation",
          "organisation-word");

  private static final int LONGEST = 7;
  private static final int GOES_ON = 1 << 30;

  private final IntTable phrases;

  private NameLists(IntTable phrases) {
    this.phrases = phrases;
  }

  /** Returns lists without any name. */
  public static NameLists none() {
    return new NameLists(new IntTable(1));
  }

  /** Gathers names for lists. Not thread-safe. */
  public static final class Builder {
    private final IntTable phrases = new IntTable(1 << 16);

    /**
     * Adds a name.
     *
     * @param kind one of {@link #KINDS}
     * @throws IllegalArgumentException if it is not
     */
    public void add(String kind, String name) {
      int bit = KINDS.indexOf(kind);
      if (bit < 0) {
        throw new IllegalArgumentException("not one of " + KINDS + ": \"" + kind + "\"");
      }
      // Tokenizers part hyphens and commas differently, so a list splits at both.
      String[] words = name.replace("-", " - ").replace(",", " , ").strip().split(" +", -1);
      if (words.length > LONGEST) {
        return;
      }
      int hash = 0;
      for (int i = 0; i < words.length; i++) {
        hash = extend(hash, Hashing.lowerCase(words[i]));
        phrases.or(hash, i == words.length - 1 ? 1 << bit : GOES_ON);
      }
    }

    /** Returns the lists; nothing may be added afterwards. */
    public NameLists build() {
      return new NameLists(phrases);
    }
  }

  /** Tells whether a token's marks say that it is, alone, a name of a list. */
  static boolean isAlone(int marks, String kind) {
    return (marks >>> (4 * KINDS.indexOf(kind)) & 8) != 0;
  }

  /** Tells whether some tokens together are one name of a list. */
  static boolean isWhole(int[] marks, int first, int end, String kind) {
    int shift = 4 * KINDS.indexOf(kind);
    if (end - first == 1) {
      return isAlone(marks[first], kind);
    }
    for (int i = first + 1; i < end - 1; i++) {
      if ((marks[i] >>> shift & 2) == 0) {
        return false;
      }
    }
    return (marks[first] >>> shift & 1) != 0 && (marks[end - 1] >>> shift & 4) != 0;
  }

  private static int extend(int hash, int word) {
    return Hashing.spread(Hashing.pair(hash, word));
  }

  /**
   * Marks every token that a listed name covers: for list k, bits 4k to 4k+3 say that a name
   * begins, goes on, ends, or is this token alone.
   *
   * @param words hashes of the lower-case words of one sentence
   * @param from first token of the sentence
   * @param to one past the last
   * @param marks where to set the bits, by token
   */
  void mark(int[] words, int from, int to, int[] marks) {
    for (int start = from; start < to; start++) {
      int hash = 0;
      int bits = GOES_ON;
      int end = Math.min(to, start + LONGEST);
      int longest = 0;
      for (int i = start; i < end && (bits & GOES_ON) != 0; i++) {
        hash = extend(hash, words[i]);
        bits = phrases.get(hash, 0);
        int kinds = bits & ~GOES_ON;
        if (kinds != 0) {
          longest = i + 1 - start;
          cover(marks, start, i, kinds);
        }
      }
      if (longest > 1) {
        // A name inside a longer one says little ("York" in "New York").
        start += longest - 1;
      }
    }
  }

  private static void cover(int[] marks, int first, int last, int kinds) {
    for (int rest = kinds; rest != 0; rest &= rest - 1) {
      int shift = 4 * Integer.numberOfTrailingZeros(rest);
      if (first == last) {
        marks[first] |= 8 << shift;
        continue;
      }
      marks[first] |= 1 << shift;
      for (int i = first + 1; i < last; i++) {
        marks[i] |= 2 << shift;
      }
      marks[last] |= 4 << shift;
    }
  }

  void write(DataOutput out) throws IOException {
    int[] keys = phrases.sortedKeys();
    out.writeInt(keys.length);
    for (int key : keys) {
      out.writeInt(key);
    }
    for (int key : keys) {
      out.writeInt(phrases.get(key, 0));
    }
  }

  static NameLists read(DataInput in) throws IOException {
    int[] keys = new int[in.readInt()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = in.readInt();
    }
    IntTable phrases = new IntTable(keys.length);
    for (int key : keys) {
      phrases.put(key, in.readInt());
    }
    return new NameLists(phrases);
  }
}
