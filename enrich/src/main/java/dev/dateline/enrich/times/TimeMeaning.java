package dev.dateline.enrich.times;

/** What a form means, as {@code time-patterns.tsv} names it; {@link TimeReader} works it out. */
enum TimeMeaning {
  /** A month and a day, with or without a year. */
  DATE,
  /** A month and a day so many years from the article's. */
  DATE_OF_YEAR,
  /** A whole date in figures, year first. */
  ISO,
  /** A date in figures with strokes, month or day first. */
  SLASH,
  /** A day of the month that is spoken of. */
  DAY_OF_MONTH,
  /** One day, given in the table. */
  FIXED,
  /** From one day of a month to another. */
  DAY_RANGE,
  /** From one year to another of the same century. */
  YEAR_RANGE,
  /** Two years written as one word ("2022/23"). */
  YEAR_SLASH,
  /** A month, with or without a year, or the one before or after. */
  MONTH,
  /** A month so many years from the article's. */
  MONTH_OF_YEAR,
  /** The first, middle or last ten days of a month. */
  PART_OF_MONTH,
  /** A year. */
  YEAR,
  /** Four months of a year. */
  PART_OF_YEAR,
  /** Ten years. */
  DECADE,
  /** The first, middle or last years of a decade. */
  PART_OF_DECADE,
  /** A hundred years. */
  CENTURY,
  /** Three months of a year. */
  QUARTER,
  /** Three months of a year, written Q1 to Q4. */
  QUARTER_SHORT,
  /** Six months of a year. */
  HALF,
  /** A season. */
  SEASON,
  /** So many days from the article's. */
  DAY_SHIFT,
  /** The night before the article's day. */
  OVERNIGHT,
  /** A day spoken of, else the article's. */
  TEXT_OR_TODAY,
  /** A weekday: nearest by tense, or the last (-1), this week's (0), the next (1). */
  WEEKDAY,
  /** A weekday before or after the day spoken of. */
  TEXT_WEEKDAY,
  /** A weekday of the week so many weeks from the article's. */
  WEEKDAY_OF_WEEK,
  /** Saturday and Sunday of the week so many weeks from the article's. */
  WEEKEND,
  /** The last Saturday and Sunday that have begun. */
  WEEKEND_PAST,
  /** The calendar unit so many units from the article's. */
  PERIOD,
  /** So many units up to the article's day. */
  SPAN_BACK,
  /** A few units up to the article's day. */
  SPAN_BACK_VAGUE,
  /** So many units from the article's day. */
  SPAN_AHEAD,
  /** The unit so many units before the article's. */
  AGO,
  /** Two to some units before the article's day. */
  AGO_VAGUE,
  /** The day so many hours ago. */
  HOURS_AGO,
  /** The unit so many units after the article's. */
  AHEAD,
  /** The last day of the article's year. */
  END_OF_YEAR,
  /** The last day of a unit. */
  END_OF,
  /** The last day of the unit before. */
  END_OF_LAST,
  /** The first day of a unit. */
  START_OF,
  /** One unit from the time spoken of. */
  TEXT_SHIFT,
  /** So many units from the time spoken of. */
  TEXT_SHIFT_COUNT,
  /** The unit that holds the time spoken of. */
  TEXT_PERIOD,
  /** The day spoken of. */
  TEXT_DAY,
  /** A time of day, on the day spoken of. */
  CLOCK,
  /** A time of day, on the day after the one spoken of. */
  CLOCK_NEXT,
  /** A feast; its argument says how it falls. */
  FEAST;

  /** Tells whether it is counted from the time spoken of. */
  boolean isFromText() {
    return this == TEXT_SHIFT || this == TEXT_PERIOD;
  }
}
