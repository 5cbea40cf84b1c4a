package dev.dateline.ingest.push;

import dev.dateline.ingest.publish.IngestException;
import dev.dateline.ingest.publish.Outcome;
import dev.dateline.ingest.publish.PushPublisher;
import dev.dateline.ingest.publish.TakenOverException;
import dev.dateline.ingest.push.PushQueue.Submission;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes articles in over HTTP for as long as it runs, and publishes each once.
 *
 * <p>A request is answered when its articles are committed to Kafka. While Kafka is away, what has
 * been taken in waits and further requests are told to come again; nothing that was answered with
 * 202 is lost, and what was not may be sent again, for the same article is published once.
 *
 * <p>One thread publishes, the server's threads only read. {@link #close()} may be called from any
 * thread and ends {@link #run()}, which throws {@link IngestException} with one line for people
 * when another instance took over.
 */
public final class PushIngest implements AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);
  private static final long RETRY_MILLIS = 250;
  private static final int MOST_ARTICLES = 250;

  private final Map<String, Object> clientProperties;
  private final Clock clock;
  private final PushListener listener;
  private final PushQueue queue;
  private final PushServer server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable PushPublisher publisher;
  private volatile @Nullable Thread runner;

  private PushIngest(
      Map<String, Object> clientProperties,
      PushSettings settings,
      PushKeys keys,
      Clock clock,
      PushListener listener) {
    this.clientProperties = Map.copyOf(clientProperties);
    this.clock = clock;
    this.listener = listener;
    this.queue = new PushQueue(settings.mostWaiting(), settings.longestQueue());
    this.server = new PushServer(settings, keys, new PushReader(settings, clock), queue);
  }

  /**
   * Connects to Kafka and listens; articles are published once {@link #run()} is called.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   * @param keys who may push
   * @throws IngestException when Kafka is out of reach, a topic is missing or the address is taken
   */
  public static PushIngest open(
      Map<String, Object> clientProperties,
      PushSettings settings,
      PushKeys keys,
      Clock clock,
      PushListener listener) {
    PushIngest ingest = new PushIngest(clientProperties, settings, keys, clock, listener);
    try {
      ingest.publisher = PushPublisher.takeOver(ingest.clientProperties, clock);
      listener.listening(ingest.server.start());
      return ingest;
    } catch (RuntimeException e) {
      ingest.close();
      throw e;
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.port();
  }

  /** Publishes what comes until closed. */
  public void run() {
    runner = Thread.currentThread();
    try {
      publishUntilClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      queue.fail(new IngestException("publishing articles: this instance has ended"));
      server.close();
      closePublisher();
      ended.countDown();
    }
  }

  /** Takes no more in, publishes what has been, and waits for that up to ten seconds. */
  @Override
  public void close() {
    closed.countDown();
    queue.close();
    Thread running = runner;
    try {
      if (running != null && !running.equals(Thread.currentThread())) {
        boolean unused = ended.await(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (running == null) {
      server.close();
      closePublisher();
    }
  }

  private void publishUntilClosed() throws InterruptedException {
    boolean stalled = false;
    while (true) {
      try {
        List<Submission> submissions = queue.first(MOST_ARTICLES);
        if (submissions.isEmpty()) {
          return;
        }
        PushPublisher current = connected();
        if (stalled) {
          stalled = false;
          listener.recovered();
        }
        publish(submissions, current);
      } catch (TakenOverException e) {
        throw e;
      } catch (IngestException e) {
        // What waits is tried again by a new publisher, which finds out what was committed.
        closePublisher();
        if (!stalled) {
          stalled = true;
          listener.stalled(String.valueOf(e.getMessage()));
        }
        if (closed.await(RETRY_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    }
  }

  private PushPublisher connected() {
    PushPublisher current = publisher;
    if (current == null) {
      current = PushPublisher.takeOver(clientProperties, clock);
      publisher = current;
    }
    return current;
  }

  private void publish(List<Submission> submissions, PushPublisher to) {
    to.follow();
    List<List<Receipt>> receipts = new ArrayList<>();
    int requests = 0;
    for (Submission submission : submissions) {
      if (to.isFull()) {
        break;
      }
      List<Receipt> ofRequest = new ArrayList<>();
      for (PushedArticle pushed : submission.articles()) {
        Outcome outcome = to.publish(pushed.article(), pushed.address(), submission.traceparent());
        ofRequest.add(
            new Receipt(
                pushed.article().getId(),
                pushed.article().getRevision(),
                outcome,
                pushed.article().getWarnings()));
      }
      receipts.add(List.copyOf(ofRequest));
      requests++;
    }
    to.commit();
    queue.done(requests);
    for (int i = 0; i < requests; i++) {
      submissions.get(i).receipts().complete(receipts.get(i));
    }
  }

  private void closePublisher() {
    PushPublisher current = publisher;
    publisher = null;
    if (current != null) {
      current.close();
    }
  }
}
