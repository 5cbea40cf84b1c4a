package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Asks a page for what it says of itself, without going through the whole page each time.
 *
 * <p>Queries are CSS, as jsoup reads them; each is parsed once. Not thread-safe, but for the parsed
 * queries.
 */
final class PageQuery {

  private static final Map<String, Evaluator> PARSED = new ConcurrentHashMap<>();

  private static final Set<String> ASKED_FOR =
      Set.of("html", "meta", "link", "script", "h1", "time");

  private final Map<String, List<Element>> elements = new HashMap<>();

  PageQuery(Document page) {
    PageTree.visit(
        page,
        element -> {
          String name = element.normalName();
          if (ASKED_FOR.contains(name)) {
            elements.computeIfAbsent(name, any -> new ArrayList<>()).add(element);
          }
        });
  }

  /** Returns all elements of that name, one of those that are asked for, in their order. */
  List<Element> all(String name) {
    return elements.getOrDefault(name, List.of());
  }

  /** Returns those of them that fit, in their order. */
  List<Element> all(String name, String query) {
    Evaluator fits = parsed(query);
    return all(name).stream().filter(element -> element.is(fits)).toList();
  }

  /** Returns the query parsed; to be used with queries that stand in the code only. */
  static Evaluator parsed(String query) {
    return PARSED.computeIfAbsent(query, QueryParser::parse);
  }

  /** Returns the content of the first meta element that fits; null when it has none. */
  @Nullable String meta(String query) {
    return attribute("meta", query, "content");
  }

  /** Returns the attribute of the first element of that name that fits; null when it has none. */
  @Nullable String attribute(String name, String query, String attribute) {
    Evaluator fits = parsed(query);
    return value(all(name).stream().filter(element -> element.is(fits)).findFirst(), attribute);
  }

  private static @Nullable String value(Optional<Element> element, String attribute) {
    return element
        .map(found -> found.attr(attribute))
        .filter(value -> !value.isBlank())
        .orElse(null);
  }
}
