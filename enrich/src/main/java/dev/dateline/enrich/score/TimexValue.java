package dev.dateline.enrich.score;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a TIMEX3 value: a day, a week, a month, a quarter or a year.
 *
 * @param from first day
 * @param to last day, inclusive
 */
public record TimexValue(LocalDate from, LocalDate to) {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d\\d)");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d\\d)");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  /** Reads a value, its time of day left out; empty when it gives no such days ("PRESENT_REF"). */
  public static Optional<TimexValue> parse(String value) {
    int time = value.indexOf('T');
    try {
      return read(time < 0 ? value : value.substring(0, time));
    } catch (DateTimeException e) {
      // A value that is no date of the calendar is not scored.
      return Optional.empty();
    }
  }

  private static Optional<TimexValue> read(String value) {
    if (DAY.matcher(value).matches()) {
      LocalDate day = LocalDate.parse(value);
      return Optional.of(new TimexValue(day, day));
    }
    Matcher week = WEEK.matcher(value);
    if (week.matches()) {
      // The fourth of January always lies in the first week of its year.
      LocalDate monday =
          LocalDate.of(number(week, 1), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(week, 2))
              .with(DayOfWeek.MONDAY);
      return Optional.of(new TimexValue(monday, monday.plusDays(6)));
    }
    Matcher quarter = QUARTER.matcher(value);
    if (quarter.matches()) {
      return months(LocalDate.of(number(quarter, 1), 3 * number(quarter, 2) - 2, 1), 3);
    }
    Matcher month = MONTH.matcher(value);
    if (month.matches()) {
      return months(LocalDate.of(number(month, 1), number(month, 2), 1), 1);
    }
    return YEAR.matcher(value).matches()
        ? months(LocalDate.of(Integer.parseInt(value), 1, 1), 12)
        : Optional.empty();
  }

  private static Optional<TimexValue> months(LocalDate first, int count) {
    return Optional.of(new TimexValue(first, first.plusMonths(count).minusDays(1)));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
