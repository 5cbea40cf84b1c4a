package dev.dateline.app.score;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What must be in a topic exactly once each, held against what is there. Immutable.
 *
 * @param what what is counted, for people
 * @param expected how many there must be
 * @param found how many there are
 * @param missing how many of the expected are not there
 * @param doubled how many are there more than once
 * @param surplus how many nobody expects
 */
public record Tally(String what, int expected, int found, int missing, int doubled, int surplus) {

  /** The head of a table of {@link #row}s. */
  public static final String HEAD =
      String.format(
          Locale.ROOT,
          "%-30s %9s %9s %8s %8s %8s",
          "",
          "expected",
          "found",
          "missing",
          "doubled",
          "surplus");

  /** Holds ids that must each be there once against those found. */
  public static Tally of(String what, Collection<String> expected, List<String> found) {
    Map<String, Integer> counts = new HashMap<>();
    found.forEach(id -> counts.merge(id, 1, Integer::sum));
    Map<String, Integer> wanted = new HashMap<>();
    expected.forEach(id -> wanted.putIfAbsent(id, 1));
    int missing = 0;
    for (String id : wanted.keySet()) {
      missing += counts.containsKey(id) ? 0 : 1;
    }
    int doubled = 0;
    int surplus = 0;
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      doubled += count.getValue() > 1 ? 1 : 0;
      surplus += wanted.containsKey(count.getKey()) ? 0 : 1;
    }
    return new Tally(what, wanted.size(), found.size(), missing, doubled, surplus);
  }

  /** Tells whether each is there exactly once, and nothing else. */
  public boolean isExact() {
    return missing == 0 && doubled == 0 && surplus == 0 && expected == found;
  }

  /** Returns it as a row of a table of 80 columns. */
  public String row() {
    return String.format(
        Locale.ROOT,
        "%-30s %,9d %,9d %,8d %,8d %,8d",
        what,
        expected,
        found,
        missing,
        doubled,
        surplus);
  }
}
