package dev.dateline.enrich.places;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Phrases that open with a place's name and are no place: "New York Times", "Hong Kong flu". The
 * table is {@code fixed-phrases.txt}. Immutable and thread-safe.
 */
final class FixedPhrases {

  private final Set<Long> phrases = new HashSet<>();
  private final Map<Long, Integer> longestByFirstWord = new HashMap<>();

  FixedPhrases() {
    for (String phrase : Table.lines("fixed-phrases.txt")) {
      WordScan words = WordScan.of(phrase);
      phrases.add(NameKey.of(words, 0, words.count()));
      longestByFirstWord.merge(words.key(0), words.count(), Math::max);
    }
  }

  /** Returns how many words the longest phrase has that starts with this word; 0 for none. */
  int wordsAt(WordScan words, int first) {
    Integer longest = longestByFirstWord.get(words.key(first));
    if (longest == null) {
      return 0;
    }
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
