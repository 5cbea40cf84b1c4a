package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
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
  private final List<Element> removed = new ArrayList<>();
  private @Nullable Document untouched;

  PageSource(String characters) {
    this.characters = characters;
    this.first = Jsoup.parse(characters);
  }

  /** Returns the first tree. */
  Document first() {
    return first;
  }

  /**
   * Returns the list of what has been taken out of the first tree's body, to be kept up to date.
   */
  List<Element> removed() {
    return removed;
  }

  /** Returns another tree, the page anew. */
  Document another() {
    Document known = untouched;
    if (known == null) {
      known = Jsoup.parse(characters);
      untouched = known;
    }
    return known.clone();
  }

  /** Returns all that the page's body shows in one line, in no certain order. */
  String shown() {
    return Stream.concat(Stream.of(first.body()), removed.stream())
        .map(Element::text)
        .collect(Collectors.joining(" "));
  }
}
