package dev.dateline.ingest.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds whether any of many words stands in a text, in one pass over it.
 *
 * <p>Source of the method: Aho and Corasick, "Efficient string matching" (1975). Thread-safe.
 */
final class WordFinder {

  private static final int CHARACTERS = 128;

  /** A state that ends a word; the search is over there. */
  private static final int FOUND = -1;

  /** Where the next state's row begins, by this one's row and character. */
  private final int[] next;

  private final List<String> words;

  /**
   * Makes one.
   *
   * @param words of ASCII characters, none empty
   */
  WordFinder(List<String> words) {
    this.words = List.copyOf(words);
    List<int[]> states = new ArrayList<>();
    List<Boolean> ends = new ArrayList<>();
    grow(states, ends);
    for (String word : words) {
      int state = 0;
      for (int i = 0; i < word.length(); i++) {
        if (states.get(state)[word.charAt(i)] == 0) {
          states.get(state)[word.charAt(i)] = grow(states, ends);
        }
        state = states.get(state)[word.charAt(i)];
      }
      ends.set(state, true);
    }
    linkFailures(states, ends);
    this.next =
        states.stream()
            .flatMapToInt(Arrays::stream)
            .map(state -> ends.get(state) ? FOUND : state * CHARACTERS)
            .toArray();
  }

  private static int grow(List<int[]> states, List<Boolean> ends) {
    states.add(new int[CHARACTERS]);
    ends.add(false);
    return states.size() - 1;
  }

  /** Lets each state go on from the longest end of it that begins another word. */
  private static void linkFailures(List<int[]> next, List<Boolean> ends) {
    int[] failure = new int[next.size()];
    Deque<Integer> open = new ArrayDeque<>();
    Arrays.stream(next.get(0)).filter(state -> state != 0).forEach(open::add);
    while (!open.isEmpty()) {
      int state = open.remove();
      ends.set(state, ends.get(state) || ends.get(failure[state]));
      for (int c = 0; c < CHARACTERS; c++) {
        int after = next.get(failure[state])[c];
        if (next.get(state)[c] == 0) {
          next.get(state)[c] = after;
        } else {
          failure[next.get(state)[c]] = after;
          open.add(next.get(state)[c]);
        }
      }
    }
  }

  /** Tells whether one of the words stands anywhere in the text. */
  boolean isIn(String text) {
    int row = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      row = c < CHARACTERS ? next[row + c] : 0;
      if (row == FOUND) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the text opens with one of the words. */
  boolean opens(String text) {
    return words.stream().anyMatch(text::startsWith);
  }
}
