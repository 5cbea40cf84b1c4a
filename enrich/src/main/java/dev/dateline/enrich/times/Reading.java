package dev.dateline.enrich.times;

import dev.dateline.schemas.avro.TimeAnchor;
import org.jspecify.annotations.Nullable;

/**
 * What a time expression stands for.
 *
 * @param interval the days; null when there is nothing to count from
 * @param anchor what it was counted from
 * @param alternative a second reading; null when there is one
 */
record Reading(@Nullable Interval interval, TimeAnchor anchor, @Nullable Interval alternative) {

  /** What stays open because there is nothing to count from. */
  static final Reading UNRESOLVED = new Reading(null, TimeAnchor.NONE, null);

  static Reading of(Interval interval, TimeAnchor anchor) {
    return new Reading(interval, anchor, null);
  }

  static Reading complete(Interval interval) {
    return of(interval, TimeAnchor.NONE);
  }
}
