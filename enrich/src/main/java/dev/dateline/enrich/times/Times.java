package dev.dateline.enrich.times;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every time of one article.
 *
 * @param dateLine the line it opens with; null when it has none
 * @param times in text order, not overlapping
 */
public record Times(@Nullable DateLineMention dateLine, List<TimeMention> times) {

  /** Keeps its own copy of the list. */
  public Times {
    times = List.copyOf(times);
  }
}
