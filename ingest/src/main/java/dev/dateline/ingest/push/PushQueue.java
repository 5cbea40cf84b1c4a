package dev.dateline.ingest.push;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for Kafka, first come, first served. Bounded by articles, bytes of text
 * and the time that the first has waited. Thread-safe.
 */
final class PushQueue {

  private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

  private final int mostArticles;
  private final Duration longestQueue;
  private final Deque<Submission> waiting = new ArrayDeque<>();
  private int articles;
  private long characters;
  private boolean closed;

  /**
   * A request's articles.
   *
   * @param articles the articles
   * @param traceparent of the trace they came in, as the sender gave it; null where it gave none
   * @param receipts completed when their transaction is committed
   * @param since when they came, by {@link System#nanoTime()}
   */
  record Submission(
      List<PushedArticle> articles,
      @Nullable String traceparent,
      CompletableFuture<List<Receipt>> receipts,
      long since) {

    long characters() {
      return articles.stream().mapToLong(pushed -> pushed.article().getText().length()).sum();
    }
  }

  PushQueue(int mostArticles, Duration longestQueue) {
    this.mostArticles = mostArticles;
    this.longestQueue = longestQueue;
  }

  /**
   * Takes a request in.
   *
   * @param traceparent of the trace they came in, as the sender gave it; null where it gave none
   * @return completed when it is committed
   * @throws PushRefusedException where the queue is too long or is closed
   */
  synchronized CompletableFuture<List<Receipt>> submit(
      List<PushedArticle> pushed, @Nullable String traceparent) throws PushRefusedException {
    if (closed) {
      throw PushRefusedException.later(503, "this instance ends: send it again", 5);
    }
    long now = System.nanoTime();
    Submission first = waiting.peek();
    Duration waited = first == null ? Duration.ZERO : Duration.ofNanos(now - first.since);
    Submission submission = new Submission(pushed, traceparent, new CompletableFuture<>(), now);
    long more = submission.characters();
    boolean full =
        first != null
            && (articles + pushed.size() > mostArticles || characters + more > MOST_CHARACTERS);
    if (full || waited.compareTo(longestQueue) > 0) {
      throw PushRefusedException.later(
          429,
          articles + " articles wait for Kafka: send it again later",
          (int) Math.min(30, waited.toSeconds() + ThreadLocalRandom.current().nextInt(1, 4)));
    }
    waiting.add(submission);
    articles += pushed.size();
    characters += more;
    notifyAll();
    return submission.receipts;
  }

  /**
   * Returns the first of those that wait, without taking them out; waits for one.
   *
   * @param most articles, but one request at least
   * @return empty when the queue is closed and nothing waits any more
   */
  synchronized List<Submission> first(int most) throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    List<Submission> first = new ArrayList<>();
    int sum = 0;
    for (Submission submission : waiting) {
      sum += submission.articles.size();
      if (!first.isEmpty() && sum > most) {
        break;
      }
      first.add(submission);
    }
    return first;
  }

  /** Takes out the first ones, which are dealt with. */
  synchronized void done(int requests) {
    for (int i = 0; i < requests; i++) {
      Submission submission = waiting.remove();
      articles -= submission.articles.size();
      characters -= submission.characters();
    }
  }

  /** Takes no more in. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Tells those that still wait that it is not known what became of them. */
  synchronized void fail(Exception cause) {
    closed = true;
    waiting.forEach(submission -> submission.receipts.completeExceptionally(cause));
    waiting.clear();
    articles = 0;
    characters = 0;
    notifyAll();
  }
}
