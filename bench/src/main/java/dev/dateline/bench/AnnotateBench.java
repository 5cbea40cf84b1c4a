package dev.dateline.bench;

import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.avro.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** How fast the pure annotator is, beside OpenNLP's chain alone, in one run. */
final class AnnotateBench {

  /**
   * What was measured. All speeds are per second.
   *
   * @param articles how many articles each figure was measured over
   * @param tokens tokens in them, as OpenNLP's chain counts them
   * @param chainTokens OpenNLP's sentences, tokens and parts of speech alone, on one thread
   * @param annotatorTokens the whole annotator on one thread, over the same tokens
   * @param annotatorArticles the whole annotator on one thread
   * @param threads how many threads the last figure used: the machine's cores
   * @param annotatorArticlesAllCores the whole annotator on that many threads
   */
  record Result(
      int articles,
      long tokens,
      double chainTokens,
      double annotatorTokens,
      double annotatorArticles,
      int threads,
      double annotatorArticlesAllCores) {

    /** Returns how many times longer the annotator takes than the chain alone. */
    double chainRatio() {
      return chainTokens / annotatorTokens;
    }
  }

  private final Annotator annotator;
  private final List<Article> articles;

  AnnotateBench(Annotator annotator, List<Article> articles) {
    this.annotator = annotator;
    this.articles = articles;
  }

  /** Measures; the first fifth of the articles, run before, warms up. */
  Result run() throws InterruptedException {
    List<Article> warmUp = articles.subList(0, Math.max(1, articles.size() / 5));
    OpenNlpChain chain = new OpenNlpChain();
    warmUp.forEach(article -> chain.run(article.getText()));
    warmUp.forEach(annotator::annotate);
    long tokens = 0;
    long start = System.nanoTime();
    for (Article article : articles) {
      tokens += chain.run(article.getText());
    }
    double chainSeconds = seconds(start);
    double oneThread = articlesPerSecond(1);
    double annotatorSeconds = articles.size() / oneThread;
    int threads = Runtime.getRuntime().availableProcessors();
    double allCores = articlesPerSecond(threads);
    return new Result(
        articles.size(),
        tokens,
        tokens / chainSeconds,
        tokens / annotatorSeconds,
        oneThread,
        threads,
        allCores);
  }

  /**
   * Returns how many articles a second that many threads annotate together.
   *
   * <p>They are a fork-join pool, so that a long article is divided among no others.
   */
  double articlesPerSecond(int threads) throws InterruptedException {
    ExecutorService pool = new ForkJoinPool(threads);
    try {
      AtomicInteger next = new AtomicInteger();
      Callable<Integer> worker = () -> work(next);
      long start = System.nanoTime();
      for (Future<Integer> done : pool.invokeAll(copies(worker, threads))) {
        done.get();
      }
      return articles.size() / seconds(start);
    } catch (ExecutionException e) {
      throw new IllegalStateException("annotating in a benchmark", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private int work(AtomicInteger next) {
    int done = 0;
    for (int i = next.getAndIncrement(); i < articles.size(); i = next.getAndIncrement()) {
      annotator.annotate(articles.get(i));
      done++;
    }
    return done;
  }

  private static <T> List<T> copies(T value, int count) {
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(value);
    }
    return list;
  }

  private static double seconds(long startNanos) {
    return (System.nanoTime() - startNanos) / 1e9;
  }
}
