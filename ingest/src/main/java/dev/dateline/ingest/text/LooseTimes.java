package dev.dateline.ingest.text;

import dev.dateline.ingest.article.StatedTime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads times in the many ways that feeds write them: RFC 822 and its misspellings, asctime, W3C
 * and ISO 8601 forms without separators, weeks and days of a year, months by name in a dozen
 * languages, dates in digits, zones by name.
 *
 * <p>What is not stated is zero; a time without a zone, or with one nobody knows, counts as UTC;
 * two digits of a year below 70 are of this century; the day stands before the month unless slashes
 * part them. Thread-safe.
 */
final class LooseTimes {

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern AFTER_DAY = Pattern.compile("(?<=\\d)T\\s");
  private static final Pattern NO_LETTER = Pattern.compile("[\\p{M}.]");
  private static final Pattern COMMENT = Pattern.compile("\\([^)]*\\)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])(\\d{1,2})[:h](\\d{1,2})(?:[:m](\\d{1,2})(?:[.,]\\d+)?)?(?![\\d:])\\s*(?:([ap]\\.?m\\.?)(?!\\p{L}))?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern EAST_ASIAN_TIME =
      Pattern.compile(
          "(오전|오후|上午|下午|午前|午後)?\\s*(\\d{1,2})[시时時:](\\d{1,2})[분分:]?(?:(\\d{1,2})[초秒]?)?");
  private static final Pattern COMPACT_TIME =
      Pattern.compile("(?<=\\d[T ])(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?(?=Z|[+-]|\\s|$)");
  private static final Pattern ZONE =
      Pattern.compile(
          "^\\s*(?:([A-Z]{1,5})\\b\\.?\\s*)?([+-]\\d{1,2}:?\\d{2}|[+-]\\d{1,2})?",
          Pattern.CASE_INSENSITIVE);

  /** A zone of the tz database: "Europe/Brussels". */
  private static final Pattern REGION =
      Pattern.compile("^\\s*([A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_\\-]+){1,2})");

  private static final Pattern WEEK =
      Pattern.compile("(?<!\\d)(\\d{4})-?W(\\d{2})(?:-?([1-7]))?(?!\\d)");
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{4})\\s*[-/.년年]\\s*(?:0(?=\\d{2}[-/.]))?(\\d{1,2})(?!\\d)(?:\\s*[-/.월月]\\s*(\\d{1,2})(?!\\d))?");
  private static final Pattern COMPACT = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
  private static final Pattern ORDINAL = Pattern.compile("(?<!\\d)(\\d{4})-?(\\d{3})(?!\\d)");

  /** ISO 8601 of 1988 as W3C feeds keep it: 031231, 03-335, -03-12. */
  private static final Pattern WITHOUT_CENTURY =
      Pattern.compile("(?=-|\\d{5,6}$|\\d{2}-)-?(\\d{2})-?(?:(\\d{2})(?:-?(\\d{2}))?|(\\d{3}))");

  private static final Pattern SHORT_ORDINAL =
      Pattern.compile("(?<!\\d)(\\d{2})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern DIGITS =
      Pattern.compile("(?<!\\d)(\\d{1,2})([/. -])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|º|er|\\.)?[\\s\\-./]*(?:de |of )?(\\p{L}{3,})\\.?[\\s\\-.,/]*(?:de )?'?(\\d{4}|\\d{2})(?![\\d:])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(\\p{L}{3,})\\.?[\\s\\-]+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:[^\\d]{0,8}\\s)?(\\d{4})(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ASCTIME =
      Pattern.compile(
          "(\\p{L}{3,})\\s+(\\d{1,2})\\s+(?:[A-Z+\\-0-9:]{1,6}\\s+)?(\\d{4})\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR_THEN_NAME =
      Pattern.compile(
          "(?<!\\d)(\\d{4})[\\s\\-./]+(\\p{L}{3,})\\.?[\\s\\-./]+(\\d{1,2})(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME_THEN_YEAR =
      Pattern.compile("^(\\p{L}{3,})\\.?,?\\s+(\\d{4})$", Pattern.CASE_INSENSITIVE);
  private static final Pattern YEAR = Pattern.compile("^\\s*(\\d{4})\\s*$");

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro",
          "ru", "uk", "el", "tr", "hr", "sk", "id");
  private static final Map<String, Integer> MONTHS = months();
  private static final Map<String, Integer> ZONES = zones();
  private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();
  private static final int CENTURY_TURNS = 70;

  /** No place is further from Greenwich. */
  private static final int MOST_MINUTES_OFF = 14 * 60;

  private LooseTimes() {}

  /** Returns the time written; empty when none can be made out. */
  static Optional<StatedTime> parse(String written) {
    if (written.length() > 200) {
      return Optional.empty();
    }
    String line = SPACE.matcher(written).replaceAll(" ");
    String text = COMMENT.matcher(line).replaceAll(" ").strip();
    try {
      return Optional.ofNullable(read(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable StatedTime read(String text) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0;
    boolean timed = false;
    ZoneId region = null;
    String dateText = text;
    Matcher asian = EAST_ASIAN_TIME.matcher(text);
    Matcher time = TIME.matcher(text);
    Matcher compact = COMPACT_TIME.matcher(text);
    Matcher found = null;
    if (text.codePoints().anyMatch(c -> c > 0x2E80) && asian.find()) {
      hour = Integer.parseInt(asian.group(2)) % 24;
      boolean afternoon = asian.group(1) != null && "오후下午午後".contains(asian.group(1));
      hour = afternoon && hour < 12 ? hour + 12 : hour;
      minute = Integer.parseInt(asian.group(3));
      second = number(asian.group(4));
      found = asian;
      // Korean and Chinese feeds that state no zone are written in their own.
      offset = text.contains("년") || "오전오후".contains(String.valueOf(asian.group(1))) ? 540 : 480;
    } else if (time.find()) {
      hour = Integer.parseInt(time.group(1));
      minute = Integer.parseInt(time.group(2));
      second = number(time.group(3));
      String half = time.group(4);
      if (half != null) {
        boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
        hour = hour % 12 + (afternoon ? 12 : 0);
      }
      found = time;
    } else if (compact.find()) {
      hour = Integer.parseInt(compact.group(1));
      minute = Integer.parseInt(compact.group(2));
      second = number(compact.group(3));
      found = compact;
    }
    if (found != null) {
      timed = true;
      String rest = text.substring(found.end());
      Matcher zone = ZONE.matcher(rest);
      Matcher place = REGION.matcher(rest);
      int zoneEnd = 0;
      if (place.find() && REGIONS.contains(place.group(1))) {
        region = ZoneId.of(place.group(1));
        zoneEnd = place.end();
      } else if (zone.find() && zone.end() > 0) {
        Integer stated = offset(zone.group(1), zone.group(2));
        if (stated != null) {
          offset = stated;
          zoneEnd = zone.end();
        }
      }
      dateText = text.substring(0, found.start()) + " " + rest.substring(zoneEnd);
      dateText = AFTER_DAY.matcher(dateText).replaceFirst(" ");
    }
    LocalDate date = date(dateText.strip());
    if (date == null) {
      return null;
    }
    if (hour == 24 && minute == 0) {
      hour = 0;
      date = date.plusDays(1);
    }
    LocalTime clock = LocalTime.of(hour, minute, Math.min(second, 59));
    return new StatedTime(
        region != null
            ? date.atTime(clock).atZone(region).toInstant()
            : date.atTime(clock).minusMinutes(offset).toInstant(ZoneOffset.UTC),
        !timed);
  }

  private static @Nullable LocalDate date(String text) {
    Matcher matcher = DAY_FIRST.matcher(text);
    while (matcher.find()) {
      Integer month = month(matcher.group(2));
      if (month != null) {
        return LocalDate.of(year(matcher.group(3)), month, Integer.parseInt(matcher.group(1)));
      }
    }
    for (Pattern pattern : List.of(MONTH_FIRST, ASCTIME)) {
      matcher = pattern.matcher(text);
      while (matcher.find()) {
        Integer month = month(matcher.group(1));
        if (month != null) {
          return LocalDate.of(year(matcher.group(3)), month, Integer.parseInt(matcher.group(2)));
        }
      }
    }
    matcher = YEAR_THEN_NAME.matcher(text);
    if (matcher.find()) {
      Integer month = month(matcher.group(2));
      if (month != null) {
        return LocalDate.of(
            Integer.parseInt(matcher.group(1)), month, Integer.parseInt(matcher.group(3)));
      }
    }
    matcher = WEEK.matcher(text);
    if (matcher.find()) {
      String day = matcher.group(3) == null ? "1" : matcher.group(3);
      return LocalDate.parse(
          matcher.group(1) + "-W" + matcher.group(2) + "-" + day, DateTimeFormatter.ISO_WEEK_DATE);
    }
    matcher = YEAR_FIRST.matcher(text);
    if (matcher.find()) {
      int day = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
      if (Integer.parseInt(matcher.group(2)) <= 12 || matcher.group(3) != null) {
        return LocalDate.of(
            Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), day);
      }
    }
    matcher = DIGITS.matcher(text);
    if (matcher.find()) {
      return digits(matcher);
    }
    matcher = COMPACT.matcher(text);
    if (matcher.find()) {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    }
    matcher = ORDINAL.matcher(text);
    if (matcher.find()) {
      return LocalDate.ofYearDay(
          Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
    matcher = WITHOUT_CENTURY.matcher(text);
    if (matcher.matches()) {
      int year = year(matcher.group(1));
      return matcher.group(4) == null
          ? LocalDate.of(
              year,
              Integer.parseInt(matcher.group(2)),
              matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3)))
          : LocalDate.ofYearDay(year, Integer.parseInt(matcher.group(4)));
    }
    matcher = NAME_THEN_YEAR.matcher(text);
    if (matcher.find()) {
      Integer month = month(matcher.group(1));
      if (month != null) {
        return LocalDate.of(Integer.parseInt(matcher.group(2)), month, 1);
      }
    }
    matcher = YEAR.matcher(text);
    return matcher.find() ? LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 1) : null;
  }

  private static LocalDate digits(Matcher matcher) {
    int one = Integer.parseInt(matcher.group(1));
    int other = Integer.parseInt(matcher.group(3));
    boolean monthFirst = matcher.group(2).equals("/") ? one <= 12 : other > 12;
    // Two digits thrice with hyphens are years first, as in ISO 8601 without its century.
    if (matcher.group(2).equals("-") && SHORT_ORDINAL.matcher(matcher.group()).matches()) {
      return LocalDate.of(year(matcher.group(1)), other, Integer.parseInt(matcher.group(4)));
    }
    return LocalDate.of(year(matcher.group(4)), monthFirst ? one : other, monthFirst ? other : one);
  }

  private static int year(String written) {
    int year = Integer.parseInt(written);
    if (written.length() > 2) {
      return year;
    }
    return year < CENTURY_TURNS ? 2000 + year : 1900 + year;
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** Returns minutes east of Greenwich; null when there is neither a known name nor digits. */
  private static @Nullable Integer offset(@Nullable String name, @Nullable String digits) {
    Integer named = name == null ? null : ZONES.get(name.toUpperCase(Locale.ROOT));
    if (digits == null) {
      return named;
    }
    if (name != null && named == null) {
      return null;
    }
    String plain = digits.substring(1).replace(":", "");
    int hours =
        Integer.parseInt(plain.length() <= 2 ? plain : plain.substring(0, plain.length() - 2));
    int minutes = plain.length() <= 2 ? 0 : Integer.parseInt(plain.substring(plain.length() - 2));
    int east = hours * 60 + minutes;
    if (east > MOST_MINUTES_OFF) {
      return named;
    }
    return (digits.startsWith("-") ? -east : east) + (named == null ? 0 : named);
  }

  private static @Nullable Integer month(String word) {
    String folded = fold(word);
    Integer month = MONTHS.get(folded);
    return month == null && folded.length() > 3 ? MONTHS.get(folded.substring(0, 3)) : month;
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
      for (String[] names : List.of(symbols.getMonths(), symbols.getShortMonths())) {
        for (int i = 0; i < 12; i++) {
          if (names[i].length() >= 3) {
            months.putIfAbsent(fold(names[i]), i + 1);
          }
        }
      }
    }
    return months;
  }

  private static String fold(String word) {
    return NO_LETTER
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replace('ς', 'σ');
  }

  private static Map<String, Integer> zones() {
    try (InputStream table =
            Objects.requireNonNull(
                LooseTimes.class.getResourceAsStream("time-zones.tsv"), "time-zones.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      Map<String, Integer> zones = new HashMap<>();
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .forEach(columns -> zones.put(columns[0], Integer.parseInt(columns[1])));
      return zones;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
