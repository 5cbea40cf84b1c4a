package dev.dateline.enrich.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EventTimeOrigin;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * One annotated document of a corpus.
 *
 * @param id its id in the corpus
 * @param text its body; every position of the corpus counts code points of it
 * @param title its headline; null when it has none
 * @param published the day it was published; null when the corpus does not say
 * @param gold the whole line, with the annotation of whatever task
 */
public record GoldDocument(
    String id, String text, @Nullable String title, @Nullable LocalDate published, JsonNode gold) {

  /**
   * Returns the document as the annotator reads it: text, title and day, and nothing of the gold.
   */
  public Article article() {
    LocalDate day = published == null ? LocalDate.EPOCH : published;
    return Article.newBuilder()
        .setId(Ids.of("gold", id))
        .setTitle(title)
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setPublished(published == null ? null : published.atStartOfDay(ZoneOffset.UTC).toInstant())
        .setPublishedIsDay(published != null)
        .setFetched(day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .setEventTime(day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .setEventTimeOrigin(published == null ? EventTimeOrigin.UNKNOWN : EventTimeOrigin.PUBLISHED)
        .build();
  }
}
