package dev.dateline.ingest.page;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Lengths of text below each element, measured once for a whole tree.
 *
 * <p>It knows the tree as it was measured; elements removed since still count in their ancestors,
 * but for those it was told to leave out. Not thread-safe.
 */
final class PageMeasure {

  private static final Set<String> BLOCKS =
      Set.of(
          "blockquote",
          "dl",
          "div",
          "img",
          "ol",
          "p",
          "pre",
          "table",
          "ul",
          "section",
          "article",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "figure",
          "main",
          "aside",
          "form",
          "li");

  /** What stands below an element: characters but white space, those in links, commas, blocks. */
  private static final class Lengths {
    int text;
    int linked;
    int commas;
    int paragraphs;
    int blocks;

    /** Adds what stands in an element below, or takes it off. */
    void add(Element inner, Lengths below, int sign) {
      text += sign * below.text;
      linked += sign * below.linked;
      commas += sign * below.commas;
      paragraphs += sign * below.paragraphs;
      blocks += sign * (below.blocks + (BLOCKS.contains(inner.normalName()) ? 1 : 0));
    }
  }

  private static final Lengths NONE = new Lengths();

  private final IdentityHashMap<Element, Lengths> all = new IdentityHashMap<>();

  PageMeasure(Element root) {
    measure(root, false);
  }

  int text(Element element) {
    return of(element).text;
  }

  int commas(Element element) {
    return of(element).commas;
  }

  /** Returns the text that stands in paragraphs of some length. */
  int paragraphs(Element element) {
    return of(element).paragraphs;
  }

  /** Returns how many elements below are blocks. */
  int blocks(Element element) {
    return of(element).blocks;
  }

  /** Returns the share of the text that stands in links, 0 to 1. */
  double linkShare(Element element) {
    Lengths lengths = of(element);
    return lengths.text == 0 ? 0 : (double) lengths.linked / lengths.text;
  }

  /**
   * Takes an element that is about to be removed off its ancestors; what those have in paragraphs
   * is not to be asked for afterwards.
   */
  void leaveOut(Element element) {
    Lengths gone = of(element);
    for (Element ancestor = element.parent(); ancestor != null; ancestor = ancestor.parent()) {
      Lengths lengths = all.get(ancestor);
      if (lengths != null) {
        lengths.add(element, gone, -1);
      }
    }
  }

  private Lengths of(Element element) {
    return all.getOrDefault(element, NONE);
  }

  private Lengths measure(Element element, boolean linked) {
    Lengths lengths = new Lengths();
    boolean inLink = linked || (element.nameIs("a") && !element.attr("href").isEmpty());
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node child = element.childNode(i);
      if (child instanceof TextNode characters) {
        count(characters.getWholeText(), inLink, lengths);
      } else if (child instanceof Element inner) {
        lengths.add(inner, measure(inner, inLink), 1);
      }
    }
    if (element.nameIs("p") && lengths.text >= 40 && lengths.linked * 2 < lengths.text) {
      lengths.paragraphs = lengths.text;
    }
    all.put(element, lengths);
    return lengths;
  }

  private static void count(String characters, boolean linked, Lengths lengths) {
    int letters = 0;
    boolean space = true;
    for (int i = 0; i < characters.length(); i++) {
      char c = characters.charAt(i);
      boolean blank = (c <= ' ' || c > '~') && isBlank(c);
      if (!blank || !space) {
        letters++;
      }
      space = blank;
      if (c == ',' || c == '\u060C' || c == '\uFF0C' || c == '\u3001') {
        lengths.commas++;
      }
    }
    lengths.text += letters;
    lengths.linked += linked ? letters : 0;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00A0';
  }
}
