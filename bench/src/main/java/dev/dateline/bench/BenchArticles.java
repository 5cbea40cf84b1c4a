package dev.dateline.bench;

import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The articles a benchmark runs on. */
final class BenchArticles {

  /** Old articles are the rule in a benchmark; how old they are plays no part. */
  private static final Duration ANY_AGE = Duration.ofDays(365_000);

  private BenchArticles() {}

  /**
   * Reads every article of the files.
   *
   * @throws IllegalArgumentException with one line when a file is missing or holds no article
   */
  static List<Article> read(List<Path> files) {
    ArticleAssembler assembler = new ArticleAssembler(Clock.systemUTC(), ANY_AGE);
    List<Article> articles = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            "reading benchmark articles: no such file: " + file + ": name a file of articles");
      }
      try (SourceItems items = ArticleReader.open(file)) {
        while (items.hasNext()) {
          add(items.next(), assembler, articles);
        }
      }
    }
    if (articles.isEmpty()) {
      throw new IllegalArgumentException(
          "reading benchmark articles: nothing usable in " + files + ": name a file of articles");
    }
    return articles;
  }

  private static void add(SourceItem item, ArticleAssembler assembler, List<Article> articles) {
    if (item instanceof ArticleDraft draft) {
      try {
        articles.add(assembler.assemble(draft));
      } catch (ArticleRejectedException e) {
        throw new IllegalArgumentException(
            "reading benchmark articles: " + e.rejection().describe(), e);
      }
    }
  }

  /**
   * Returns that many articles, each with an id of its own, going round the given ones: each
   * fetched a millisecond after the one before it, as copies of an article come one after another.
   */
  static List<Article> repeat(List<Article> articles, int count, String run) {
    List<Article> repeated = new ArrayList<>(count);
    Instant first = Instant.now();
    for (int i = 0; i < count; i++) {
      Article article = articles.get(i % articles.size());
      String id = Ids.of(run, Integer.toString(i), article.getId());
      repeated.add(Article.newBuilder(article).setId(id).setFetched(first.plusMillis(i)).build());
    }
    return repeated;
  }
}
