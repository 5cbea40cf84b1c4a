package dev.dateline.ingest.poll;

import dev.dateline.ingest.article.ArticleDraft;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an item of a feed and the page it leads to together. */
final class PageArticle {

  private PageArticle() {}

  /**
   * Returns the item with the page's text, and with what the page says and the feed does not.
   *
   * <p>Address, headline and time are the feed's where it gives them: by these the item is known.
   */
  static ArticleDraft of(ArticleDraft item, ArticleDraft page) {
    boolean better = page.text().length() > item.text().length();
    List<String> warnings = new ArrayList<>(item.warnings());
    if (better) {
      warnings.addAll(page.warnings());
    } else if (!item.text().isEmpty()) {
      warnings.add("the page shows no more than the feed's summary");
    }
    return new ArticleDraft(
        item.position(),
        item.id(),
        item.address(),
        item.url(),
        firstOf(page.source(), item.source()),
        firstOf(item.title(), page.title()),
        better ? page.text() : item.text(),
        firstOf(page.declaredLanguage(), item.declaredLanguage()),
        page.authors().isEmpty() ? item.authors() : page.authors(),
        firstOf(item.section(), page.section()),
        item.published() == null ? page.published() : item.published(),
        page.modified() == null ? item.modified() : page.modified(),
        warnings);
  }

  /** Returns the item with a remark. */
  static ArticleDraft withWarning(ArticleDraft item, String warning) {
    List<String> warnings = new ArrayList<>(item.warnings());
    warnings.add(warning);
    return copy(item, item.address(), warnings);
  }

  /** Returns the item with another address to make its id from. */
  static ArticleDraft withAddress(ArticleDraft item, String address) {
    return copy(item, address, item.warnings());
  }

  private static ArticleDraft copy(ArticleDraft item, String address, List<String> warnings) {
    return new ArticleDraft(
        item.position(),
        item.id(),
        address,
        item.url(),
        item.source(),
        item.title(),
        item.text(),
        item.declaredLanguage(),
        item.authors(),
        item.section(),
        item.published(),
        item.modified(),
        warnings);
  }

  private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
    return one == null ? other : one;
  }
}
