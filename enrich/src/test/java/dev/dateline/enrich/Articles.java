package dev.dateline.enrich;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes articles for tests. */
public final class Articles {

  private Articles() {}

  /** Returns an article of that text, published at midnight UTC of that day. */
  public static Article of(String text, @Nullable String published) {
    Instant fetched = Instant.parse("2026-01-01T00:00:00Z");
    return Article.newBuilder()
        .setId(Ids.of("test", text))
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setPublished(published == null ? null : Instant.parse(published + "T00:00:00Z"))
        .setPublishedIsDay(published != null)
        .setFetched(fetched)
        .setEventTime(fetched)
        .build();
  }
}
