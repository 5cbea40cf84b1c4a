package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.ArticleReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article without its text, as every answer writes it.
 *
 * @param id Article.id
 * @param revision Article.revision
 * @param title the headline, cut to 400 characters; null when there is none
 * @param url address readers can open, as the source gave it; null when there is none
 * @param source the outlet; null when not stated
 * @param published when the source says it came out; null when it does not say
 * @param eventTime the time the stream orders by
 * @param fetched when it was read
 * @param backfill whether it was old when it was read
 */
public record ArticleCard(
    String id,
    int revision,
    @Nullable String title,
    @Nullable String url,
    @Nullable String source,
    @Nullable Instant published,
    Instant eventTime,
    Instant fetched,
    boolean backfill) {

  private static final int URL = 2_000;

  /** Returns the card of a reference. */
  public static ArticleCard of(ArticleReference article) {
    String url = article.getUrl();
    return new ArticleCard(
        article.getId(),
        article.getRevision(),
        Clip.orNull(article.getTitle(), Clip.LINE),
        // A cut address leads elsewhere.
        url == null || url.length() > URL ? null : url,
        Clip.orNull(article.getSource(), Clip.NAME),
        article.getPublished(),
        article.getEventTime(),
        article.getFetched(),
        article.getBackfill());
  }

  long bytes() {
    return 200 + Clip.bytes(id) + Clip.bytes(title) + Clip.bytes(url) + Clip.bytes(source);
  }
}
