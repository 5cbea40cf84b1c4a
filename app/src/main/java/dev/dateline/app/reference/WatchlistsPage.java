package dev.dateline.app.reference;

import dev.dateline.sink.watch.WatchField;

/** Writes {@code docs/reference/watchlists.md}: the fields of a watchlist's query. */
public final class WatchlistsPage {

  private static final String HEAD =
      """
      # Watchlists

      Generated from `sink/`; do not edit.

      A watchlist is a query in the syntax of Lucene's classic query parser, matched against every claim and every article as it passes:
      words, `"phrases"`, `AND`, `OR`, `NOT`, `+`, `-`, brackets, `prefix*`, `w?ldcards`, `fuzzy~1`, `field:value`. No ranges, no regular expressions,
      no wildcard at the beginning of a word. A query that cannot be understood is refused with the character where the fault is.

          ./dateline watch add bakhmut 'within(48.6,38.0,50) AND (verdict:NEW OR verdict:DISPUTED)' --throttle 5/1h
          ./dateline watch add ministry 'claimant:maliar AND type:claim' --webhook https://hooks.example.org/dateline --format slack

      Each claim is a document, and each article another: `type:claim` or `type:article` asks for one of them. A watchlist raises one alert for each
      proposition, whatever becomes of its verdict later, and one for each article, whatever its revisions. Backfill raises none.
      While there is no watchlist, every claim with the verdict NEW raises an alert of `claims.new`.

      | field | compared | holds |
      | --- | --- | --- |
      """;

  private WatchlistsPage() {}

  /** Returns the page in Markdown; the same for the same fields. */
  public static String render() {
    StringBuilder page = new StringBuilder(HEAD);
    for (WatchField field : WatchField.values()) {
      String compared =
          switch (field.kind()) {
            case PROSE -> "by English word, whatever its ending";
            case NAME -> "by word, accents and case aside; a phrase in any order";
            case WORD -> "as a whole, case aside";
            case CIRCLE -> "by distance on the earth";
          };
      page.append("| `").append(field.key()).append("` | ").append(compared);
      page.append(" | ").append(field.meaning()).append(" |\n");
    }
    return page.toString();
  }
}
