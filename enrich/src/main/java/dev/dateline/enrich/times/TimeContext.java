package dev.dateline.enrich.times;

import dev.dateline.schemas.avro.TimeAnchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the times of one article are counted from, as reading goes on. Not shared. */
final class TimeContext {

  private final @Nullable LocalDate today;
  private final TimeAnchor anchor;
  private @Nullable Interval lastDay;
  private @Nullable Interval lastTime;
  private @Nullable Interval sentenceYear;

  /**
   * Makes one.
   *
   * @param today the day of the article; null when not known
   * @param anchor where that day was read
   */
  TimeContext(@Nullable LocalDate today, TimeAnchor anchor) {
    this.today = today;
    this.anchor = anchor;
  }

  /** Returns the day of the article; null when not known. */
  @Nullable LocalDate today() {
    return today;
  }

  /** Returns where the day of the article was read. */
  TimeAnchor anchor() {
    return anchor;
  }

  /** Returns the day last spoken of; null when there was none. */
  @Nullable Interval lastDay() {
    return lastDay;
  }

  /** Returns the time last spoken of; null when there was none. */
  @Nullable Interval lastTime() {
    return lastTime;
  }

  /** Returns the year written out earlier in the sentence; null when there was none. */
  @Nullable Interval sentenceYear() {
    return sentenceYear;
  }

  void beginSentence() {
    sentenceYear = null;
  }

  /** Takes note of a time that was read. */
  void spokenOf(Interval interval, boolean yearWritten) {
    lastTime = interval;
    if (interval.isShort()) {
      lastDay = interval;
    }
    if (yearWritten && interval.from().getYear() == interval.to().getYear()) {
      sentenceYear = interval;
    }
  }
}
