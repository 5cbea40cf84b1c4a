package dev.dateline.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open streams of events, as many pages would have them. Thread-safe. */
final class OpenPages {

  private static final Pattern ARTICLE = Pattern.compile("\"article\":\\{\"id\":\"([0-9a-f]+)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong claims = new AtomicLong();

  /** Opens that many, and returns when each has been greeted. */
  void open(URI dashboard, int pages) throws InterruptedException {
    open(dashboard, pages, article -> {});
  }

  /**
   * Opens that many, and returns when each has been greeted.
   *
   * @param onClaim is told the article's id of each claim on each page, when it is there
   */
  void open(URI dashboard, int pages, Consumer<String> onClaim) throws InterruptedException {
    CountDownLatch greeted = new CountDownLatch(pages);
    HttpRequest request = HttpRequest.newBuilder(dashboard.resolve("/api/stream")).build();
    for (int i = 0; i < pages; i++) {
      CompletableFuture<?> unused =
          client.sendAsync(
              request, HttpResponse.BodyHandlers.fromLineSubscriber(new Page(greeted, onClaim)));
    }
    if (!greeted.await(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException(
          "opening " + pages + " pages: " + greeted.getCount() + " were not greeted in a minute");
    }
  }

  /** Returns how many claims came on all pages together. */
  long claims() {
    return claims.get();
  }

  private final class Page implements Flow.Subscriber<String> {

    private final CountDownLatch greeted;
    private final Consumer<String> onClaim;

    Page(CountDownLatch greeted, Consumer<String> onClaim) {
      this.greeted = greeted;
      this.onClaim = onClaim;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.equals("event: hello")) {
        greeted.countDown();
      } else if (line.startsWith("data: {\"claim\"")) {
        claims.incrementAndGet();
        Matcher article = ARTICLE.matcher(line);
        if (article.find()) {
          onClaim.accept(article.group(1));
        }
      }
    }

    @Override
    public void onError(Throwable fault) {
      // The server goes at the end of a run; one that went before is missed in the count of claims.
    }

    @Override
    public void onComplete() {
      // As above.
    }
  }
}
