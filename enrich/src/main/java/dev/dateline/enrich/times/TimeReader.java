package dev.dateline.enrich.times;

import dev.dateline.schemas.avro.TimeAnchor;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a matched form stands for.
 *
 * <p>Weekdays and dates without a year go back or ahead by the tense of their clause. Not shared
 * between threads.
 */
final class TimeReader {

  private final TimeContext context;
  private final YearFinder years;

  TimeReader(TimeContext context) {
    this.context = context;
    this.years = new YearFinder(context);
  }

  /** Returns the reading; null when the words make no time ("February 30"). */
  @Nullable Reading read(TimeMatch match) {
    try {
      return switch (match.form().meaning()) {
        case DATE, DATE_OF_YEAR, ISO, SLASH, DAY_OF_MONTH, FIXED, DAY_RANGE, FEAST -> date(match);
        case MONTH,
            MONTH_OF_YEAR,
            PART_OF_MONTH,
            YEAR,
            YEAR_RANGE,
            YEAR_SLASH,
            PART_OF_YEAR,
            DECADE,
            PART_OF_DECADE,
            CENTURY,
            QUARTER,
            QUARTER_SHORT,
            HALF,
            SEASON ->
            longer(match);
        case TEXT_OR_TODAY,
            TEXT_WEEKDAY,
            TEXT_SHIFT,
            TEXT_SHIFT_COUNT,
            TEXT_PERIOD,
            TEXT_DAY,
            CLOCK,
            CLOCK_NEXT ->
            fromText(match);
        case DAY_SHIFT,
            OVERNIGHT,
            WEEKDAY,
            WEEKDAY_OF_WEEK,
            WEEKEND,
            WEEKEND_PAST,
            PERIOD,
            SPAN_BACK,
            SPAN_BACK_VAGUE,
            SPAN_AHEAD,
            AGO,
            AGO_VAGUE,
            HOURS_AGO,
            AHEAD,
            END_OF_YEAR,
            END_OF,
            END_OF_LAST,
            START_OF ->
            fromToday(match);
      };
    } catch (DateTimeException e) {
      // There is no such day in the calendar, so the words are no date.
      return null;
    }
  }

  // -- dates
  // ---------------------------------------------------------------------------------------

  private @Nullable Reading date(TimeMatch match) {
    return switch (match.form().meaning()) {
      case ISO -> WrittenDates.iso(match.get(TimeClass.ISO).word());
      case SLASH -> WrittenDates.slash(match.get(TimeClass.SLASH).word());
      case FIXED -> Reading.complete(Interval.day(LocalDate.parse(match.form().argument())));
      case DAY_OF_MONTH -> dayOfMonth(match.number(TimeClass.DAY));
      case DATE_OF_YEAR -> {
        LocalDate today = context.today();
        yield today == null
            ? Reading.UNRESOLVED
            : counted(
                Interval.day(
                    LocalDate.of(
                        today.getYear() + match.form().number(),
                        match.number(TimeClass.MONTH),
                        match.number(TimeClass.DAY))));
      }
      case DAY_RANGE -> dayRange(match);
      case FEAST ->
          years.nearest(match, year -> Interval.day(Feasts.in(year, match.form().argument())));
      default -> dayAndMonth(match);
    };
  }

  private Reading dayAndMonth(TimeMatch match) {
    int month = match.number(TimeClass.MONTH);
    int day =
        match.has(TimeClass.DAY) ? match.number(TimeClass.DAY) : match.number(TimeClass.ORDINAL);
    if (match.has(TimeClass.YEAR)) {
      return Reading.complete(Interval.day(LocalDate.of(match.number(TimeClass.YEAR), month, day)));
    }
    return years.nearest(match, year -> Interval.day(LocalDate.of(year, month, day)));
  }

  private @Nullable Reading dayRange(TimeMatch match) {
    int month = match.number(TimeClass.MONTH);
    int first = match.number(TimeClass.DAY);
    int last = match.secondNumber(TimeClass.DAY);
    if (last <= first) {
      return null;
    }
    if (match.has(TimeClass.YEAR)) {
      int year = match.number(TimeClass.YEAR);
      return Reading.complete(
          new Interval(LocalDate.of(year, month, first), LocalDate.of(year, month, last)));
    }
    return years.nearest(
        match,
        year -> new Interval(LocalDate.of(year, month, first), LocalDate.of(year, month, last)));
  }

  private Reading dayOfMonth(int day) {
    Interval spokenOf = context.lastTime();
    LocalDate today = context.today();
    LocalDate month = spokenOf == null ? today : spokenOf.from();
    if (month == null) {
      return Reading.UNRESOLVED;
    }
    LocalDate found = month.withDayOfMonth(day);
    return Reading.of(Interval.day(found), spokenOf == null ? context.anchor() : TimeAnchor.TEXT);
  }

  // -- months and longer
  // ---------------------------------------------------------------------------

  private @Nullable Reading longer(TimeMatch match) {
    return switch (match.form().meaning()) {
      case MONTH -> month(match);
      case MONTH_OF_YEAR ->
          ofYear(match, year -> Interval.month(year, match.number(TimeClass.MONTH)));
      case PART_OF_MONTH -> partOfMonth(match);
      case YEAR ->
          Reading.complete(
              Interval.year(
                  match.has(TimeClass.YEAR)
                      ? match.number(TimeClass.YEAR)
                      : match.number(TimeClass.APOSTROPHE_YEAR)));
      case YEAR_RANGE -> {
        int first = match.number(TimeClass.YEAR);
        int last = first / 100 * 100 + match.number(TimeClass.SHORT);
        yield last <= first ? null : Reading.complete(Interval.years(first, last - first + 1));
      }
      case YEAR_SLASH -> Reading.complete(Interval.years(match.number(TimeClass.YEAR_SLASH), 2));
      case PART_OF_YEAR -> Reading.complete(part(match).ofYear(match.number(TimeClass.YEAR)));
      case DECADE -> Reading.complete(Interval.years(decade(match), 10));
      case PART_OF_DECADE -> Reading.complete(part(match).ofDecade(decade(match)));
      case CENTURY -> {
        int century =
            match.has(TimeClass.ORDINAL)
                ? match.number(TimeClass.ORDINAL)
                : match.number(TimeClass.DAY);
        yield century < 10 || century > 21
            ? null
            : Reading.complete(Interval.years(100 * (century - 1) + 1, 100));
      }
      case QUARTER -> quarter(match, ordinal(match));
      case QUARTER_SHORT -> quarter(match, match.first().word().charAt(1) - '0');
      case HALF -> half(match, ordinal(match));
      default -> season(match);
    };
  }

  private Reading month(TimeMatch match) {
    int month = match.number(TimeClass.MONTH);
    if (match.has(TimeClass.YEAR)) {
      return Reading.complete(Interval.month(match.number(TimeClass.YEAR), month));
    }
    if (match.form().argument().isEmpty()) {
      return years.nearest(match, year -> Interval.month(year, month));
    }
    LocalDate today = context.today();
    if (today == null) {
      return Reading.UNRESOLVED;
    }
    int shift =
        switch (match.form().number()) {
          case -1 -> month < today.getMonthValue() ? 0 : -1;
          case 1 -> month > today.getMonthValue() ? 0 : 1;
          default -> 0;
        };
    return counted(Interval.month(today.getYear() + shift, month));
  }

  private Reading ofYear(TimeMatch match, YearFinder.OfYear of) {
    LocalDate today = context.today();
    return today == null
        ? Reading.UNRESOLVED
        : counted(of.in(today.getYear() + match.form().number()));
  }

  private Reading partOfMonth(TimeMatch match) {
    int month = match.number(TimeClass.MONTH);
    Part part = part(match);
    return match.has(TimeClass.YEAR)
        ? Reading.complete(part.ofMonth(match.number(TimeClass.YEAR), month))
        : years.nearest(match, year -> part.ofMonth(year, month));
  }

  private static Part part(TimeMatch match) {
    if (match.has(TimeClass.PART)) {
      return Part.valueOf(match.get(TimeClass.PART).value());
    }
    for (int i = match.start(); i < match.end; i++) {
      String word = match.tokens().get(i).word();
      if (word.equals("early")) {
        return Part.EARLY;
      }
      if (word.equals("mid")) {
        return Part.MID;
      }
    }
    return Part.LATE;
  }

  private static int decade(TimeMatch match) {
    for (TimeClass timeClass :
        new TimeClass[] {TimeClass.DECADE, TimeClass.NAMEDDECADE, TimeClass.YEAR}) {
      if (match.has(timeClass)) {
        return match.number(timeClass);
      }
    }
    throw new IllegalStateException("reading " + match.form().rule() + ": it has no decade");
  }

  private static int ordinal(TimeMatch match) {
    return match.has(TimeClass.ORDINAL)
        ? match.number(TimeClass.ORDINAL)
        : match.number(TimeClass.DAY);
  }

  private @Nullable Reading quarter(TimeMatch match, int quarter) {
    if (quarter < 1 || quarter > 4) {
      return null;
    }
    return inYear(match, year -> Interval.quarter(year, quarter));
  }

  private @Nullable Reading half(TimeMatch match, int half) {
    if (half < 1 || half > 2) {
      return null;
    }
    return inYear(
        match,
        year ->
            new Interval(
                Interval.quarter(year, 2 * half - 1).from(),
                Interval.quarter(year, 2 * half).to()));
  }

  private Reading inYear(TimeMatch match, YearFinder.OfYear of) {
    if (match.has(TimeClass.YEAR)) {
      return Reading.complete(of.in(match.number(TimeClass.YEAR)));
    }
    LocalDate today = context.today();
    if (today == null) {
      return Reading.UNRESOLVED;
    }
    String last = match.tokens().get(match.end - 1).word();
    return last.equals("year") ? counted(of.in(today.getYear())) : years.nearest(match, of);
  }

  private Reading season(TimeMatch match) {
    Season season = Season.valueOf(match.get(TimeClass.SEASON).value());
    if (match.has(TimeClass.YEAR)) {
      return Reading.complete(season.of(match.number(TimeClass.YEAR)));
    }
    LocalDate today = context.today();
    if (today == null) {
      return Reading.UNRESOLVED;
    }
    int year = today.getYear();
    return counted(
        switch (match.form().number()) {
          case -1 ->
              season.of(season.of(year).to().isBefore(today) ? year : lastYear(season, today));
          case 1 -> season.of(season.of(year).from().isAfter(today) ? year : year + 1);
          default ->
              season.of(year - 1).distance(today) < season.of(year).distance(today)
                  ? season.of(year - 1)
                  : season.of(year);
        });
  }

  private static int lastYear(Season season, LocalDate today) {
    int year = today.getYear() - 1;
    return season.of(year).to().isBefore(today) ? year : year - 1;
  }

  // -- counted from the day of the article
  // ---------------------------------------------------------

  private @Nullable Reading fromToday(TimeMatch match) {
    LocalDate today = context.today();
    if (today == null) {
      return Reading.UNRESOLVED;
    }
    int number = match.form().number();
    return switch (match.form().meaning()) {
      case DAY_SHIFT -> counted(Interval.day(today.plusDays(number)));
      case OVERNIGHT -> counted(new Interval(today.minusDays(1), today));
      case WEEKDAY -> weekday(match, today);
      case WEEKDAY_OF_WEEK ->
          counted(
              Interval.day(
                  Interval.week(today.plusWeeks(number))
                      .from()
                      .plusDays(match.number(TimeClass.WEEKDAY) - 1L)));
      case WEEKEND -> counted(weekend(today.plusWeeks(number)));
      case WEEKEND_PAST ->
          counted(
              today.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0
                  ? weekend(today)
                  : weekend(today.minusWeeks(1)));
      case PERIOD -> period(match.unit(), today, number);
      case SPAN_BACK -> counted(new Interval(match.unit().shift(today, -units(match)), today));
      case SPAN_BACK_VAGUE -> counted(new Interval(match.unit().shift(today, -4), today));
      case SPAN_AHEAD -> counted(new Interval(today, match.unit().shift(today, units(match))));
      case AGO -> counted(unitAround(match.unit(), match.unit().shift(today, -units(match))));
      case AHEAD -> counted(unitAround(match.unit(), match.unit().shift(today, units(match))));
      case AGO_VAGUE -> agoVague(match.unit(), today);
      case HOURS_AGO -> hoursAgo(match, today);
      case END_OF_YEAR -> counted(Interval.day(Interval.year(today.getYear()).to()));
      case END_OF -> counted(Interval.day(match.unit().around(today).to()));
      case END_OF_LAST ->
          counted(Interval.day(match.unit().around(match.unit().shift(today, -1)).to()));
      default -> counted(Interval.day(match.unit().around(today).from()));
    };
  }

  private Reading counted(Interval interval) {
    return Reading.of(interval, context.anchor());
  }

  private static Interval weekend(LocalDate day) {
    LocalDate saturday = Interval.week(day).from().plusDays(5);
    return new Interval(saturday, saturday.plusDays(1));
  }

  private Reading period(CalendarUnit unit, LocalDate today, int number) {
    if (unit == CalendarUnit.FORTNIGHT && number != 0) {
      return counted(
          number < 0
              ? new Interval(today.minusWeeks(2), today)
              : new Interval(today, today.plusWeeks(2)));
    }
    return counted(unit.around(unit.shift(today, number)));
  }

  /** Days are counted to the day; what is counted in longer units is meant as loosely. */
  private static Interval unitAround(CalendarUnit unit, LocalDate day) {
    return switch (unit) {
      case DAY -> Interval.day(day);
      case WEEK, FORTNIGHT -> Interval.week(day);
      case MONTH, QUARTER -> Interval.month(day.getYear(), day.getMonthValue());
      case YEAR, DECADE, CENTURY -> Interval.year(day.getYear());
    };
  }

  private static int units(TimeMatch match) {
    if (match.has(TimeClass.COUNT)) {
      return match.number(TimeClass.COUNT);
    }
    if (match.has(TimeClass.VAGUE)) {
      return match.number(TimeClass.VAGUE);
    }
    // "the past couple of weeks" means two, "the past week" one.
    return match.isPlural() ? 2 : 1;
  }

  /** "Months ago" lies between two units and what would be called one of the next longer unit. */
  private Reading agoVague(CalendarUnit unit, LocalDate today) {
    int most =
        switch (unit) {
          case DAY -> 6;
          case WEEK, FORTNIGHT -> 4;
          case MONTH -> 11;
          case QUARTER -> 4;
          case YEAR, DECADE, CENTURY -> 9;
        };
    return counted(new Interval(unit.shift(today, -most), unit.shift(today, -2)));
  }

  private Reading hoursAgo(TimeMatch match, LocalDate today) {
    int hours =
        match.has(TimeClass.COUNT) && match.get(TimeClass.HOURS).word().startsWith("hour")
            ? match.number(TimeClass.COUNT)
            : 0;
    return counted(Interval.day(today.minusDays(hours / 24)));
  }

  private Reading weekday(TimeMatch match, LocalDate today) {
    DayOfWeek weekday = DayOfWeek.of(match.number(TimeClass.WEEKDAY));
    if (match.form().argument().isEmpty()) {
      Tense tense = Tense.at(match.tokens(), match.start(), match.end);
      return counted(
          Interval.day(
              today.with(
                  tense == Tense.FUTURE
                      ? TemporalAdjusters.nextOrSame(weekday)
                      : TemporalAdjusters.previousOrSame(weekday))));
    }
    Interval week = Interval.week(today);
    return switch (match.form().number()) {
      case -1 -> {
        LocalDate last = today.with(TemporalAdjusters.previous(weekday));
        // Early in a week "last Monday" may mean the one of the week before.
        yield week.distance(last) == 0
            ? withAlternative(last, last.minusWeeks(1))
            : counted(Interval.day(last));
      }
      case 1 -> {
        LocalDate next = today.with(TemporalAdjusters.next(weekday));
        yield week.distance(next) == 0
            ? withAlternative(next, next.plusWeeks(1))
            : counted(Interval.day(next));
      }
      default -> {
        LocalDate inWeek = week.from().plusDays(weekday.getValue() - 1L);
        boolean ahead =
            inWeek.isBefore(today)
                && Tense.at(match.tokens(), match.start(), match.end) == Tense.FUTURE;
        yield counted(Interval.day(ahead ? inWeek.plusWeeks(1) : inWeek));
      }
    };
  }

  private Reading withAlternative(LocalDate day, LocalDate other) {
    return new Reading(Interval.day(day), context.anchor(), Interval.day(other));
  }

  // -- counted from the time spoken of
  // -------------------------------------------------------------

  private Reading fromText(TimeMatch match) {
    int number = match.form().number();
    return switch (match.form().meaning()) {
      case TEXT_OR_TODAY, CLOCK -> onDay(0);
      case TEXT_DAY -> context.lastDay() == null ? Reading.UNRESOLVED : onDay(0);
      case CLOCK_NEXT -> onDay(1);
      case TEXT_WEEKDAY -> textWeekday(match, number);
      case TEXT_SHIFT -> textShift(match.unit(), number);
      case TEXT_SHIFT_COUNT -> textShift(match.unit(), number * match.number(TimeClass.COUNT));
      default -> textPeriod(match);
    };
  }

  private Reading onDay(int shift) {
    Interval day = context.lastDay();
    LocalDate today = context.today();
    if (day != null) {
      return Reading.of(
          new Interval(day.from().plusDays(shift), day.to().plusDays(shift)), TimeAnchor.TEXT);
    }
    return today == null ? Reading.UNRESOLVED : counted(Interval.day(today.plusDays(shift)));
  }

  private Reading textWeekday(TimeMatch match, int number) {
    Interval day = context.lastDay();
    LocalDate from = day == null ? context.today() : day.from();
    if (from == null) {
      return Reading.UNRESOLVED;
    }
    DayOfWeek weekday = DayOfWeek.of(match.number(TimeClass.WEEKDAY));
    return Reading.of(
        Interval.day(
            from.with(
                number < 0
                    ? TemporalAdjusters.previous(weekday)
                    : TemporalAdjusters.next(weekday))),
        day == null ? context.anchor() : TimeAnchor.TEXT);
  }

  private Reading textShift(CalendarUnit unit, int units) {
    Interval spokenOf = unit == CalendarUnit.DAY ? context.lastDay() : context.lastTime();
    if (spokenOf != null) {
      return Reading.of(unitAround(unit, unit.shift(spokenOf.from(), units)), TimeAnchor.TEXT);
    }
    LocalDate today = context.today();
    return today == null ? Reading.UNRESOLVED : counted(unitAround(unit, unit.shift(today, units)));
  }

  private Reading textPeriod(TimeMatch match) {
    CalendarUnit unit = match.unit();
    Interval spokenOf = unit == CalendarUnit.DAY ? context.lastDay() : context.lastTime();
    LocalDate today = context.today();
    boolean inThe = match.tokens().get(match.end - 2).word().equals("the");
    if (inThe && unit != CalendarUnit.DAY && today != null) {
      // "earlier in the week" without a word of another week means this one.
      return counted(unit.around(today));
    }
    if (spokenOf == null) {
      return today == null || !inThe ? Reading.UNRESOLVED : counted(unit.around(today));
    }
    return Reading.of(unit.around(spokenOf.from()), TimeAnchor.TEXT);
  }
}
