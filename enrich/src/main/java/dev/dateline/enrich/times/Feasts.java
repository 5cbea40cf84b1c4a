package dev.dateline.enrich.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/** Works out the day of a feast in a year, of the Gregorian calendar. */
final class Feasts {

  private Feasts() {}

  /**
   * Returns the day.
   *
   * @param rule "12-25", "NOVEMBER-4-THURSDAY", "MAY-LAST-MONDAY", "EASTER-2" or "THANKSGIVING+1"
   */
  static LocalDate in(int year, String rule) {
    if (rule.startsWith("EASTER")) {
      return easter(year).plusDays(Integer.parseInt(rule.substring("EASTER".length())));
    }
    if (rule.startsWith("THANKSGIVING")) {
      return in(year, "NOVEMBER-4-THURSDAY")
          .plusDays(Integer.parseInt(rule.substring("THANKSGIVING".length())));
    }
    String[] parts = rule.split("-", -1);
    if (parts.length == 2) {
      return LocalDate.of(year, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
    LocalDate month = LocalDate.of(year, Month.valueOf(parts[0]), 1);
    DayOfWeek weekday = DayOfWeek.valueOf(parts[2]);
    return parts[1].equals("LAST")
        ? month.with(TemporalAdjusters.lastInMonth(weekday))
        : month.with(TemporalAdjusters.dayOfWeekInMonth(Integer.parseInt(parts[1]), weekday));
  }

  /** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, ch. 8). */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int month = (h + l - 7 * m + 114) / 31;
    int day = (h + l - 7 * m + 114) % 31 + 1;
    return LocalDate.of(year, month, day);
  }
}
