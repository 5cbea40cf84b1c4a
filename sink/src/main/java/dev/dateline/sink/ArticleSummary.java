package dev.dateline.sink;

import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Tells an article in one line for people. */
final class ArticleSummary {

  private static final int MOST_CHARACTERS = 240;

  private ArticleSummary() {}

  /** Returns the line: headline or first words, then place, day and source where they are known. */
  static String of(EnrichedArticle enriched) {
    Article article = enriched.getArticle();
    String words = article.getTitle() == null ? article.getText() : article.getTitle();
    List<String> known = new ArrayList<>();
    if (enriched.getFocus() != null) {
      known.add(enriched.getFocus().getName());
    }
    known.add(article.getEventTime().atZone(ZoneOffset.UTC).toLocalDate().toString());
    if (article.getSource() != null) {
      known.add(OneLine.of(article.getSource()));
    }
    return "ARTICLE: "
        + OneLine.cut(words, MOST_CHARACTERS)
        + " ("
        + String.join("; ", known)
        + ")";
  }
}
