package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks, in every style of marks, one paragraph after the
 * other.
 *
 * <p>A quotation never leaves its paragraph: where it is not closed there, it ends with the
 * paragraph, and the next paragraph continues it if it opens with a mark again. Quotations inside
 * quotations are part of the outer one. Linear in the length of the text. Stateless.
 */
final class QuotationFinder {

  /** How long an unclosed quotation may be taken to be before it counts as a stray mark. */
  private static final int LONGEST_UNCLOSED = 2000;

  /** How far a closing mark is looked for. */
  private static final int LONGEST = 20_000;

  /** How many marks of one shape may stand inside each other before the count is given up. */
  private static final int DEEPEST = 3;

  private final String text;
  private final Budget budget;
  private final List<Quotation> found = new ArrayList<>();

  private QuotationFinder(String text, Budget budget) {
    this.text = text;
    this.budget = budget;
  }

  /** Returns the quotations of a text, in text order, not overlapping. */
  static List<Quotation> find(String text, Budget budget) {
    QuotationFinder finder = new QuotationFinder(text, budget);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      finder.paragraph(start, end);
      start = end + 1;
    }
    return finder.found;
  }

  private void paragraph(int start, int end) {
    int at = start;
    // Where no weak mark closes before, so that it is not looked for again and again.
    int weakUntil = 0;
    while (at < end) {
      if ((at & 0xFFF) == 0) {
        budget.check();
      }
      if (!opens(at, start, end)) {
        at++;
        continue;
      }
      int close = at < weakUntil && !QuoteMarks.isStrong(text, at) ? -1 : closing(at, end);
      if (close < 0) {
        if (end - at <= LONGEST_UNCLOSED && QuoteMarks.isStrong(text, at)) {
          add(at, end, end, false, start);
        }
        if (QuoteMarks.isStrong(text, at)) {
          // Nothing after a mark that is never closed can be told apart from what it encloses.
          return;
        }
        weakUntil = Math.min(end, at + LONGEST);
        at++;
        continue;
      }
      int after = close + QuoteMarks.length(text, close);
      add(at, close, after, true, start);
      at = after;
    }
  }

  private void add(int open, int close, int end, boolean closed, int paragraphStart) {
    int from = open + QuoteMarks.length(text, open);
    int to = close;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from >= to) {
      return;
    }
    boolean opensParagraph = text.substring(paragraphStart, open).isBlank();
    boolean continues = opensParagraph && !found.isEmpty() && !found.get(found.size() - 1).closed();
    int outerEnd = closed ? end : to;
    found.add(
        new Quotation(new TextSpan(open, outerEnd), new TextSpan(from, to), closed, continues));
  }

  private boolean opens(int at, int start, int end) {
    if (!QuoteMarks.mayOpen(text, at)) {
      return false;
    }
    if (QuoteMarks.isDirected(text, at)) {
      return true;
    }
    boolean afterWord = at > start && Character.isLetterOrDigit(text.charAt(at - 1));
    int next = at + QuoteMarks.length(text, at);
    return !afterWord && next < end;
  }

  /**
   * Finds the mark that closes the one at an index; -1 when none does.
   *
   * <p>A mark of the same shape inside opens an inner quotation; where the count does not come out,
   * the first closing mark counts.
   */
  private int closing(int open, int end) {
    int first = -1;
    int depth = 1;
    int limit = Math.min(end, open + LONGEST);
    for (int at = open + QuoteMarks.length(text, open); at < limit; at++) {
      if (QuoteMarks.closes(text, open, at, end)) {
        first = first < 0 ? at : first;
        if (--depth == 0) {
          return at;
        }
        at += QuoteMarks.length(text, at) - 1;
      } else if (QuoteMarks.isDirected(text, open)
          && text.charAt(at) == text.charAt(open)
          && ++depth > DEEPEST) {
        break;
      }
    }
    return first;
  }
}
