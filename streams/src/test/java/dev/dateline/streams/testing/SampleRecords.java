package dev.dateline.streams.testing;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Span;
import java.time.Instant;
import java.util.List;

/** Small records for tests, complete where the schema asks for it. */
public final class SampleRecords {

  private SampleRecords() {}

  /** Returns an article fetched an hour after it was published. */
  public static Article article(String id, String text, Instant published) {
    return Article.newBuilder()
        .setId(id)
        .setUrl("https://outlet.example/" + id)
        .setSource("Outlet")
        .setTitle("Title of " + id)
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setPublished(published)
        .setFetched(published.plusSeconds(3600))
        .setEventTime(published)
        .build();
  }

  /** Returns the article with those claims and nothing else. */
  public static EnrichedArticle enriched(Article article, Claim... claims) {
    return EnrichedArticle.newBuilder()
        .setArticle(article)
        .setLanguage("en")
        .setOutcome(AnnotationOutcome.ANNOTATED)
        .setAnnotatedLength(article.getText().codePointCount(0, article.getText().length()))
        .setClaims(List.of(claims))
        .build();
  }

  /** Returns an affirmed claim of a named claimant about those places. */
  public static Claim claim(String id, String claimant, String content, PlaceReference... places) {
    return Claim.newBuilder()
        .setId(id)
        .setClaimant(claimant(claimant))
        .setContent(List.of(new Span(0, content.codePointCount(0, content.length()), content)))
        .setPlaces(List.of(places))
        .build();
  }

  /** Returns the same claim, denied. */
  public static Claim denied(Claim claim) {
    return Claim.newBuilder(claim).setPolarity(Polarity.DENIED).build();
  }

  /** Returns a claimant known by name. */
  public static Claimant claimant(String name) {
    return Claimant.newBuilder()
        .setStart(0)
        .setEnd(name.codePointCount(0, name.length()))
        .setText(name)
        .setName(name)
        .build();
  }

  /** Returns a town in Ukraine. */
  public static PlaceReference town(String id, String name) {
    return PlaceReference.newBuilder()
        .setPlaceId(id)
        .setName(name)
        .setCountry("UA")
        .setLatitude(48.5)
        .setLongitude(38.0)
        .setPrecision(PlacePrecision.SETTLEMENT)
        .build();
  }
}
