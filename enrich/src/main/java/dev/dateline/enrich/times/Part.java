package dev.dateline.enrich.times;

import java.time.LocalDate;

/** The first, middle or last third of a longer time. */
enum Part {
  EARLY(0),
  MID(1),
  LATE(2);

  private final int position;

  Part(int position) {
    this.position = position;
  }

  /** Returns that part of a month: its first ten days, the next ten, or the rest. */
  Interval ofMonth(int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return switch (this) {
      case EARLY -> new Interval(first, first.withDayOfMonth(10));
      case MID -> new Interval(first.withDayOfMonth(11), first.withDayOfMonth(20));
      case LATE -> new Interval(first.withDayOfMonth(21), first.plusMonths(1).minusDays(1));
    };
  }

  /** Returns that part of a year: four months. */
  Interval ofYear(int year) {
    LocalDate first = LocalDate.of(year, 1 + 4 * position, 1);
    return new Interval(first, first.plusMonths(4).minusDays(1));
  }

  /**
   * Returns that part of a decade: four, three and four years, of which the middle ones overlap.
   */
  Interval ofDecade(int firstYear) {
    return switch (this) {
      case EARLY -> Interval.years(firstYear, 4);
      case MID -> Interval.years(firstYear + 4, 3);
      case LATE -> Interval.years(firstYear + 6, 4);
    };
  }
}
