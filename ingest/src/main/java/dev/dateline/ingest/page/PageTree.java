package dev.dateline.ingest.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;

/**
 * A page's tree of elements, which reading takes apart, and which can be had whole again.
 *
 * <p>Nothing but {@link #removeBelow} may change it; where that takes out a body and the body is
 * asked for, jsoup adds an empty one, which stays behind the other. Not thread-safe.
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
    List<Element> doomed = new ArrayList<>();
    root.filter(
        (node, depth) -> {
          if (depth > 0 && node instanceof Element element && test.test(element)) {
            doomed.add(element);
            return FilterResult.SKIP_ENTIRELY;
          }
          return FilterResult.CONTINUE;
        });
    doomed.forEach(this::remove);
  }

  private void remove(Element element) {
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
