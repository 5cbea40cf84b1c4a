package dev.dateline.app.demo;

import dev.dateline.app.print.Page;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles and claims in an order a person can follow: a claim comes after its article, and
 * says which that is when another was shown in between. Used by one thread at a time.
 */
final class Newspaper {

  private final Page page;
  private final ArticleView articles;
  private final ClaimView claims;
  private final Map<String, String> headlines = new HashMap<>();
  private final Map<String, List<JudgedClaim>> early = new HashMap<>();
  private @Nullable String current;

  Newspaper(Page page) {
    this.page = page;
    this.articles = new ArticleView(page);
    this.claims = new ClaimView(page);
  }

  void article(EnrichedArticle article) {
    String key = key(article.getArticle().getId(), article.getArticle().getRevision());
    headlines.put(key, ArticleView.headline(article.getArticle()));
    current = key;
    articles.show(article);
    List<JudgedClaim> waiting = early.remove(key);
    if (waiting != null) {
      waiting.forEach(claims::show);
    }
  }

  void claim(JudgedClaim claim) {
    String key = key(claim.getArticle().getId(), claim.getArticle().getRevision());
    String headline = headlines.get(key);
    if (headline == null) {
      // Topics are not ordered among each other, so a claim may overtake its article.
      early.computeIfAbsent(key, unknown -> new ArrayList<>()).add(claim);
      return;
    }
    if (!key.equals(current)) {
      current = key;
      page.blank();
      page.paragraph("faint", 0, "── " + headline);
    }
    claims.show(claim);
  }

  /** Shows at the end what waited for an article that was shown in an earlier run. */
  void close() {
    early.values().forEach(waiting -> waiting.forEach(claims::show));
    early.clear();
    page.flush();
  }

  void flush() {
    page.flush();
  }

  private static String key(String id, int revision) {
    return id + "/" + revision;
  }
}
