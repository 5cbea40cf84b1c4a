package dev.dateline.enrich.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.TimeExpression;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores predicted times against annotated ones.
 *
 * <p>A gold time counts when its value gives days. It is found when a predicted time overlaps it,
 * and right when the one that overlaps it most has the same first and last day. A predicted time is
 * defensible when it overlaps a gold time of any value. All positions are code points. Not
 * thread-safe.
 */
public final class TimeScorer {

  private static final Set<String> SCORED_TYPES = Set.of("DATE", "TIME");

  private int gold;
  private int found;
  private int right;
  private int predicted;
  private int defensible;
  private int badOffsets;
  private final List<String> errors = new ArrayList<>();

  /**
   * A time as people marked it.
   *
   * @param start first code point
   * @param end one past the last
   * @param value TIMEX3 value; empty when it has none
   * @param type TIMEX3 type
   */
  public record GoldTime(int start, int end, String value, String type) {

    private int overlap(TimeExpression time) {
      return Math.max(0, Math.min(end, time.getEnd()) - Math.max(start, time.getStart()));
    }
  }

  /**
   * The figures, in percent but for the counts.
   *
   * @param gold times that count
   * @param found those that a predicted time overlaps
   * @param rightOfAll those with the right days, of all
   * @param rightOfFound those with the right days, of those found
   * @param precision predicted times that overlap a gold one
   * @param predicted predicted times
   * @param badOffsets predicted times whose positions do not hold their surface
   */
  public record Figures(
      int gold,
      double found,
      double rightOfAll,
      double rightOfFound,
      double precision,
      int predicted,
      int badOffsets) {}

  /** Counts one document of a corpus and what the annotator made of it. */
  public void add(GoldDocument document, EnrichedArticle annotated) {
    List<GoldTime> times = new ArrayList<>();
    for (JsonNode time : document.gold().path("timex")) {
      times.add(
          new GoldTime(
              time.path("start").asInt(),
              time.path("end").asInt(),
              time.path("value").asText(""),
              time.path("type").asText("DATE")));
    }
    add(document.id(), document.text(), times, annotated.getTimes());
  }

  /** Counts one document. */
  public void add(String id, String text, List<GoldTime> times, List<TimeExpression> predictions) {
    int[] codePoints = text.codePoints().toArray();
    for (GoldTime time : times) {
      Optional<TimexValue> value = TimexValue.parse(time.value());
      if (SCORED_TYPES.contains(time.type()) && value.isPresent()) {
        score(id, codePoints, time, value.get(), predictions);
      }
    }
    predicted += predictions.size();
    for (TimeExpression prediction : predictions) {
      if (!prediction.getText().equals(slice(codePoints, prediction))) {
        badOffsets++;
      }
      if (times.stream().anyMatch(time -> time.overlap(prediction) > 0)) {
        defensible++;
      } else {
        errors.add(id + ": not in the gold: " + written(prediction));
      }
    }
  }

  private void score(
      String id, int[] text, GoldTime time, TimexValue value, List<TimeExpression> predictions) {
    gold++;
    String surface = new String(text, time.start(), time.end() - time.start());
    TimeExpression best = best(time, predictions);
    if (best == null) {
      errors.add(id + ": not found: \"" + surface + "\" " + time.value());
      return;
    }
    found++;
    LocalDate from = best.getFrom();
    if (from != null && from.equals(value.from()) && value.to().equals(best.getTo())) {
      right++;
    } else {
      errors.add(
          id + ": wrong days: \"" + surface + "\" " + time.value() + ", read as " + written(best));
    }
  }

  private static @Nullable TimeExpression best(GoldTime time, List<TimeExpression> predictions) {
    TimeExpression best = null;
    for (TimeExpression prediction : predictions) {
      int overlap = time.overlap(prediction);
      if (overlap > 0 && (best == null || overlap > time.overlap(best))) {
        best = prediction;
      }
    }
    return best;
  }

  private static String slice(int[] text, TimeExpression time) {
    boolean inside =
        time.getStart() >= 0 && time.getStart() <= time.getEnd() && time.getEnd() <= text.length;
    return inside ? new String(text, time.getStart(), time.getEnd() - time.getStart()) : "";
  }

  private static String written(TimeExpression time) {
    return "\""
        + time.getText()
        + "\" "
        + time.getFrom()
        + ".."
        + time.getTo()
        + " by "
        + time.getRule();
  }

  /** Returns the figures of all documents so far. */
  public Figures figures() {
    return new Figures(
        gold,
        percent(found, gold),
        percent(right, gold),
        percent(right, found),
        percent(defensible, predicted),
        predicted,
        badOffsets);
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
  }

  /** Returns what was missed, wrong or not in the gold, one line each, in the order added. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** Returns the figures as a table for people. */
  public String table() {
    Figures figures = figures();
    return String.join(
        System.lineSeparator(),
        row("gold times", figures.gold()),
        row("predicted times", figures.predicted()),
        row("found", figures.found()),
        row("right days, of all", figures.rightOfAll()),
        row("right days, of found", figures.rightOfFound()),
        row("predicted ones in the gold", figures.precision()),
        row("bad offsets", figures.badOffsets()));
  }

  private static String row(String name, int count) {
    return String.format(Locale.ROOT, "%-28s %7d", name, count);
  }

  private static String row(String name, double percent) {
    return String.format(Locale.ROOT, "%-28s %6.1f%%", name, percent);
  }
}
