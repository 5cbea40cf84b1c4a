package dev.dateline.schemas;

import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceSighting;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.TrendObservation;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the event time of a record: that of the article it tells of. Thread-safe. */
public final class EventTimes {

  private EventTimes() {}

  /** Returns the event time; empty for a record that tells of no one article. */
  public static Optional<Instant> of(@Nullable Object value) {
    return Optional.ofNullable(instant(value));
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    if (value instanceof Article article) {
      return article.getEventTime();
    }
    if (value instanceof EnrichedArticle enriched) {
      return enriched.getArticle().getEventTime();
    }
    if (value instanceof SubjectClaim claim) {
      return claim.getArticle().getEventTime();
    }
    if (value instanceof JudgedClaim claim) {
      return claim.getArticle().getEventTime();
    }
    if (value instanceof EntitySighting sighting) {
      return sighting.getArticle().getEventTime();
    }
    if (value instanceof PlaceSighting sighting) {
      return sighting.getArticle().getEventTime();
    }
    if (value instanceof Alert alert) {
      return alert.getClaim().getArticle().getEventTime();
    }
    if (value instanceof ArticleAlert alert) {
      return alert.getArticle().getEventTime();
    }
    if (value instanceof TrendObservation observation) {
      return observation.getEventTime();
    }
    return null;
  }
}
