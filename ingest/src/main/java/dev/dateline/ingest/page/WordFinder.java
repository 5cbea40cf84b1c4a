package dev.dateline.ingest.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds whether any of many words stands in a text, in one pass over it, in whatever case and with
 * any white space for a space.
 *
 * <p>Source of the method: Aho and Corasick, "Efficient string matching" (1975). Thread-safe.
 */
final class WordFinder {

  private static final int CHARACTERS = 128;

  /** Where a search begins. */
  static final int START = 0;

  /** Where a search is over, for it has come to the end of a word. */
  static final int FOUND = -1;

  /** Where the next state's row begins, by this one's row and character. */
  private final int[] next;

  private final List<String> words;

  /**
   * Makes one.
   *
   * @param words of ASCII characters in lower case, none empty
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
    foldCharacters(states);
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

  /** Lets all that is read as another character go on as that one does. */
  private static void foldCharacters(List<int[]> next) {
    for (int[] state : next) {
      for (char c = 'A'; c <= 'Z'; c++) {
        state[c] = state[c + 'a' - 'A'];
      }
      for (char c : new char[] {'\t', '\n', '\f', '\r'}) {
        state[c] = state[' '];
      }
    }
  }

  /** Tells whether one of the words stands anywhere in the text. */
  boolean isIn(String text) {
    return next(START, text) == FOUND;
  }

  /**
   * Goes on with a search.
   *
   * @param place where it has come to, with the texts before
   */
  int next(int place, String text) {
    int row = place;
    for (int i = 0; i < text.length() && row != FOUND; i++) {
      char c = text.charAt(i);
      row = c < CHARACTERS ? next[row + c] : START;
    }
    return row;
  }

  /** Tells whether the text, which is in lower case, opens with one of the words as written. */
  boolean opens(String text) {
    return words.stream().anyMatch(text::startsWith);
  }
}
