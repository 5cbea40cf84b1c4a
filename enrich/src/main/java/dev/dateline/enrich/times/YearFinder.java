package dev.dateline.enrich.times;

import dev.dateline.schemas.avro.TimeAnchor;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the year of a time that is written without one. Not shared between threads. */
final class YearFinder {

  /** A time that falls once a year. */
  interface OfYear {

    /** Returns the time in a year; throws DateTimeException where the year has none. */
    Interval in(int year);
  }

  /** A tense overrules nearness no further than this. */
  private static final int FARTHEST_BY_TENSE = 300;

  private static final Set<String> RANGE_WORDS =
      Set.of("-", "to", "through", "until", "till", "and");

  private final TimeContext context;

  YearFinder(TimeContext context) {
    this.context = context;
  }

  /**
   * Returns the time in the year that is meant: that of the range it opens, else one written before
   * in its sentence, else the one that its tense and nearness to the article's day tell.
   */
  Reading nearest(TimeMatch match, OfYear time) {
    if (match.end < match.tokens().size()
        && match.tokens().get(match.end).is(TimeClass.YEAR)
        && match.form().meaning() == TimeMeaning.FEAST) {
      return Reading.complete(time.in(match.tokens().get(match.end).number()));
    }
    Optional<Integer> ahead = yearOfRange(match);
    if (ahead.isPresent()) {
      return Reading.of(time.in(ahead.get()), TimeAnchor.TEXT);
    }
    LocalDate today = context.today();
    Tense tense = Tense.at(match.tokens(), match.start(), match.end);
    Interval written = context.sentenceYear();
    if (written != null && (today == null || written.from().getYear() < today.getYear())) {
      return Reading.of(time.in(written.from().getYear()), TimeAnchor.TEXT);
    }
    if (today == null) {
      return Reading.UNRESOLVED;
    }
    return Reading.of(byTense(candidates(today, time), today, tense), context.anchor());
  }

  private static List<Interval> candidates(LocalDate today, OfYear time) {
    List<Interval> candidates = new ArrayList<>();
    for (int year = today.getYear() - 1; year <= today.getYear() + 1; year++) {
      try {
        candidates.add(time.in(year));
      } catch (DateTimeException e) {
        // The year has no such day, so it is not the one that is meant.
      }
    }
    if (candidates.isEmpty()) {
      throw new DateTimeException("no such day in the years around " + today.getYear());
    }
    return candidates;
  }

  private static Interval byTense(List<Interval> candidates, LocalDate today, Tense tense) {
    Comparator<Interval> byDistance = Comparator.comparingLong(time -> time.distance(today));
    Optional<Interval> told =
        candidates.stream()
            .filter(
                time ->
                    switch (tense) {
                      case PAST -> !time.from().isAfter(today);
                      case FUTURE -> !time.to().isBefore(today);
                      case UNKNOWN -> false;
                    })
            .min(byDistance)
            .filter(time -> time.distance(today) <= FARTHEST_BY_TENSE);
    return told.orElseGet(() -> candidates.stream().min(byDistance).orElseThrow());
  }

  /** "January 23 - March 9 2014", "from May to June 2016": the year stands at the range's end. */
  private static Optional<Integer> yearOfRange(TimeMatch match) {
    List<TimeToken> tokens = match.tokens();
    int i = match.end;
    if (!match.has(TimeClass.MONTH)
        || i + 1 >= tokens.size()
        || !RANGE_WORDS.contains(tokens.get(i).word())) {
      return Optional.empty();
    }
    i++;
    int day = tokens.get(i).is(TimeClass.DAY) ? i++ : -1;
    if (i >= tokens.size() || !tokens.get(i).is(TimeClass.MONTH)) {
      return Optional.empty();
    }
    int lastMonth = tokens.get(i).number();
    i++;
    if (day < 0 && i < tokens.size() && tokens.get(i).is(TimeClass.DAY)) {
      i++;
    }
    if (i < tokens.size() && tokens.get(i).word().equals(",")) {
      i++;
    }
    if (i >= tokens.size() || !tokens.get(i).is(TimeClass.YEAR)) {
      return Optional.empty();
    }
    int year = tokens.get(i).number();
    return Optional.of(lastMonth < match.number(TimeClass.MONTH) ? year - 1 : year);
  }
}
