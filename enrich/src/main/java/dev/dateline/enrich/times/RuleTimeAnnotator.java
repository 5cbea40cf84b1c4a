package dev.dateline.enrich.times;

import dev.dateline.enrich.text.Sentence;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import dev.dateline.schemas.avro.TimeAnchor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds time expressions by the tables beside this class and works out their days.
 *
 * <p>What is relative is counted from the date line where it gives a day near the published one,
 * else from the published day, and from the text where it says so; without any of them it stays
 * unresolved. Thread-safe.
 */
public final class RuleTimeAnnotator implements TimeAnnotator {

  /** A date line further from the published day than this is not the article's own. */
  private static final int NEAR_DAYS = 3;

  private final TimeForms forms;
  private final TimeWords words;
  private final DateLineFinder dateLines;

  private RuleTimeAnnotator(TimeForms forms, TimeWords words) {
    this.forms = forms;
    this.words = words;
    this.dateLines = new DateLineFinder(words);
  }

  /** Loads the tables. */
  public static RuleTimeAnnotator load() {
    TimeForms forms = TimeForms.load();
    return new RuleTimeAnnotator(forms, TimeWords.load(forms.byWord()));
  }

  private static final Set<String> CLOCK_RULES = Set.of("clock", "clock-hour");

  /** How many words may stand between an hour and its day. */
  private static final int MOST_BETWEEN = 6;

  @Override
  public Times annotate(TextDocument document) {
    DateLineMention dateLine = dateLines.find(document);
    TimeContext context = context(document.published(), dateLine);
    TimeReader reader = new TimeReader(context);
    List<TimeMention> times = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      document.budget().check();
      readSentence(sentence, context, reader, times);
    }
    return new Times(dateLine, times);
  }

  private static TimeContext context(
      @Nullable LocalDate published, @Nullable DateLineMention dateLine) {
    LocalDate day = dateLine == null ? null : dateLine.day();
    if (day != null && !day.equals(published) && isNear(day, published)) {
      return new TimeContext(day, TimeAnchor.DATE_LINE);
    }
    return published == null
        ? new TimeContext(null, TimeAnchor.NONE)
        : new TimeContext(published, TimeAnchor.PUBLISHED);
  }

  private static boolean isNear(LocalDate day, @Nullable LocalDate published) {
    return published == null || Math.abs(ChronoUnit.DAYS.between(day, published)) <= NEAR_DAYS;
  }

  private void readSentence(
      Sentence sentence, TimeContext context, TimeReader reader, List<TimeMention> times) {
    List<TimeToken> tokens = new ArrayList<>(sentence.tokens().size());
    boolean promising = false;
    for (Token token : sentence.tokens()) {
      TimeToken read = words.read(token);
      promising |= read.classes() != 0 || !read.forms().isEmpty();
      tokens.add(read);
    }
    if (!promising) {
      return;
    }
    context.beginSentence();
    int first = times.size();
    int i = 0;
    while (i < tokens.size()) {
      Found found = longestAt(tokens, i, reader);
      if (found == null) {
        i++;
      } else {
        times.add(mention(tokens, found));
        Interval interval = found.reading.interval();
        if (interval != null) {
          context.spokenOf(interval, found.match.has(TimeClass.YEAR));
        }
        i = found.match.end;
      }
    }
    settleClocks(sentence, first, times);
  }

  /** "at 3 a.m. on May 24", "6 p.m. Kyiv time on Tuesday": the day stands behind the hour. */
  private static void settleClocks(Sentence sentence, int first, List<TimeMention> times) {
    for (int i = first; i + 1 < times.size(); i++) {
      TimeMention clock = times.get(i);
      TimeMention day = times.get(i + 1);
      if (CLOCK_RULES.contains(clock.rule())
          && !CLOCK_RULES.contains(day.rule())
          && day.from() != null
          && day.from().equals(day.to())
          && belongTogether(sentence, clock.span().end(), day.span().start())) {
        times.set(
            i,
            new TimeMention(
                clock.span(), day.from(), day.to(), day.anchor(), clock.rule(), null, null));
      }
    }
  }

  /** Tells whether only a zone, a preposition and the like stand between an hour and a day. */
  private static boolean belongTogether(Sentence sentence, int from, int to) {
    int between = 0;
    for (Token token : sentence.tokens()) {
      if (token.start() >= from && token.end() <= to) {
        between++;
        boolean joins =
            token.text().equals("on")
                || token.text().equals("time")
                || token.text().equals("local")
                || token.text().equals(".")
                || token.text().equals(",")
                || token.text().equals("(")
                || token.text().equals(")")
                || Character.isUpperCase(token.text().codePointAt(0));
        if (!joins || between > MOST_BETWEEN) {
          return false;
        }
      }
    }
    return true;
  }

  private record Found(TimeMatch match, Reading reading) {}

  private @Nullable Found longestAt(List<TimeToken> tokens, int start, TimeReader reader) {
    Found best = null;
    for (TimeMatch match : forms.matchesAt(tokens, start)) {
      boolean longer =
          best == null
              || match.end > best.match.end
              || (match.end == best.match.end && match.form().order() < best.match.form().order());
      if (longer && match.form().guard().allows(match)) {
        Reading reading = reader.read(match);
        if (reading != null) {
          best = new Found(match, reading);
        }
      }
    }
    return best;
  }

  private static TimeMention mention(List<TimeToken> tokens, Found found) {
    TimeMatch match = found.match;
    Interval interval = found.reading.interval();
    Interval alternative = found.reading.alternative();
    return new TimeMention(
        new TextSpan(match.first().token().start(), tokens.get(match.end - 1).token().end()),
        interval == null ? null : interval.from(),
        interval == null ? null : interval.to(),
        found.reading.anchor(),
        match.form().rule(),
        alternative == null ? null : alternative.from(),
        alternative == null ? null : alternative.to());
  }
}
