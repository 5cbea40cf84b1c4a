package dev.dateline.enrich.times;

import java.time.LocalDate;

/** A season of the northern hemisphere, in whole months. */
enum Season {
  SPRING(3),
  SUMMER(6),
  AUTUMN(9),
  WINTER(12);

  private final int firstMonth;

  Season(int firstMonth) {
    this.firstMonth = firstMonth;
  }

  /** Returns the season that opens in a year; winter ends in the next. */
  Interval of(int year) {
    LocalDate first = LocalDate.of(year, firstMonth, 1);
    return new Interval(first, first.plusMonths(3).minusDays(1));
  }
}
