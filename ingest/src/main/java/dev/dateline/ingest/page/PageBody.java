package dev.dateline.ingest.page;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the running text of a page's article.
 *
 * <p>Tries the strictest reading first, and less strict ones until the text has some length; the
 * text that the page's JSON-LD gives counts where the markup gives much less. Thread-safe.
 */
final class PageBody {

  private static final int ENOUGH = 500;

  /** How strictly a page is read. */
  private record Attempt(boolean hidden, boolean unlikely, boolean names) {}

  private static final List<Attempt> ATTEMPTS =
      List.of(
          new Attempt(true, true, true),
          new Attempt(true, false, true),
          new Attempt(true, false, false),
          new Attempt(false, false, false));

  private PageBody() {}

  /**
   * Returns the paragraphs joined by blank lines; empty when there are none.
   *
   * @param page the page, of which parts are taken out
   * @param declared the body in the page's JSON-LD; null when there is none
   * @param headline the headline; empty when there is none
   */
  static String extract(PageTree page, @Nullable String declared, String headline) {
    List<String> best = List.of();
    for (Attempt attempt : ATTEMPTS) {
      page.restore();
      List<String> paragraphs = attempt(page, attempt, headline);
      if (length(paragraphs) > length(best)) {
        best = paragraphs;
      }
      if (length(best) >= ENOUGH) {
        break;
      }
    }
    if (declared != null) {
      String whole = BlockText.ofHtml(declared);
      if (whole.length() > 1.5 * length(best)) {
        return whole;
      }
    }
    if (best.isEmpty()) {
      page.restore();
      ArticleTrimmer.strip(page, false);
      best = BlockText.of(page.page().body()); // too little to tell text from furniture
    }
    return String.join("\n\n", best);
  }

  private static List<String> attempt(PageTree page, Attempt attempt, String headline) {
    ArticleTrimmer.strip(page, attempt.hidden());
    PageMeasure measure = new PageMeasure(page.page());
    if (attempt.unlikely()) {
      ArticleTrimmer.stripUnlikely(page, measure);
    }
    List<Element> article = ArticleFinder.find(page.page(), measure, attempt.names());
    ArticleTrimmer.clean(page, measure, article, attempt.names());
    List<String> paragraphs = new ArrayList<>();
    for (Element part : article) {
      paragraphs.addAll(BlockText.of(part));
    }
    return ArticleTrimmer.trim(paragraphs, headline);
  }

  private static int length(List<String> paragraphs) {
    return paragraphs.stream().mapToInt(String::length).sum();
  }
}
