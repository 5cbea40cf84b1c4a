package dev.dateline.schemas;

import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.ArticleReference;

/** Makes the reference to an article that travels with its claims, entities and places. */
public final class ArticleReferences {

  private ArticleReferences() {}

  /** Returns the reference to that revision of the article. */
  public static ArticleReference of(Article article) {
    return ArticleReference.newBuilder()
        .setId(article.getId())
        .setRevision(article.getRevision())
        .setUrl(article.getUrl())
        .setSource(article.getSource())
        .setTitle(article.getTitle())
        .setPublished(article.getPublished())
        .setEventTime(article.getEventTime())
        .setFetched(article.getFetched())
        .setTextSha256(article.getTextSha256())
        .setBackfill(article.getBackfill())
        .build();
  }
}
