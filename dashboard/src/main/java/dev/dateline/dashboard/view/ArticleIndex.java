package dev.dateline.dashboard.view;

import dev.dateline.dashboard.read.Position;
import dev.dateline.schemas.avro.ArticleReference;
import java.util.Optional;

/** The latest articles without their texts, and where the texts lie. Thread-safe. */
public final class ArticleIndex {

  private static final long POSITION_BYTES = 200;

  private final BoundedMap<String, ArticleCard> cards;
  private final BoundedMap<String, Position> positions;

  /** Makes an empty one. */
  public ArticleIndex(int mostArticles, long mostBytes) {
    this.cards = new BoundedMap<>(mostArticles, mostBytes, ArticleCard::bytes);
    this.positions = new BoundedMap<>(mostArticles, mostBytes, position -> POSITION_BYTES);
  }

  /** Takes a revision of an article. */
  public void add(ArticleCard article, Position position) {
    cards.put(article.id(), article);
    positions.put(key(article.id(), article.revision()), position);
  }

  /** Returns the latest revision seen; empty when the article is not known. */
  public Optional<ArticleCard> find(String articleId) {
    return cards.get(articleId);
  }

  /** Returns where that revision lies in news.enriched; empty when it is not known. */
  public Optional<Position> position(ArticleReference article) {
    return positions.get(key(article.getId(), article.getRevision()));
  }

  /** Returns how many articles there are. */
  public int size() {
    return cards.size();
  }

  private static String key(String id, int revision) {
    return id + "/" + revision;
  }
}
