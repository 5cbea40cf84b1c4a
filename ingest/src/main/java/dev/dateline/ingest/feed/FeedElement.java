package dev.dateline.ingest.feed;

import dev.dateline.schemas.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed, known by a name that does not depend on prefixes: {@code title}, {@code
 * dc:date}, {@code content:encoded}.
 *
 * <p>Elements of RSS, Atom and sitemaps have no prefix here; others have the short name of their
 * namespace in {@code feed-namespaces.tsv}. A prefix without a declaration means what it usually
 * means. Names are in lower case. Not thread-safe.
 */
final class FeedElement {

  private static final Map<String, String> NAMESPACES = read();
  private static final String XML = "http://www.w3.org/xml/1998/namespace";

  private final Element element;
  private final String name;
  private @Nullable List<FeedElement> children;

  FeedElement(Element element) {
    this(element, nameOf(element.tag()));
  }

  private FeedElement(Element element, String name) {
    this.element = element;
    this.name = name;
  }

  /** Returns every element below the root that has the name, in their order. */
  static List<FeedElement> below(Element root, String wanted) {
    List<FeedElement> found = new ArrayList<>();
    String local = wanted.substring(wanted.indexOf(':') + 1);
    root.stream()
        .skip(1)
        .filter(element -> element.tag().localName().equalsIgnoreCase(local))
        .forEach(
            element -> {
              String name = nameOf(element.tag());
              if (name.equals(wanted)) {
                found.add(new FeedElement(element, name));
              }
            });
    return found;
  }

  String name() {
    return name;
  }

  Element element() {
    return element;
  }

  Stream<FeedElement> children() {
    return all().stream();
  }

  private List<FeedElement> all() {
    List<FeedElement> known = children;
    if (known == null) {
      known = new ArrayList<>();
      for (Element child : element.children()) {
        known.add(new FeedElement(child));
      }
      children = known;
    }
    return known;
  }

  /** Returns the first child of that name that is not blank. */
  Optional<FeedElement> child(String wanted) {
    for (FeedElement child : all()) {
      if (child.name.equals(wanted) && !child.isBlank()) {
        return Optional.of(child);
      }
    }
    return Optional.empty();
  }

  Stream<FeedElement> children(String wanted) {
    return children().filter(child -> child.name.equals(wanted));
  }

  /** Returns the text of the first child, of the first of these names that has one. */
  @Nullable String text(String... wanted) {
    for (String one : wanted) {
      Optional<String> text = child(one).map(FeedElement::text).filter(t -> !t.isBlank());
      if (text.isPresent()) {
        return text.get();
      }
    }
    return null;
  }

  /** Returns the characters of the element and those inside it, as they stand. */
  String text() {
    return characters().strip();
  }

  private String characters() {
    return element.childNodeSize() == 1 && element.childNode(0) instanceof TextNode text
        ? text.getWholeText()
        : element.wholeText();
  }

  /** Returns an attribute by its name without prefix, in any case; empty when there is none. */
  String attribute(String wanted) {
    return element.attributes().asList().stream()
        .filter(
            attribute -> {
              String key = attribute.getKey().toLowerCase(Locale.ROOT);
              return key.equals(wanted) || key.endsWith(":" + wanted);
            })
        .map(attribute -> attribute.getValue().strip())
        .findFirst()
        .orElse("");
  }

  boolean isBlank() {
    return element.attributesSize() == 0 && element.childrenSize() == 0 && characters().isBlank();
  }

  /** Returns the markup inside, whether it is escaped, in CDATA or stands there as elements. */
  String markup() {
    if (element.childrenSize() == 0) {
      return characters().strip();
    }
    StringBuilder markup = new StringBuilder();
    for (Node child : element.childNodes()) {
      if (child instanceof CDataNode data) {
        markup.append(data.getWholeText());
      } else if (child instanceof TextNode || child instanceof Element) {
        markup.append(child.outerHtml());
      }
    }
    return markup.toString().strip();
  }

  /**
   * Returns a hash of the element, its attributes and all inside it; empty when another of its name
   * is inside, as where end tags are missing.
   */
  String mark() {
    List<String> parts = new ArrayList<>();
    return mark(element, parts) ? Ids.of(parts.toArray(String[]::new)) : "";
  }

  private boolean mark(Element element, List<String> parts) {
    parts.add("<" + element.tagName());
    parts.add(element.tag().namespace());
    for (Attribute attribute : element.attributes()) {
      parts.add(attribute.getKey());
      parts.add(attribute.getValue());
    }
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node node = element.childNode(i);
      if (node instanceof TextNode text) {
        parts.add(text instanceof CDataNode ? "[" : ">");
        parts.add(text.getWholeText());
      } else if (node instanceof Element child
          && (child.nameIs(this.element.normalName()) || !mark(child, parts))) {
        return false;
      }
    }
    return parts.add("/");
  }

  private static String nameOf(Tag tag) {
    String local = tag.localName().toLowerCase(Locale.ROOT);
    String prefix = tag.prefix().toLowerCase(Locale.ROOT);
    String namespace = tag.namespace().strip().toLowerCase(Locale.ROOT);
    String known = NAMESPACES.get(namespace);
    if (known == null && !prefix.isEmpty()) {
      known = NAMESPACES.containsValue(prefix) ? prefix : "unknown";
    }
    if (known == null) {
      known = "core"; // a default namespace that nobody knows is most often a misspelt one
    } else if (!prefix.isEmpty() && namespace.equals(XML)) {
      known = NAMESPACES.containsValue(prefix) ? prefix : "unknown"; // undeclared
    }
    return known.equals("core") || known.equals("atom") ? local : known + ":" + local;
  }

  private static Map<String, String> read() {
    try (InputStream table =
            Objects.requireNonNull(
                FeedElement.class.getResourceAsStream("feed-namespaces.tsv"),
                "feed-namespaces.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      Map<String, String> namespaces = new HashMap<>();
      List<String> rows =
          lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      for (String row : rows) {
        String[] columns = row.split("\t", -1);
        namespaces.put(columns[1], columns[0]);
      }
      return namespaces;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
