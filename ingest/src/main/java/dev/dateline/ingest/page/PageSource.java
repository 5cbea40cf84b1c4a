package dev.dateline.ingest.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A page as trees of elements, which reading takes apart.
 *
 * <p>Most pages need one tree. Another is parsed when it is first asked for, and copied from then
 * on. Not thread-safe.
 */
final class PageSource {

  private final String characters;
  private final Document first;
  private @Nullable Document untouched;

  PageSource(String characters) {
    this.characters = characters;
    this.first = Jsoup.parse(characters);
  }

  /** Returns the first tree. */
  Document first() {
    return first;
  }

  /** Returns another tree, the page anew. */
  Document another() {
    return untouched().clone();
  }

  /** Returns all that the page's body shows, in one line. */
  String shown() {
    return untouched().body().text();
  }

  private Document untouched() {
    Document known = untouched;
    if (known == null) {
      known = Jsoup.parse(characters);
      untouched = known;
    }
    return known;
  }
}
