package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.text.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * One word of a passage, or a whole quotation closed into one word.
 *
 * @param start first UTF-16 index in the article's text
 * @param end one past the last index
 * @param surface as written; for a quotation its first word
 * @param lower the surface in lower case
 * @param pos part of speech, Universal Dependencies; "QUOTE" for a quotation
 * @param quotation the quotation; null for a word
 * @param mention the name it belongs to; null when none
 * @param time whether it belongs to a time expression
 * @param statement whether it is a quotation that says something, not a name or a word in quotes
 */
record Item(
    int start,
    int end,
    String surface,
    String lower,
    String pos,
    @Nullable Quotation quotation,
    @Nullable NameMention mention,
    boolean time,
    boolean statement) {

  /** Part of speech of a quotation closed into one item. */
  static final String QUOTE = "QUOTE";

  /** Returns the same item with another part of speech. */
  Item withPos(String other) {
    return new Item(start, end, surface, lower, other, quotation, mention, time, statement);
  }

  /** Returns the positions alone. */
  TextSpan span() {
    return new TextSpan(start, end);
  }
}
