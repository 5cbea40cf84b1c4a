package dev.dateline.enrich.names.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts exact spans of PER, ORG and LOC over documents: precision, recall and F1 by type and
 * together, and the errors behind them.
 *
 * <p>A span predicted or expected twice counts once; other labels are left out. Not thread-safe.
 */
public final class NameScore {

  private static final List<String> LABELS = List.of("PER", "ORG", "LOC");
  private static final int CONTEXT = 30;

  private final Map<String, Figures> byLabel = new LinkedHashMap<>();
  private final List<String> errors = new ArrayList<>();

  /**
   * What was counted for one label.
   *
   * @param right spans both expected and predicted
   * @param predicted spans predicted
   * @param gold spans expected
   */
  public record Figures(int right, int predicted, int gold) {

    /** Returns the share of the predicted that is right, in per cent. */
    public double precision() {
      return predicted == 0 ? 0 : 100.0 * right / predicted;
    }

    /** Returns the share of the expected that was found, in per cent. */
    public double recall() {
      return gold == 0 ? 0 : 100.0 * right / gold;
    }

    /** Returns the harmonic mean of the two, in per cent. */
    public double f1() {
      double sum = precision() + recall();
      return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    Figures plus(Figures other) {
      return new Figures(right + other.right, predicted + other.predicted, gold + other.gold);
    }
  }

  /** Makes a score that has counted nothing. */
  public NameScore() {
    LABELS.forEach(label -> byLabel.put(label, new Figures(0, 0, 0)));
  }

  /**
   * Counts one document.
   *
   * @param id named in the errors
   * @param text the text both point into, in code points
   */
  public void add(String id, String text, List<ScoredName> gold, List<ScoredName> predicted) {
    for (String label : LABELS) {
      Set<ScoredName> expected = of(gold, label);
      Set<ScoredName> found = of(predicted, label);
      Set<ScoredName> right = of(gold, label);
      right.retainAll(found);
      byLabel.merge(label, new Figures(right.size(), found.size(), expected.size()), Figures::plus);
      expected.removeAll(right);
      found.removeAll(right);
      expected.forEach(name -> errors.add(error("missed", id, text, name)));
      found.forEach(name -> errors.add(error("wrong", id, text, name)));
    }
  }

  private static Set<ScoredName> of(List<ScoredName> names, String label) {
    Set<ScoredName> own =
        new TreeSet<>(
            java.util.Comparator.comparingInt(ScoredName::start).thenComparingInt(ScoredName::end));
    names.stream().filter(name -> name.label().equals(label)).forEach(own::add);
    return own;
  }

  private static String error(String kind, String id, String text, ScoredName name) {
    int[] points = text.codePoints().toArray();
    int from = Math.max(0, name.start() - CONTEXT);
    int to = Math.min(points.length, name.end() + CONTEXT);
    String before = new String(points, from, name.start() - from);
    String surface = new String(points, name.start(), name.end() - name.start());
    String after = new String(points, name.end(), to - name.end());
    return "%s\t%s\t%s\t%s[%s]%s"
        .formatted(kind, name.label(), id, before, surface, after)
        .replace('\n', ' ');
  }

  /** Returns the figures of one label: PER, ORG or LOC. */
  public Figures of(String label) {
    Figures figures = byLabel.get(label);
    if (figures == null) {
      throw new IllegalArgumentException("not one of " + LABELS + ": \"" + label + "\"");
    }
    return figures;
  }

  /** Returns the figures of all labels together. */
  public Figures all() {
    return byLabel.values().stream().reduce(new Figures(0, 0, 0), Figures::plus);
  }

  /** Returns a line an error: kind, label, document and context, parted by tabs. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** Returns the figures as a table for people. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        "%-6s %9s %9s %9s %7s %9s%n"
            .formatted("", "precision", "recall", "F1", "gold", "predicted"));
    row(table, "all", all());
    byLabel.forEach((label, figures) -> row(table, label, figures));
    return table.toString();
  }

  private static void row(StringBuilder table, String name, Figures figures) {
    table.append(
        String.format(
            Locale.ROOT,
            "%-6s %9.1f %9.1f %9.1f %7d %9d%n",
            name,
            figures.precision(),
            figures.recall(),
            figures.f1(),
            figures.gold(),
            figures.predicted()));
  }
}
