package dev.dateline.enrich.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * A stretch of days.
 *
 * @param from first day
 * @param to last day, inclusive
 */
record Interval(LocalDate from, LocalDate to) {

  /** Checks the order. */
  Interval {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("not an interval: " + from + ".." + to);
    }
  }

  static Interval day(LocalDate day) {
    return new Interval(day, day);
  }

  static Interval week(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new Interval(monday, monday.plusDays(6));
  }

  static Interval month(int year, int month) {
    LocalDate first = LocalDate.of(year, month, 1);
    return new Interval(first, first.plusMonths(1).minusDays(1));
  }

  static Interval quarter(int year, int quarter) {
    LocalDate first = LocalDate.of(year, 3 * quarter - 2, 1);
    return new Interval(first, first.plusMonths(3).minusDays(1));
  }

  static Interval year(int year) {
    return years(year, 1);
  }

  static Interval years(int first, int count) {
    return new Interval(LocalDate.of(first, 1, 1), LocalDate.of(first + count - 1, 12, 31));
  }

  boolean isDay() {
    return from.equals(to);
  }

  boolean isShort() {
    return ChronoUnit.DAYS.between(from, to) <= 3;
  }

  /** Returns how many days lie between this and a day; 0 when the day lies inside. */
  long distance(LocalDate day) {
    if (day.isBefore(from)) {
      return ChronoUnit.DAYS.between(day, from);
    }
    return day.isAfter(to) ? ChronoUnit.DAYS.between(to, day) : 0;
  }
}
