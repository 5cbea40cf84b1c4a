package dev.dateline.ingest.feed;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.text.StatedTimes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an item of a feed says of itself, before it is known by what. Not thread-safe. */
final class RawItem {

  /** A text this long is no summary, whatever its element is called. */
  private static final int NO_SUMMARY = 1500;

  @Nullable String guid;
  @Nullable String link;
  @Nullable String title;
  List<String> authors = List.of();
  @Nullable String published;
  @Nullable String modified;
  @Nullable String language;
  @Nullable String section;
  @Nullable String source;
  final List<String> warnings = new ArrayList<>();
  private String text = "";
  private boolean whole;
  private @Nullable FeedElement unread;

  /** Keeps for later what the text and its language are read from. */
  void textIn(FeedElement element) {
    unread = element;
  }

  /**
   * Takes the text.
   *
   * @param complete whether the feed calls it more than a summary
   */
  void text(String paragraphs, boolean complete) {
    text = paragraphs;
    whole = complete;
  }

  String text() {
    FeedElement element = unread;
    if (element != null) {
      unread = null;
      XmlFeed.texts(element, this);
    }
    return text;
  }

  boolean isSummary() {
    int length = text().length();
    return !whole && length < NO_SUMMARY;
  }

  /** Returns a hash of the element that the text is in; empty when the text has been read. */
  String mark() {
    return unread == null ? "" : unread.mark();
  }

  FeedEntry entry(FeedSource feed, int number, ItemIdentity identity) {
    String id = identity.id(this);
    ArticleDraft.Builder draft =
        ArticleDraft.builder(
            new SourcePosition(feed.name(), number, "item"), id, feed.addressName() + "#" + id);
    draft
        .warnAll(warnings)
        .identity(identity.identity(this))
        .url(link)
        .title(title)
        .authors(authors)
        .source(source)
        .section(section)
        .published(StatedTimes.parseOrWarn("published", published, draft))
        .modified(StatedTimes.parseOrWarn("modified", modified, draft));
    return FeedEntry.unread(draft, this);
  }
}
