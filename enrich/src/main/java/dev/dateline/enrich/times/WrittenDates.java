package dev.dateline.enrich.times;

import dev.dateline.schemas.avro.TimeAnchor;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads dates that are written in figures alone. */
final class WrittenDates {

  private WrittenDates() {}

  /** Reads "2023-05-25" or "2023-05-25T10:00:00Z"; null when it is none. */
  static @Nullable Reading iso(String word) {
    int time = word.indexOf('t');
    String[] parts = (time < 0 ? word : word.substring(0, time)).split("-");
    if (parts.length != 3 || !areNumbers(parts)) {
      return null;
    }
    return complete(tryDate(parts[0], parts[1], parts[2]));
  }

  private static @Nullable Reading complete(@Nullable Interval day) {
    return day == null ? null : Reading.complete(day);
  }

  /**
   * Reads "5/23/23" or "23/05/2023"; null when it is none. Where both orders make a date the
   * American one leads and the other is the alternative.
   */
  static @Nullable Reading slash(String word) {
    boolean dotted = word.indexOf('.') > 0;
    String[] parts = word.split(dotted ? "\\." : "/", -1);
    if (parts.length != 3 || !areNumbers(parts)) {
      return null;
    }
    if (dotted) {
      // With full stops the day always stands first.
      return complete(tryDate(parts[2], parts[1], parts[0]));
    }
    if (parts[0].length() == 4) {
      return complete(tryDate(parts[0], parts[1], parts[2]));
    }
    if (parts[2].length() != 2 && parts[2].length() != 4) {
      return null;
    }
    String year = parts[2].length() == 4 ? parts[2] : century(parts[2]) + parts[2];
    Interval monthFirst = tryDate(year, parts[0], parts[1]);
    Interval dayFirst = tryDate(year, parts[1], parts[0]);
    if (monthFirst == null) {
      return complete(dayFirst);
    }
    return new Reading(monthFirst, TimeAnchor.NONE, monthFirst.equals(dayFirst) ? null : dayFirst);
  }

  private static String century(String year) {
    return Integer.parseInt(year) < 70 ? "20" : "19";
  }

  private static boolean areNumbers(String[] parts) {
    for (String part : parts) {
      if (part.isEmpty()
          || part.length() > 4
          || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Interval tryDate(String year, String month, String day) {
    try {
      return Interval.day(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      // In this order the figures are no date.
      return null;
    }
  }
}
