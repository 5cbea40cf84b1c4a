package dev.dateline.enrich.times;

import java.util.List;
import java.util.Set;

/**
 * The conditions that the words around a form must meet, as {@code time-patterns.tsv} names them.
 */
enum TimeGuard {
  /** None. */
  NONE {
    @Override
    boolean allows(TimeMatch match) {
      return true;
    }
  },
  /** The number is a day, not the count of what follows ("In May 20 people died"). */
  DAY_NUMBER {
    @Override
    boolean allows(TimeMatch match) {
      return !GuardWords.COUNTED.contains(match.wordAfter());
    }
  },
  /** The month belongs to the number before it, not to the one behind it. */
  BEFORE_MONTH {
    @Override
    boolean allows(TimeMatch match) {
      return !(match.end < match.tokens().size()
              && match.tokens().get(match.end).is(TimeClass.DAY)
              && match.form().meaning() == TimeMeaning.DATE)
          && !GuardWords.QUANTIFYING.contains(match.wordBefore());
    }
  },
  /** The ordinal stands alone ("on the 23rd"), not before a noun ("on the 23rd floor"). */
  ORDINAL_ALONE {
    @Override
    boolean allows(TimeMatch match) {
      return match.get(TimeClass.DAY).is(TimeClass.ORDINAL)
          && !match.wordAfter().equals("of")
          && !NOUN_LIKE.contains(match.posAfter());
    }
  },
  /** The four digits are a year, not a count. */
  YEAR {
    @Override
    boolean allows(TimeMatch match) {
      return isYear(match);
    }
  },
  /** The month's name names a month, not a person or a verb. */
  MONTH_ALONE {
    @Override
    boolean allows(TimeMatch match) {
      return isMonth(match);
    }
  },
  /** "this May", not "this may be". */
  MONTH_NAMED {
    @Override
    boolean allows(TimeMatch match) {
      return !Set.of("be", "have", "not", "seem").contains(match.wordAfter());
    }
  },
  /** "the end of May", "early in May", "late May", not "the talks end in May". */
  PART_MONTH {
    @Override
    boolean allows(TimeMatch match) {
      String part = match.get(TimeClass.PART).word();
      boolean adjective = part.equals("early") || part.equals("mid") || part.equals("late");
      boolean ofFollows =
          match.tokens().stream()
              .skip(match.start())
              .limit(match.end - (long) match.start())
              .anyMatch(token -> token.word().equals("of"));
      return adjective != ofFollows;
    }
  },
  /** "the 1930’s": the year opens a decade. */
  ROUND_DECADE {
    @Override
    boolean allows(TimeMatch match) {
      boolean introduced =
          match.first().word().equals("the")
              || Set.of("early", "mid", "late", "-").contains(match.wordBefore());
      return introduced && match.number(TimeClass.YEAR) % 10 == 0;
    }
  },
  /** The sentence is about business, so that the quarter is one of the year. */
  QUARTER {
    @Override
    boolean allows(TimeMatch match) {
      return match.tokens().stream().anyMatch(t -> GuardWords.BUSINESS.contains(t.word()));
    }
  },
  /** "the fall of 2012", not "Fall 1989 Band". */
  SEASON {
    @Override
    boolean allows(TimeMatch match) {
      return !GuardWords.COUNTED.contains(match.wordAfter());
    }
  },
  /** The attack came overnight; the stay is only called so. */
  ADVERB {
    @Override
    boolean allows(TimeMatch match) {
      return !GuardWords.NIGHT_THINGS.contains(match.wordAfter());
    }
  },
  /** The weekday is one day, not each ("every Tuesday") or a name ("Black Friday"). */
  WEEKDAY {
    @Override
    boolean allows(TimeMatch match) {
      return !GuardWords.NOT_DAYS.contains(match.wordBefore())
          && !GuardWords.NOT_DAYS_AFTER.contains(match.wordAfter())
          && (match.get(TimeClass.WEEKDAY).isCapitalized() || match.wordBefore().equals("on"));
    }
  },
  /** "last week", not "last weeks", "last day" or "the last year of the war". */
  UNIT_SINGULAR {
    @Override
    boolean allows(TimeMatch match) {
      boolean named = match.unit() != CalendarUnit.DAY || match.form().meaning().isFromText();
      return named && !match.isPlural() && !match.wordAfter().equals("of");
    }
  },
  /** "this week", not "this day". */
  UNIT_THIS {
    @Override
    boolean allows(TimeMatch match) {
      // "this years festival" lacks its apostrophe.
      boolean one = !match.isPlural() || match.unit() == CalendarUnit.YEAR;
      return match.unit() != CalendarUnit.DAY && one;
    }
  },
  /** "the next day", not "the next week". */
  UNIT_DAY {
    @Override
    boolean allows(TimeMatch match) {
      return match.unit() == CalendarUnit.DAY && !match.isPlural();
    }
  },
  /** "weeks ago", not "week ago". */
  UNIT_PLURAL {
    @Override
    boolean allows(TimeMatch match) {
      return match.isPlural();
    }
  },
  /** "the same day". */
  UNIT_DAY_OR_MORE {
    @Override
    boolean allows(TimeMatch match) {
      return !match.isPlural();
    }
  },
  /** "that year", not "that year after year". */
  UNIT_THAT {
    @Override
    boolean allows(TimeMatch match) {
      boolean framed = match.start() == 0 || match.posBefore().equals("ADP");
      return !match.isPlural() && (framed || !NOUN_LIKE.contains(match.posAfter()));
    }
  },
  /** "two years ago", "two years back", not "two years back home". */
  AGO {
    @Override
    boolean allows(TimeMatch match) {
      String last = match.tokens().get(match.end - 1).word();
      return !last.equals("back")
          || match.posAfter().equals("PUNCT")
          || match.wordAfter().equals("that");
    }
  },
  /** Nothing follows that it could belong to ("the day before", not "the day before the vote"). */
  CLAUSE_END {
    @Override
    boolean allows(TimeMatch match) {
      return !NOUN_LIKE.contains(match.posAfter())
          && !Set.of("DET", "PRON").contains(match.posAfter());
    }
  },
  /** "a day earlier", not "a day earlier than planned". */
  NOT_THAN {
    @Override
    boolean allows(TimeMatch match) {
      return !match.wordAfter().equals("than");
    }
  },
  /** It is a time of day, not a result or a verse. */
  CLOCK {
    @Override
    boolean allows(TimeMatch match) {
      return match.has(TimeClass.MERIDIEM)
          || match.has(TimeClass.ZONE)
          || match.get(TimeClass.CLOCK).word().endsWith("m")
          || match.wordAfter().equals("local")
          || GuardWords.CLOCK_OPENERS.contains(match.wordBefore());
    }
  },
  /** The feast is a day, not what belongs to it ("the Christmas tree"). */
  FEAST {
    @Override
    boolean allows(TimeMatch match) {
      return match.end - match.start() > 1
          || (GuardWords.FEAST_OPENERS.contains(match.wordBefore())
              && !NOUN_LIKE.contains(match.posAfter()));
    }
  };

  private static final Set<String> NOUN_LIKE = Set.of("NOUN", "PROPN", "ADJ", "NUM");

  private static final int FIRST_MODERN_YEAR = 1900;
  private static final int LAST_MODERN_YEAR = 2049;

  /** Tells whether the match may stand where it stands. */
  abstract boolean allows(TimeMatch match);

  private static boolean isYear(TimeMatch match) {
    TimeToken first = match.first();
    int year = first.number();
    if (GuardWords.QUANTIFYING.contains(match.wordBefore())
        || GuardWords.COUNTED.contains(match.wordAfter())
        || match.wordAfter().equals("%")) {
      return false;
    }
    if (isRange(match)) {
      return true;
    }
    boolean opened = match.start() == 0 || GuardWords.YEAR_OPENERS.contains(match.wordBefore());
    boolean noun = match.posAfter().equals("NOUN");
    boolean plural = noun && match.wordAfter().endsWith("s");
    if (year < FIRST_MODERN_YEAR || year > LAST_MODERN_YEAR) {
      return opened && match.start() > 0 && !noun && !match.wordBefore().equals("and");
    }
    if (year % 100 == 0) {
      return opened && !plural;
    }
    if (year > 2030 || match.wordAfter().equals("gmt") || match.wordAfter().equals("hours")) {
      return opened && !plural;
    }
    return true;
  }

  /** "2000 - 2050": two numbers that look like years, the second later. */
  private static boolean isRange(TimeMatch match) {
    return match.wordAfter().equals("-")
        && match.end + 1 < match.tokens().size()
        && match.tokens().get(match.end + 1).is(TimeClass.YEAR)
        && match.tokens().get(match.end + 1).number() > match.first().number();
  }

  private static boolean isMonth(TimeMatch match) {
    TimeToken month = match.get(TimeClass.MONTH);
    if (opensNoDate(match)) {
      return false;
    }
    if (month.word().length() <= 4 && !month.word().equals("july")) {
      return opensMonth(match) && !followedByName(match);
    }
    return switch (month.word()) {
      case "march", "april", "august" -> opensMonth(match) && !followedByName(match);
      default -> !followedByName(match) || opensMonth(match);
    };
  }

  /** "February 30": a number follows that neither makes a date with the month nor counts. */
  private static boolean opensNoDate(TimeMatch match) {
    List<TimeToken> tokens = match.tokens();
    return match.end < tokens.size()
        && tokens.get(match.end).is(TimeClass.DAY)
        && !(match.end + 1 < tokens.size()
            && GuardWords.COUNTED.contains(tokens.get(match.end + 1).word()));
  }

  private static boolean opensMonth(TimeMatch match) {
    return GuardWords.MONTH_OPENERS.contains(match.wordBefore());
  }

  private static boolean followedByName(TimeMatch match) {
    return match.posAfter().equals("PROPN")
        && match.end < match.tokens().size()
        && match.tokens().get(match.end).isCapitalized();
  }
}
