package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Takes out of a page what is no running text: before the article is found, and inside it.
 *
 * <p>Changes the tree it is given. Thread-safe.
 */
final class ArticleTrimmer {

  private static final Set<String> NO_TEXT =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "iframe",
          "object",
          "embed",
          "svg",
          "canvas",
          "audio",
          "video",
          "input",
          "button",
          "select",
          "textarea",
          "link",
          "meta",
          "dialog",
          "figcaption",
          "nav",
          "aside",
          "footer");
  private static final Set<String> ROLES_WITHOUT_TEXT =
      Set.of("menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog");
  private static final Pattern NOT_SHOWN =
      Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
  private static final Set<String> NEVER_UNLIKELY =
      Set.of("html", "body", "article", "main", "a", "p", "table", "tbody", "tr", "td", "code");
  private static final int MUCH_TEXT = 400;

  private ArticleTrimmer() {}

  /**
   * Takes out what is never text: scripts, controls, navigation, captions.
   *
   * @param hidden whether what is not shown goes too; a page may show its article only when its
   *     script has run
   */
  static void strip(PageTree page, boolean hidden) {
    page.removeBelow(page.page(), element -> isNoText(element) || (hidden && isHidden(element)));
  }

  private static boolean isNoText(Element element) {
    return NO_TEXT.contains(element.normalName())
        || (element.attributesSize() > 0 && isRoleWithoutText(element.attr("role")));
  }

  private static boolean isRoleWithoutText(String role) {
    return !role.isEmpty() && ROLES_WITHOUT_TEXT.contains(role.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean isHidden(Element element) {
    return element.attributesSize() > 0
        && (element.hasAttr("hidden")
            || element.attr("aria-hidden").strip().equalsIgnoreCase("true")
            || isNotShown(element.attr("style")));
  }

  private static boolean isNotShown(String style) {
    return !style.isEmpty() && NOT_SHOWN.matcher(style).find();
  }

  /** Takes out elements whose names say that they are no article. */
  static void stripUnlikely(PageTree page, PageMeasure measure) {
    int whole = measure.paragraphs(page.page());
    List<Element> unlikely =
        PageTree.outermost(
            page.page().body(),
            element ->
                !NEVER_UNLIKELY.contains(element.normalName())
                    && PageWords.UNLIKELY.name(element)
                    && !PageWords.MAYBE.name(element)
                    && measure.paragraphs(element) * 2 <= whole
                    && !quotes(element));
    for (Element element : unlikely) {
      measure.leaveOut(element);
      page.remove(element);
    }
  }

  /** Takes out of the article's elements what does not belong to its text. */
  static void clean(PageTree page, PageMeasure measure, List<Element> article, boolean weighNames) {
    for (Element part : article) {
      page.removeBelow(part, element -> isNoText(element, part, measure, weighNames));
    }
  }

  private static boolean isNoText(
      Element element, Element part, PageMeasure measure, boolean weighNames) {
    String name = element.normalName();
    return switch (name) {
      case "h1", "footer", "aside", "figcaption" -> true;
      case "p", "h2", "h3", "h4", "span", "a", "b", "i", "em", "strong", "li", "td", "tr" ->
          isExtra(element, part, measure);
      case "form", "fieldset", "table", "ul", "ol", "div", "section", "header", "dl", "figure" ->
          isExtra(element, part, measure) || isScant(element, measure, weighNames);
      default -> false;
    };
  }

  private static boolean isExtra(Element element, Element part, PageMeasure measure) {
    return PageWords.EXTRA.name(element)
        && measure.text(element) < MUCH_TEXT
        && !quotes(element)
        && measure.text(element) * 3 < measure.text(part);
  }

  /** What people wrote on other sites stands in a quotation, and is text. */
  private static boolean quotes(Element element) {
    return element.selectFirst(PageQuery.parsed("blockquote")) != null;
  }

  /** Readability's conditions for blocks that are rather furniture than text. */
  private static boolean isScant(Element element, PageMeasure measure, boolean weighNames) {
    int length = measure.text(element);
    if (length == 0) {
      return true;
    }
    double weight = weighNames ? ArticleFinder.weight(element) : 0;
    if (weight < 0) {
      return true;
    }
    if (measure.commas(element) >= 10) {
      return false;
    }
    double links = measure.linkShare(element);
    int paragraphs = element.getElementsByTag("p").size();
    int images = element.getElementsByTag("img").size();
    int items = element.getElementsByTag("li").size() - 100;
    boolean list = element.nameIs("ul") || element.nameIs("ol");
    double headings = share(element.select(PageQuery.parsed("h1, h2, h3, h4, h5, h6")), length);
    return (!list && images > 1 && (double) paragraphs / images < 0.5 && links > 0.2)
        || (!list && items > paragraphs)
        || (!list && headings < 0.9 && length < 25 && images == 0 && links > 0)
        || (!list && weight < 25 && links > 0.2 && length < 1000)
        || (weight >= 25 && links > 0.5)
        || (list && links > 0.6);
  }

  private static double share(List<Element> elements, int length) {
    return elements.stream().mapToInt(element -> element.text().length()).sum()
        / (double) Math.max(1, length);
  }

  /** Returns the paragraphs without lines that only lead elsewhere, and without the headline. */
  static List<String> trim(List<String> paragraphs, String headline) {
    List<String> kept = new ArrayList<>();
    String title = headline.toLowerCase(Locale.ROOT);
    for (int i = 0; i < paragraphs.size(); i++) {
      String paragraph = paragraphs.get(i);
      boolean late = i > 2 && i * 2 > paragraphs.size();
      if (late && PageWords.LAST.opens(paragraph)) {
        break;
      }
      boolean repeatsTitle = kept.isEmpty() && paragraph.toLowerCase(Locale.ROOT).equals(title);
      boolean repeatsLast = !kept.isEmpty() && kept.get(kept.size() - 1).equals(paragraph);
      if (!repeatsTitle
          && !repeatsLast
          && !(paragraph.length() < 200 && PageWords.LINE.opens(paragraph))) {
        kept.add(paragraph);
      }
    }
    return kept;
  }
}
