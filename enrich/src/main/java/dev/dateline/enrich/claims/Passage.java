package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as the constructions see it: its words in order, every quotation closed into one item,
 * so that a long quotation is one step and what it holds is never taken for the sentence's own.
 *
 * <p>Indexes outside the passage are allowed and never match. Immutable.
 *
 * @param text the article's text
 * @param number which passage of the article it is, from 0
 * @param paragraph number of its paragraph
 * @param items in text order, never empty
 */
record Passage(String text, int number, int paragraph, List<Item> items) {

  /** Keeps its own copy of the items. */
  Passage {
    items = List.copyOf(items);
  }

  /** Returns how many items it has. */
  int size() {
    return items.size();
  }

  /** Returns one item. */
  Item item(int index) {
    return items.get(index);
  }

  private boolean has(int index) {
    return index >= 0 && index < items.size();
  }

  /** Returns the lower-case word at an index; empty outside. */
  String lower(int index) {
    return has(index) ? items.get(index).lower() : "";
  }

  /** Returns the part of speech at an index; empty outside. */
  String pos(int index) {
    return has(index) ? items.get(index).pos() : "";
  }

  /** Tells whether one of the words stands at an index. */
  boolean isAny(int index, Set<String> words) {
    return has(index) && words.contains(items.get(index).lower());
  }

  /** Tells whether the word stands at an index. */
  boolean is(int index, String word) {
    return has(index) && items.get(index).lower().equals(word);
  }

  /** Tells whether the item has the part of speech. */
  boolean hasPos(int index, String pos) {
    return has(index) && items.get(index).pos().equals(pos);
  }

  /** Tells whether the item belongs to a time expression. */
  boolean isTime(int index) {
    return has(index) && items.get(index).time();
  }

  /** Returns the quotation at an index; null when there is none. */
  @Nullable Quotation quotation(int index) {
    return has(index) ? items.get(index).quotation() : null;
  }

  /** Tells whether a quotation stands at an index. */
  boolean isQuotation(int index) {
    return quotation(index) != null;
  }

  /** Tells whether the word begins with a capital letter. */
  boolean isCapitalised(int index) {
    return has(index) && Character.isUpperCase(items.get(index).surface().codePointAt(0));
  }

  /** Tells whether it is a comma. */
  boolean isComma(int index) {
    return is(index, ",");
  }

  /** Tells whether it is a dash that parts clauses. */
  boolean isDash(int index) {
    return is(index, "–") || is(index, "—") || is(index, "--") || (is(index, "-") && spaced(index));
  }

  private boolean spaced(int index) {
    return has(index - 1) && items.get(index - 1).end() < items.get(index).start();
  }

  /** Tells whether it ends a sentence. */
  boolean isStop(int index) {
    return is(index, ".") || is(index, "!") || is(index, "?") || is(index, "…") || is(index, "...");
  }

  /** Tells whether it is any mark that is no word. */
  boolean isPunctuation(int index) {
    return has(index) && !isQuotation(index) && hasPos(index, "PUNCT");
  }

  /** Returns one past the last item that is not a full stop. */
  int endWithoutStop() {
    int end = items.size();
    while (end > 0 && isStop(end - 1)) {
      end--;
    }
    return end;
  }

  /** Returns the positions of the items from one index to before another. */
  TextSpan span(int from, int to) {
    return new TextSpan(items.get(from).start(), items.get(to - 1).end());
  }

  /** Returns the positions of the whole passage. */
  TextSpan span() {
    return span(0, items.size());
  }
}
