package dev.dateline.ingest.feed;

import dev.dateline.ingest.article.ArticleDraft;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed, whose text is read when it is first asked for.
 *
 * <p>Most items of a feed were there the last time, as they are: those are known by their mark, and
 * reading their text would be the larger part of reading the feed. Not thread-safe.
 */
public final class FeedEntry {

  /** What has to be read, and the draft that takes it. */
  private record Unread(RawItem item, ArticleDraft.Builder draft) {}

  private final ArticleDraft head;
  private @Nullable String mark;
  private boolean summaryOnly;
  private @Nullable Unread unread;
  private ArticleDraft draft;

  private FeedEntry(ArticleDraft head, boolean summaryOnly, @Nullable Unread unread) {
    this.head = head;
    this.summaryOnly = summaryOnly;
    this.unread = unread;
    this.draft = head;
  }

  /** Returns an entry that has been read. */
  public static FeedEntry of(ArticleDraft draft, boolean summaryOnly) {
    return new FeedEntry(draft, summaryOnly, null);
  }

  /** Returns an entry of which all but the text has been read. */
  static FeedEntry unread(ArticleDraft.Builder draft, RawItem item) {
    return new FeedEntry(draft.build(), false, new Unread(item, draft));
  }

  /** Returns the article as far as the feed tells it, perhaps without its text and language. */
  public ArticleDraft head() {
    return head;
  }

  /**
   * Returns what stays the same as long as the item stands in the feed as it does; empty when there
   * is no such mark, and when the text was read before the mark was first asked for.
   */
  public String mark() {
    String known = mark;
    if (known == null) {
      known = unread == null ? "" : unread.item().mark();
      mark = known;
    }
    return known;
  }

  /** Tells whether the text has been read. */
  public boolean isRead() {
    return unread == null;
  }

  /** Returns the article as far as the feed tells it. */
  public ArticleDraft draft() {
    read();
    return draft;
  }

  /**
   * Tells whether the feed carries no more than a summary, so that the page at the draft's URL has
   * to be fetched for the text.
   */
  public boolean summaryOnly() {
    read();
    return summaryOnly;
  }

  /** Reads the text, if that has not been done. */
  void read() {
    if (unread != null) {
      RawItem item = unread.item();
      String text = item.text(); // and with it the language
      draft = unread.draft().text(text).declaredLanguage(item.language).build();
      summaryOnly = item.isSummary();
      unread = null; // the feed's tree goes with it
    }
  }
}
