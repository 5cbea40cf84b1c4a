package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds the element that holds a page's running text, with the siblings that belong to it.
 *
 * <p>Every paragraph gives points by length and commas to its ancestors, the nearer the more; names
 * of elements weigh in, links weigh against. The best one, or an ancestor that several good ones
 * share, is the article.
 *
 * <p>Source of the method: Arc90's Readability (2009) as Mozilla's Readability.js developed it.
 */
final class ArticleFinder {

  private static final Set<String> SCORED =
      Set.of("p", "td", "pre", "section", "h2", "h3", "h4", "h5", "h6", "blockquote");
  private static final int SHORTEST = 25;
  private static final int ANCESTORS = 5;
  private static final int TOP = 5;
  private static final int SHARED_BY = 3;

  private final Document page;
  private final boolean weighNames;
  private final PageMeasure measure;
  private final Map<Element, Double> scores = new LinkedHashMap<>();

  private ArticleFinder(Document page, PageMeasure measure, boolean weighNames) {
    this.page = page;
    this.measure = measure;
    this.weighNames = weighNames;
  }

  /**
   * Returns the elements that hold the article in their order; empty when there is no running text.
   *
   * @param page the page, already rid of what is no text
   * @param measure the page's measure as it is now
   * @param weighNames whether class names and ids count
   */
  static List<Element> find(Document page, PageMeasure measure, boolean weighNames) {
    return new ArticleFinder(page, measure, weighNames).find();
  }

  private List<Element> find() {
    score();
    List<Element> top = best();
    if (top.isEmpty()) {
      return List.of();
    }
    Element article = widened(shared(top));
    return withSiblings(article);
  }

  private void score() {
    PageTree.visit(
        page.body(),
        element -> {
          int length = measure.text(element);
          if (length >= SHORTEST && isParagraph(element)) {
            scoreAncestors(element, 1 + measure.commas(element) + Math.min(length / 100, 3));
          }
        });
    scores.replaceAll((element, score) -> score * (1 - measure.linkShare(element)));
  }

  private void scoreAncestors(Element paragraph, double points) {
    Element ancestor = paragraph.parent();
    for (int level = 0; ancestor != null && level < ANCESTORS; level++) {
      if (ancestor.parent() == null) {
        break;
      }
      double divider = level == 0 ? 1 : level == 1 ? 2 : level * 3;
      double base = scores.computeIfAbsent(ancestor, this::initialScore);
      scores.put(ancestor, base + points / divider);
      ancestor = ancestor.parent();
    }
  }

  /** A paragraph, or a block that holds text and no other block. */
  private boolean isParagraph(Element element) {
    String name = element.normalName();
    if (SCORED.contains(name)) {
      return !name.equals("section") || hasOwnText(element);
    }
    return (name.equals("div") || name.equals("article") || name.equals("font"))
        && (hasOwnText(element) || measure.blocks(element) == 0);
  }

  private static boolean hasOwnText(Element element) {
    int own = 0;
    for (int i = 0; i < element.childNodeSize(); i++) {
      Node child = element.childNode(i);
      if (child instanceof TextNode characters && !characters.isBlank()) {
        own += characters.text().strip().length();
      }
    }
    return own >= SHORTEST;
  }

  private double initialScore(Element element) {
    double score =
        switch (element.normalName()) {
          case "article", "main" -> 8;
          case "div" -> 5;
          case "pre", "td", "blockquote" -> 3;
          case "address", "ol", "ul", "dl", "dd", "dt", "li", "form" -> -3;
          case "h1", "h2", "h3", "h4", "h5", "h6", "th" -> -5;
          default -> 0;
        };
    return score + (weighNames ? weight(element) : 0);
  }

  /** Returns what an element's names say: 25 for good ones, 25 against for bad ones. */
  static double weight(Element element) {
    double weight = 0;
    for (String name : List.of(element.className(), element.id())) {
      weight -= PageWords.BAD.isName(name) ? 25 : 0;
      weight += PageWords.GOOD.isName(name) ? 25 : 0;
    }
    if (element.attr("itemprop").equalsIgnoreCase("articleBody")) {
      weight += 50;
    }
    return weight;
  }

  private List<Element> best() {
    return scores.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(
            Comparator.comparing((Map.Entry<Element, Double> entry) -> -entry.getValue())
                .thenComparing(entry -> depth(entry.getKey())))
        .limit(TOP)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int depth(Element element) {
    return element.parents().size();
  }

  /** Where several candidates are almost as good, an ancestor they share holds the article. */
  private Element shared(List<Element> top) {
    Element first = top.get(0);
    double best = score(first);
    List<Element> rivals =
        top.stream().skip(1).filter(element -> score(element) >= best * 0.75).toList();
    if (rivals.size() < SHARED_BY) {
      return first;
    }
    for (Element ancestor : first.parents()) {
      if (ancestor.nameIs("body")) {
        break;
      }
      Element candidate = ancestor;
      long holding = rivals.stream().filter(rival -> rival.parents().contains(candidate)).count();
      if (holding >= SHARED_BY) {
        return ancestor;
      }
    }
    return first;
  }

  /** Climbs while the parent has more points, or nothing else in it. */
  private Element widened(Element start) {
    Element article = start;
    double last = score(article);
    double threshold = last / 3;
    Element parent = article.parent();
    while (parent != null && !parent.nameIs("body")) {
      double score = score(parent);
      if (scores.containsKey(parent)) {
        if (score < threshold) {
          break;
        }
        if (score > last) {
          article = parent;
          break;
        }
        last = score;
      }
      parent = parent.parent();
    }
    parent = article.parent();
    while (parent != null && !parent.nameIs("body") && parent.childrenSize() == 1) {
      article = parent;
      parent = parent.parent();
    }
    return article;
  }

  private List<Element> withSiblings(Element article) {
    Element parent = article.parent();
    if (parent == null) {
      return List.of(article);
    }
    double threshold = Math.max(10, score(article) * 0.2);
    List<Element> parts = new ArrayList<>();
    for (Element sibling : parent.children()) {
      if (sibling.equals(article) || belongs(sibling, article, threshold)) {
        parts.add(sibling);
      }
    }
    return parts;
  }

  private boolean belongs(Element sibling, Element article, double threshold) {
    String names = article.className();
    double bonus = !names.isEmpty() && sibling.className().equals(names) ? score(article) * 0.2 : 0;
    if (scores.containsKey(sibling) && score(sibling) + bonus >= threshold) {
      return true;
    }
    if (!sibling.nameIs("p")) {
      return false;
    }
    int length = measure.text(sibling);
    double links = measure.linkShare(sibling);
    return (length > 80 && links < 0.25)
        || (length > 0 && links == 0 && sibling.text().matches("(?s).*\\.( .*|$)"));
  }

  private double score(@Nullable Element element) {
    return element == null ? 0 : scores.getOrDefault(element, 0.0);
  }
}
