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

  /** The next state by state and character. */
  private final int[][] next;

  private final boolean[] found;
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
    this.next = states.toArray(int[][]::new);
    this.found = new boolean[next.length];
    for (int state = 0; state < found.length; state++) {
      found[state] = ends.get(state);
    }
    linkFailures();
  }

  private static int grow(List<int[]> states, List<Boolean> ends) {
    states.add(new int[CHARACTERS]);
    ends.add(false);
    return states.size() - 1;
  }

  /** Lets each state go on from the longest end of it that begins another word. */
  private void linkFailures() {
    int[] failure = new int[next.length];
    Deque<Integer> open = new ArrayDeque<>();
    Arrays.stream(next[0]).filter(state -> state != 0).forEach(open::add);
    while (!open.isEmpty()) {
      int state = open.remove();
      found[state] |= found[failure[state]];
      for (int c = 0; c < CHARACTERS; c++) {
        int after = next[failure[state]][c];
        if (next[state][c] == 0) {
          next[state][c] = after;
        } else {
          failure[next[state][c]] = after;
          open.add(next[state][c]);
        }
      }
    }
  }

  /** Tells whether one of the words stands anywhere in the text. */
  boolean isIn(String text) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = c < CHARACTERS ? next[state][c] : 0;
      if (found[state]) {
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
