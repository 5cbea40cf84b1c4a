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
  String text = "";
  boolean whole;
  List<String> authors = List.of();
  @Nullable String published;
  @Nullable String modified;
  @Nullable String language;
  @Nullable String section;
  @Nullable String source;
  final List<String> warnings = new ArrayList<>();

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
        .text(text)
        .authors(authors)
        .source(source)
        .section(section)
        .declaredLanguage(language)
        .published(StatedTimes.parseOrWarn("published", published, draft))
        .modified(StatedTimes.parseOrWarn("modified", modified, draft));
    return new FeedEntry(draft.build(), !whole && text.length() < NO_SUMMARY);
  }
}
