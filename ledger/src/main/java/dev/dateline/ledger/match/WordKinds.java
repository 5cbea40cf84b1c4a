package dev.dateline.ledger.match;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Parts of speech of a content's words as the matcher splits it, a letter each, so that a claim
 * that was tagged once is not tagged again. Stateless.
 */
public final class WordKinds {
  private static final char NONE = '-';
  private static final Map<String, Character> LETTERS =
      Map.of("NOUN", 'N', "PROPN", 'P', "VERB", 'V', "ADJ", 'A', "ADV", 'D');

  private WordKinds() {}

  /**
   * Reads them from tags given with the content.
   *
   * @param content what is claimed
   * @param tags by the index in the content of the word's first character, its part of speech by
   *     Universal Dependencies
   * @return a letter for each word; empty where there are no tags
   */
  public static String of(String content, NavigableMap<Integer, String> tags) {
    if (tags.isEmpty()) {
      return "";
    }
    List<Words.Word> words = Words.split(content);
    StringBuilder kinds = new StringBuilder(words.size());
    for (Words.Word word : words) {
      Map.Entry<Integer, String> tag = tags.floorEntry(word.start());
      kinds.append(tag == null ? NONE : letter(tag.getValue()));
    }
    return kinds.toString();
  }

  /** Writes tags, one for each word. */
  static String of(String[] tags) {
    StringBuilder kinds = new StringBuilder(tags.length);
    for (String tag : tags) {
      kinds.append(letter(tag));
    }
    return kinds.toString();
  }

  private static char letter(String tag) {
    return LETTERS.getOrDefault(tag, NONE);
  }
}
