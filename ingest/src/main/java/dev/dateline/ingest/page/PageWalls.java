package dev.dateline.ingest.page;

import java.util.Optional;

/**
 * Tells when a page shows only a part of its article, or something else in its place: a pay wall, a
 * question for consent. Thread-safe.
 */
final class PageWalls {

  /** More text than this is an article, whatever stands around it. */
  private static final int LITTLE = 1_500;

  private PageWalls() {}

  /**
   * Returns the remark for people; empty when nothing stands before the article.
   *
   * @param page the page, which is made whole again where its text is asked for
   * @param text the article's text as far as it was found
   * @param forPayers whether the page says that it is not free
   */
  static Optional<String> remark(PageTree page, String text, boolean forPayers) {
    if (text.length() < LITTLE) {
      page.restore();
      String shown = page.page().body().text();
      if (forPayers || PageWords.PAYWALL.isIn(shown)) {
        return Optional.of("behind a pay wall: the text is what the page shows without paying");
      }
      if (PageWords.CONSENT.isIn(shown)) {
        return Optional.of(
            "the page asks for consent or a browser first: the text is what it shows before");
      }
    }
    return forPayers
        ? Optional.of("the page says that it is not free: some of the text may be missing")
        : Optional.empty();
  }
}
