package dev.dateline.enrich.times;

import dev.dateline.enrich.text.Sentence;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line a report opens with: "KYIV, May 23 (Reuters) –", "BERLIN (AP) —", "Taipei, Taiwan
 * —", "Friday, January 4, 2019", "date 2023-05-25".
 *
 * <p>It stands at the start of one of the first paragraphs. Immutable, thread-safe.
 */
final class DateLineFinder {

  private static final int FIRST_PARAGRAPHS = 3;
  private static final int MOST_PLACE_WORDS = 8;
  private static final Set<String> LABELS =
      Set.of("date", "published", "posted", "updated", "dated", "dateline");

  private final TimeWords words;

  DateLineFinder(TimeWords words) {
    this.words = words;
  }

  /** Returns the line; null when the article has none. */
  @Nullable DateLineMention find(TextDocument document) {
    int paragraph = -1;
    DateLineMention found = null;
    for (Sentence sentence : document.sentences()) {
      if (sentence.paragraph() >= FIRST_PARAGRAPHS) {
        break;
      }
      if (sentence.paragraph() == paragraph) {
        continue;
      }
      paragraph = sentence.paragraph();
      DateLineMention line = new Line(sentence, document).read();
      if (line != null && (found == null || (found.day() == null && line.day() != null))) {
        found = found == null ? line : merge(found, line);
      }
    }
    return found;
  }

  /** A line of the day alone and a line of the place alone are one date line in two pieces. */
  private static DateLineMention merge(DateLineMention place, DateLineMention day) {
    return place.place() == null
        ? day
        : new DateLineMention(place.span(), place.place(), day.day(), place.agency());
  }

  /** The opening of one paragraph, read word by word. */
  private final class Line {

    private final Sentence sentence;
    private final TextDocument document;
    private final List<TimeToken> tokens = new ArrayList<>();
    private int next;
    private @Nullable TextSpan place;
    private @Nullable LocalDate day;
    private @Nullable String agency;

    Line(Sentence sentence, TextDocument document) {
      this.sentence = sentence;
      this.document = document;
      sentence.tokens().stream().limit(24).map(words::read).forEach(tokens::add);
    }

    @Nullable DateLineMention read() {
      boolean labelled = LABELS.contains(word(0));
      if (labelled) {
        next = 1;
        skip(":", "on", ",");
      }
      boolean full = readDate();
      if (full) {
        return labelled || next >= tokens.size() || opensText(next) ? line(next) : null;
      }
      if (labelled) {
        return null;
      }
      next = 0;
      return readPlace() ? line(next) : null;
    }

    private DateLineMention line(int end) {
      return new DateLineMention(
          new TextSpan(sentence.start(), tokens.get(end - 1).token().end()), place, day, agency);
    }

    /** A date at the head of a text is its date line when the text starts anew behind it. */
    private boolean opensText(int index) {
      return tokens.get(0).is(TimeClass.WEEKDAY) && tokens.get(index).isCapitalized();
    }

    private boolean readPlace() {
      int start = next;
      while (next < tokens.size()
          && next - start < MOST_PLACE_WORDS
          && isPlaceWord(tokens.get(next), next == start)) {
        next++;
      }
      int end = next;
      while (end > start && word(end - 1).equals(",")) {
        end--;
      }
      if (end == start) {
        return false;
      }
      place = new TextSpan(tokens.get(start).token().start(), tokens.get(end - 1).token().end());
      boolean shouted = isShouted(start, end);
      boolean dated = readDate() || day != null;
      skip(",");
      boolean named = readAgency();
      boolean dashed = isDash();
      if (dashed) {
        next++;
      }
      return dashed && next < tokens.size() && (shouted || dated || named || allNames(start, end));
    }

    private boolean isPlaceWord(TimeToken token, boolean first) {
      if (token.is(TimeClass.MONTH) && !first) {
        return false;
      }
      boolean mark = !first && (token.word().equals(",") || token.word().equals("/"));
      return mark || (token.isCapitalized() && !token.is(TimeClass.WEEKDAY));
    }

    private boolean allNames(int start, int end) {
      for (int i = start; i < end; i++) {
        String pos = tokens.get(i).token().pos();
        if (!pos.equals("PROPN") && !pos.equals("PUNCT")) {
          return false;
        }
      }
      return true;
    }

    private boolean isShouted(int start, int end) {
      String text = document.text().substring(start(start), tokens.get(end - 1).token().end());
      return text.length() > 2
          && text.chars().noneMatch(Character::isLowerCase)
          && text.chars().filter(Character::isUpperCase).count() > 2;
    }

    private int start(int index) {
      return tokens.get(index).token().start();
    }

    /** Reads a date; tells whether it was whole, and leaves the day where it could be told. */
    private boolean readDate() {
      int i = next;
      if (i < tokens.size() && tokens.get(i).is(TimeClass.WEEKDAY)) {
        i = after(i + 1, ",");
      }
      if (i >= tokens.size()) {
        return false;
      }
      if (tokens.get(i).is(TimeClass.ISO)) {
        Reading iso = WrittenDates.iso(word(i));
        if (iso != null && iso.interval() != null) {
          day = iso.interval().from();
          next = i + 1;
          return true;
        }
        return false;
      }
      boolean monthFirst = is(i, TimeClass.MONTH) && is(i + 1, TimeClass.DAY);
      boolean dayFirst = is(i, TimeClass.DAY) && is(i + 1, TimeClass.MONTH);
      if (!monthFirst && !dayFirst) {
        return false;
      }
      int month = tokens.get(monthFirst ? i : i + 1).number();
      int dayOfMonth = tokens.get(monthFirst ? i + 1 : i).number();
      i += 2;
      int year = is(after(i, ","), TimeClass.YEAR) ? after(i, ",") : -1;
      next = year < 0 ? i : year + 1;
      day = day(year < 0 ? 0 : tokens.get(year).number(), month, dayOfMonth);
      return year >= 0 && day != null;
    }

    private @Nullable LocalDate day(int year, int month, int dayOfMonth) {
      LocalDate published = document.published();
      try {
        if (year > 0) {
          return LocalDate.of(year, month, dayOfMonth);
        }
        if (published == null) {
          return null;
        }
        LocalDate same = LocalDate.of(published.getYear(), month, dayOfMonth);
        // A line of December in an article of January belongs to the year before.
        return ChronoUnit.DAYS.between(published, same) > 180 ? same.minusYears(1) : same;
      } catch (DateTimeException e) {
        // No such day: the line gives none.
        return null;
      }
    }

    private boolean readAgency() {
      if (!word(next).equals("(")) {
        return false;
      }
      int end = next + 1;
      while (end < tokens.size() && end - next < 6 && !word(end).equals(")")) {
        end++;
      }
      if (end >= tokens.size() || !word(end).equals(")") || end == next + 1) {
        return false;
      }
      agency = document.text().substring(start(next + 1), tokens.get(end - 1).token().end());
      next = end + 1;
      return true;
    }

    private boolean isDash() {
      if (next >= tokens.size()
          || word(next).isEmpty()
          || !word(next).chars().allMatch(c -> c == '-')) {
        return false;
      }
      // "R-Ga." is a party and a state, "Saint-Denis" a name.
      boolean glued =
          next > 0
              && next + 1 < tokens.size()
              && word(next).length() == 1
              && document.text().charAt(start(next)) == '-'
              && tokens.get(next - 1).token().end() == start(next)
              && tokens.get(next).token().end() == start(next + 1);
      return !glued || shoutedBefore();
    }

    private boolean shoutedBefore() {
      return next > 1 && isShouted(next - 1, next) && word(next - 1).length() > 2;
    }

    private boolean is(int index, TimeClass timeClass) {
      return index < tokens.size() && tokens.get(index).is(timeClass);
    }

    private int after(int index, String mark) {
      return word(index).equals(mark) ? index + 1 : index;
    }

    private void skip(String... marks) {
      while (next < tokens.size() && Set.of(marks).contains(word(next))) {
        next++;
      }
    }

    private String word(int index) {
      return index < tokens.size() ? tokens.get(index).word() : "";
    }
  }
}
