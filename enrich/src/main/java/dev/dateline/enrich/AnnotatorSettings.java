package dev.dateline.enrich;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the annotator works.
 *
 * @param budget the time one article may take; what takes longer passes through unannotated
 * @param mostCodePoints code points of a text that are annotated; the rest of a longer one is not
 * @param aliases file of names and the canonical names they stand for; null for none
 * @param gazetteer gazetteer file to use instead of the built-in one; null for the built-in one
 */
public record AnnotatorSettings(
    Duration budget, int mostCodePoints, @Nullable Path aliases, @Nullable Path gazetteer) {

  /** Time one article may take when nothing else is set. */
  public static final Duration DEFAULT_BUDGET = Duration.ofSeconds(5);

  /** Code points annotated when nothing else is set: forty times a long report. */
  public static final int DEFAULT_MOST_CODE_POINTS = 200_000;

  /** Checks the ranges. */
  public AnnotatorSettings {
    if (budget.isNegative() || budget.isZero()) {
      throw new IllegalArgumentException(
          "setting the annotator's budget: \"" + budget + "\" is not a time above zero");
    }
    if (mostCodePoints < 1) {
      throw new IllegalArgumentException(
          "setting the annotator's length limit: \"" + mostCodePoints + "\" is not above zero");
    }
  }

  /** Returns the defaults. */
  public static AnnotatorSettings defaults() {
    return new AnnotatorSettings(DEFAULT_BUDGET, DEFAULT_MOST_CODE_POINTS, null, null);
  }
}
