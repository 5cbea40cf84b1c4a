package dev.dateline.ingest.agency;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds the parts of an agency's XML by their local names. Thread-safe. */
final class XmlParts {

  private XmlParts() {}

  /** Returns the elements of that name below the root, in order. */
  static Stream<Element> all(Element root, String name) {
    return root.getAllElements().stream().skip(1).filter(element -> is(element, name));
  }

  /** Returns the first element at the end of a path of names, each below the one before. */
  static Optional<Element> first(Element root, String... path) {
    Optional<Element> element = Optional.of(root);
    for (String name : path) {
      element = element.flatMap(outer -> all(outer, name).findFirst());
    }
    return element;
  }

  static boolean is(Element element, String name) {
    return element.tag().localName().equalsIgnoreCase(name);
  }

  /** Returns the text at the end of a path; null when there is none. */
  static @Nullable String text(Element root, String... path) {
    return first(root, path)
        .map(element -> element.text().strip())
        .filter(text -> !text.isEmpty())
        .orElse(null);
  }

  /** Returns an attribute at the end of a path; null when there is none. */
  static @Nullable String attribute(Element root, String attribute, String... path) {
    return first(root, path)
        .map(element -> element.attr(attribute).strip())
        .filter(value -> !value.isEmpty())
        .orElse(null);
  }

  static @Nullable String firstOf(@Nullable String... values) {
    return Stream.of(values).filter(value -> value != null).findFirst().orElse(null);
  }

  static List<String> texts(Element root, String name) {
    return all(root, name)
        .map(element -> element.text().strip())
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}
