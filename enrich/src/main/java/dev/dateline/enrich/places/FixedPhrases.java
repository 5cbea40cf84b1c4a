package dev.dateline.enrich.places;

import java.util.HashSet;
import java.util.Set;

/**
 * Phrases that open with a place's name and are no place: "New York Times", "Hong Kong flu". The
 * table is {@code fixed-phrases.txt}. Immutable and thread-safe.
 */
final class FixedPhrases {

  private final Set<Long> phrases = new HashSet<>();
  private final byte[] longestByFirstWord = new byte[1 << GazetteerFile.FIRST_WORD_BITS];

  FixedPhrases() {
    for (String phrase : Table.lines("fixed-phrases.txt")) {
      WordScan words = WordScan.of(phrase);
      phrases.add(NameKey.of(words, 0, words.count()));
      int slot = Gazetteer.firstWordSlot(words.key(0));
      longestByFirstWord[slot] = (byte) Math.max(longestByFirstWord[slot], words.count());
    }
  }

  /** Returns how many words the longest phrase has that starts with this word; 0 for none. */
  int wordsAt(WordScan words, int first) {
    int longest = longestByFirstWord[Gazetteer.firstWordSlot(words.key(first))];
    int found = 0;
    long key = NameKey.EMPTY;
    for (int count = 1; count <= longest && first + count <= words.count(); count++) {
      if (count > 1 && words.gapBefore(first + count - 1) > WordScan.GAP_HYPHEN) {
        break;
      }
      key = NameKey.join(key, words.key(first + count - 1));
      if (phrases.contains(key)) {
        found = count;
      }
    }
    return found;
  }
}
