package dev.dateline.enrich.times;

/** The kinds of words a time expression is made of, as {@code time-patterns.tsv} names them. */
enum TimeClass {
  /** A month's name; its number. */
  MONTH(0),
  /** A weekday's name; 1 for Monday. */
  WEEKDAY(1),
  /** A weekday's short form, which stands before a date only. */
  SHORTDAY(2),
  /** A day or longer; the ordinal of its {@link CalendarUnit}. */
  UNIT(3),
  /** Hours, minutes or seconds. */
  HOURS(4),
  /** A number below 1,000 in digits or words, or the article "a". */
  COUNT(5),
  /** A number that is not told ("several"). */
  VAGUE(6),
  /** "first", "23rd". */
  ORDINAL(7),
  /** A season; the ordinal of its {@link Season}. */
  SEASON(8),
  /** Early, middle or late; the ordinal of its {@link Part}. */
  PART(9),
  /** "morning", "night". */
  PARTDAY(10),
  /** "a.m." or "p.m.". */
  MERIDIEM(11),
  /** A time zone's short name. */
  ZONE(12),
  /** "sixties", "80s"; the decade's first year. */
  NAMEDDECADE(13),
  /** "about", "nearly". */
  APPROX(14),
  /** A number from 1 to 31, with or without its ordinal ending. */
  DAY(15),
  /** A number from 1000 to 2100. */
  YEAR(16),
  /** A number of two digits. */
  SHORT(17),
  /** "1990s", "’90s"; its first year. */
  DECADE(18),
  /** "’84". */
  APOSTROPHE_YEAR(19),
  /** "2023-05-25", with or without a time. */
  ISO(20),
  /** "5/23/23". */
  SLASH(21),
  /** "2022/23". */
  YEAR_SLASH(22),
  /** "10:30", "5pm". */
  CLOCK(23);

  private final int bit;

  TimeClass(int position) {
    this.bit = 1 << position;
  }

  int bit() {
    return bit;
  }
}
