package dev.dateline.enrich.times;

import java.util.List;

/** A form that stands at a place of a sentence. Not shared between threads. */
final class TimeMatch {

  private static final int MOST_BINDINGS = 12;

  private final TimeForm form;
  private final List<TimeToken> tokens;
  private final int start;
  private final int[] boundTokens = new int[MOST_BINDINGS];
  private final int[] boundClasses = new int[MOST_BINDINGS];
  private int bindings;

  /** One past its last token; set by {@link TimeForm}. */
  int end;

  TimeMatch(TimeForm form, List<TimeToken> tokens, int start) {
    this.form = form;
    this.tokens = tokens;
    this.start = start;
    this.end = start;
  }

  TimeForm form() {
    return form;
  }

  List<TimeToken> tokens() {
    return tokens;
  }

  int start() {
    return start;
  }

  TimeToken first() {
    return tokens.get(start);
  }

  /** Returns the word before the match; empty at the start of the sentence. */
  String wordBefore() {
    return start > 0 ? tokens.get(start - 1).word() : "";
  }

  /** Returns the part of speech before the match; empty at the start of the sentence. */
  String posBefore() {
    return start > 0 ? tokens.get(start - 1).token().pos() : "";
  }

  /** Returns the word behind the match; empty at the end of the sentence. */
  String wordAfter() {
    return end < tokens.size() ? tokens.get(end).word() : "";
  }

  /** Returns the part of speech behind the match; PUNCT at the end of the sentence. */
  String posAfter() {
    return end < tokens.size() ? tokens.get(end).token().pos() : "PUNCT";
  }

  int bind(int token, int classes) {
    int mark = bindings;
    if (classes != 0) {
      boundTokens[bindings] = token;
      boundClasses[bindings] = classes & tokens.get(token).classes();
      bindings++;
    }
    return mark;
  }

  void unbind(int mark) {
    bindings = mark;
  }

  boolean has(TimeClass timeClass) {
    return find(timeClass, 0) >= 0;
  }

  /** Returns the first token bound as that class. */
  TimeToken get(TimeClass timeClass) {
    int found = find(timeClass, 0);
    if (found < 0) {
      throw new IllegalStateException(
          "reading the time form " + form.rule() + ": it has no " + timeClass);
    }
    return tokens.get(boundTokens[found]);
  }

  int number(TimeClass timeClass) {
    return get(timeClass).number();
  }

  /** Returns the number of the second token bound as that class. */
  int secondNumber(TimeClass timeClass) {
    int first = find(timeClass, 0);
    int second = find(timeClass, first + 1);
    if (first < 0 || second < 0) {
      throw new IllegalStateException(
          "reading the time form " + form.rule() + ": it has no second " + timeClass);
    }
    return tokens.get(boundTokens[second]).number();
  }

  private int find(TimeClass timeClass, int from) {
    for (int i = from; i < bindings; i++) {
      if ((boundClasses[i] & timeClass.bit()) != 0) {
        return i;
      }
    }
    return -1;
  }

  CalendarUnit unit() {
    return CalendarUnit.valueOf(get(TimeClass.UNIT).value());
  }

  /** Tells whether the unit stands in the plural. */
  boolean isPlural() {
    return get(TimeClass.UNIT).word().endsWith("s");
  }
}
