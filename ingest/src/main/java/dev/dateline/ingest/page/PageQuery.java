package dev.dateline.ingest.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Asks a page for attributes, its meta elements without going through the whole page each time.
 *
 * <p>Queries are CSS, as jsoup reads them; each is parsed once. Not thread-safe, but for the parsed
 * queries.
 */
final class PageQuery {

  private static final Map<String, Evaluator> PARSED = new ConcurrentHashMap<>();

  private final Document page;
  private final List<Element> metas;

  PageQuery(Document page) {
    this.page = page;
    this.metas = page.getElementsByTag("meta");
  }

  /** Returns the query parsed; to be used with queries that stand in the code only. */
  static Evaluator parsed(String query) {
    return PARSED.computeIfAbsent(query, QueryParser::parse);
  }

  /** Returns the content of the first meta element that fits; null when it has none. */
  @Nullable String meta(String query) {
    Evaluator fits = parsed(query);
    return value(metas.stream().filter(meta -> meta.is(fits)).findFirst(), "content");
  }

  /** Returns the attribute of the first element that fits; null when it has none. */
  @Nullable String attribute(String query, String attribute) {
    return value(Optional.ofNullable(page.selectFirst(parsed(query))), attribute);
  }

  private static @Nullable String value(Optional<Element> element, String attribute) {
    return element
        .map(found -> found.attr(attribute))
        .filter(value -> !value.isBlank())
        .orElse(null);
  }
}
