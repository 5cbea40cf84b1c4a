package dev.dateline.ingest.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the paragraphs of a page's article.
 *
 * <p>The element whose children hold most running text is the article, as in Arc90's Readability:
 * each paragraph scores for its parent and half for its grandparent, by length and commas. The
 * page's own markup ({@code itemprop=articleBody}) wins where it holds text. Thread-safe.
 */
final class PageBody {

  private static final String NOISE =
      "script, style, noscript, template, iframe, svg, button, input, select, textarea, form, nav,"
          + " header nav, footer, aside, figure, figcaption, dialog, [hidden], [aria-hidden=true],"
          + " [role=navigation], [role=complementary], [role=dialog], [role=banner],"
          + " [role=contentinfo], [style~=display:\\s*none]";

  private static final Pattern UNLIKELY =
      Pattern.compile(
          "(?i)\\b(comments?|disqus|share|sharing|social|related|recommend\\w*|newsletter|promo|"
              + "sponsor\\w*|advert\\w*|ad-\\w+|cookie\\w*|consent|breadcrumbs?|sidebar|footer|"
              + "popup|modal|outbrain|taboola|byline|caption|credit|tags?)\\b");

  private static final Set<String> BLOCKS =
      Set.of("p", "h2", "h3", "h4", "li", "blockquote", "pre", "dd");
  private static final String DECLARED = "[itemprop=articleBody], [property=articleBody]";
  private static final int SHORTEST_PARAGRAPH = 25;
  private static final int ENOUGH_TEXT = 250;
  private static final double MOST_LINKS = 0.5;

  private PageBody() {}

  /** Returns the paragraphs joined by blank lines; empty when there are none. */
  static String extract(Document page) {
    Document copy = page.clone();
    copy.select(NOISE).remove();
    for (Element element : copy.select("div, section, ul, ol, p, span")) {
      if (isUnlikely(element)) {
        element.remove();
      }
    }
    for (Element declared : copy.select(DECLARED)) {
      String text = paragraphs(declared);
      if (text.length() >= ENOUGH_TEXT) {
        return text;
      }
    }
    Element best = densest(copy);
    String text = best == null ? "" : paragraphs(best);
    return text.isEmpty() ? paragraphs(copy.body()) : text;
  }

  private static boolean isUnlikely(Element element) {
    String names = element.id() + " " + element.className();
    return !names.isBlank()
        && UNLIKELY.matcher(names).find()
        && element.select("p").stream().mapToInt(p -> p.text().length()).sum() < ENOUGH_TEXT;
  }

  private static @Nullable Element densest(Document page) {
    Map<Element, Double> scores = new HashMap<>();
    for (Element paragraph : page.select("p, pre, blockquote")) {
      String text = paragraph.text();
      Element parent = paragraph.parent();
      if (text.length() < SHORTEST_PARAGRAPH || parent == null || isMostlyLinks(paragraph)) {
        continue;
      }
      double score =
          1 + text.chars().filter(c -> c == ',').count() + Math.min(text.length() / 100.0, 3);
      scores.merge(parent, score, Double::sum);
      if (parent.parent() != null) {
        scores.merge(parent.parent(), score / 2, Double::sum);
      }
    }
    Element best = null;
    double most = 0;
    for (Map.Entry<Element, Double> entry : scores.entrySet()) {
      double score = entry.getValue() * (1 - linkShare(entry.getKey()));
      if (score > most) {
        most = score;
        best = entry.getKey();
      }
    }
    return best;
  }

  private static String paragraphs(Element root) {
    List<String> paragraphs = new ArrayList<>();
    for (Element block : root.select(String.join(", ", BLOCKS))) {
      String text = block.text().replace('\u00A0', ' ').strip();
      if (!isInsideBlock(block, root) && !text.isEmpty() && !isMostlyLinks(block)) {
        paragraphs.add(text);
      }
    }
    if (paragraphs.isEmpty()) {
      String text = root.text().replace('\u00A0', ' ').strip();
      return text;
    }
    return String.join("\n\n", paragraphs);
  }

  private static boolean isInsideBlock(Element block, Element root) {
    Element outer = block.parent();
    while (outer != null && !outer.equals(root)) {
      if (BLOCKS.contains(outer.normalName())) {
        return true;
      }
      outer = outer.parent();
    }
    return false;
  }

  private static boolean isMostlyLinks(Element element) {
    return linkShare(element) > MOST_LINKS;
  }

  private static double linkShare(Element element) {
    int all = element.text().length();
    int linked = element.select("a").stream().mapToInt(a -> a.text().length()).sum();
    return all == 0 ? 0 : (double) linked / all;
  }
}
