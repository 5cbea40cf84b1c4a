package dev.dateline.ledger;

import dev.dateline.ledger.match.Claimants;
import java.util.Arrays;

/**
 * A text as copies are told by: pairs of neighbouring words, spellings of names folded.
 *
 * <p>Immutable and thread-safe. The measure is Dice's over word pairs.
 */
final class Wording {

  private static final int SHORTEST_TO_COPY = 4;

  private final int[] pairs;
  private final int words;

  private Wording(int[] pairs, int words) {
    this.pairs = pairs;
    this.words = words;
  }

  /** Reads a text that {@link NormalisedContent} has folded. */
  static Wording of(String normalised) {
    String[] words = normalised.split(" ", -1);
    int[] pairs = new int[words.length];
    String before = "";
    for (int i = 0; i < words.length; i++) {
      String word = Claimants.skeleton(words[i]);
      pairs[i] = 31 * before.hashCode() + word.hashCode();
      before = word;
    }
    Arrays.sort(pairs);
    return new Wording(pairs, words.length);
  }

  /** From 0, nothing alike, to 1, the same; of a few words only all the same counts. */
  double likeness(Wording other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < pairs.length && j < other.pairs.length) {
      if (pairs[i] == other.pairs[j]) {
        shared++;
        i++;
        j++;
      } else if (pairs[i] < other.pairs[j]) {
        i++;
      } else {
        j++;
      }
    }
    double likeness = 2.0 * shared / (pairs.length + other.pairs.length);
    boolean few = Math.min(words, other.words) < SHORTEST_TO_COPY;
    return few && likeness < 1 ? 0 : likeness;
  }
}
