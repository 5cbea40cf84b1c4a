package dev.dateline.ingest.page;

import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Lengths of text below each element, measured once for a whole tree.
 *
 * <p>It knows the tree as it was measured; elements removed since still count in their ancestors.
 * Not thread-safe.
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

  private Lengths of(Element element) {
    return all.getOrDefault(element, NONE);
  }

  private Lengths measure(Element element, boolean linked) {
    Lengths lengths = new Lengths();
    String href = element.attr("href");
    boolean inLink = linked || (element.nameIs("a") && !href.isEmpty());
    // A link within the page or into a wiki's own glossary weighs less, as in Readability.
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node child = element.childNode(i);
      if (child instanceof TextNode characters) {
        count(characters.getWholeText(), inLink, lengths);
      } else if (child instanceof Element inner) {
        Lengths below = measure(inner, inLink);
        lengths.text += below.text;
        lengths.linked += below.linked;
        lengths.commas += below.commas;
        lengths.paragraphs += below.paragraphs;
        lengths.blocks += below.blocks + (BLOCKS.contains(inner.normalName()) ? 1 : 0);
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
      boolean blank = Character.isWhitespace(c) || c == '\u00A0';
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
}
