package dev.dateline.ingest.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page's tree of elements, which reading takes apart, and which can be had whole again.
 *
 * <p>Nothing but its own methods may change it; where they take out a body and the body is asked
 * for, jsoup adds an empty one, which stays behind the other. Not thread-safe.
 */
final class PageTree {

  private final Document page;
  private final Deque<Removed> removed = new ArrayDeque<>();

  /** An element that was taken out, and the place that it had among its parent's nodes. */
  private record Removed(Element element, Element parent, int place) {}

  PageTree(String characters) {
    this.page = Jsoup.parse(characters);
  }

  /** Returns the page as it stands. */
  Document page() {
    return page;
  }

  /** Takes out of what stands below the root all elements that the test names. */
  void removeBelow(Element root, Predicate<Element> test) {
    outermost(root, test).forEach(this::remove);
  }

  /** Returns what stands below the root and passes the test, and in nothing else that does. */
  static List<Element> outermost(Element root, Predicate<Element> test) {
    List<Element> found = new ArrayList<>();
    addOutermost(root, test, found);
    return found;
  }

  /** Shows each element below the root, before those in it. */
  static void visit(Element root, Consumer<Element> visitor) {
    // By the places of children: jsoup's own ways through a tree look each node's next one up.
    for (int i = 0; i < root.childNodeSize(); i++) {
      if (root.childNode(i) instanceof Element element) {
        visitor.accept(element);
        visit(element, visitor);
      }
    }
  }

  private static void addOutermost(Element parent, Predicate<Element> test, List<Element> found) {
    for (int i = 0; i < parent.childNodeSize(); i++) {
      if (parent.childNode(i) instanceof Element element) {
        if (test.test(element)) {
          found.add(element);
        } else {
          addOutermost(element, test, found);
        }
      }
    }
  }

  /** Takes an element out. */
  void remove(Element element) {
    Element parent = Objects.requireNonNull(element.parent());
    removed.push(new Removed(element, parent, element.siblingIndex()));
    element.remove();
  }

  /** Puts all that was taken out back into its place. */
  void restore() {
    while (!removed.isEmpty()) {
      Removed last = removed.pop();
      last.parent().insertChildren(last.place(), last.element());
    }
  }
}
