package dev.dateline.enrich.times;

import java.time.LocalDate;

/** A unit of the calendar. Weeks open on Monday, fortnights anywhere. */
enum CalendarUnit {
  DAY,
  WEEK,
  FORTNIGHT,
  MONTH,
  QUARTER,
  YEAR,
  DECADE,
  CENTURY;

  /** Returns the day so many units later; earlier when negative. */
  LocalDate shift(LocalDate day, int units) {
    return switch (this) {
      case DAY -> day.plusDays(units);
      case WEEK -> day.plusWeeks(units);
      case FORTNIGHT -> day.plusWeeks(2L * units);
      case MONTH -> day.plusMonths(units);
      case QUARTER -> day.plusMonths(3L * units);
      case YEAR -> day.plusYears(units);
      case DECADE -> day.plusYears(10L * units);
      case CENTURY -> day.plusYears(100L * units);
    };
  }

  /** Returns the whole unit that holds a day. */
  Interval around(LocalDate day) {
    return switch (this) {
      case DAY -> Interval.day(day);
      case WEEK -> Interval.week(day);
      case FORTNIGHT -> new Interval(day.minusDays(6), day.plusDays(7));
      case MONTH -> Interval.month(day.getYear(), day.getMonthValue());
      case QUARTER -> Interval.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
      case YEAR -> Interval.year(day.getYear());
      case DECADE -> Interval.years(Math.floorDiv(day.getYear(), 10) * 10, 10);
      case CENTURY -> Interval.years(Math.floorDiv(day.getYear() - 1, 100) * 100 + 1, 100);
    };
  }
}
