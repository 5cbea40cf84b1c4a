package dev.dateline.dashboard.web;

import dev.dateline.dashboard.view.ClaimFeed;
import dev.dateline.dashboard.view.ClaimFilter;
import dev.dateline.dashboard.view.FeedClaim;
import dev.dateline.dashboard.view.FeedPosition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells every open stream of the claims that come.
 *
 * <p>An event's id is the {@link FeedPosition} after it, so whoever comes back with it gets what
 * came meanwhile and nothing twice, from this server or from one that was started since. Where that
 * cannot be done the stream begins with {@code reset}. Thread-safe.
 */
public final class StreamHub implements AutoCloseable {

  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  private static final int MOST_REPLAYED = 2_000;
  private static final byte[] HEARTBEAT_FRAME = frame(": still here\n\n");

  private record Subscriber(EventStream stream, ClaimFilter filter) {}

  private final ClaimFeed feed;
  private final int mostStreams;
  private final Set<Subscriber> subscribers = new HashSet<>();
  private final AtomicLong dropped = new AtomicLong();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "dashboard-heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Makes one without streams.
   *
   * @param mostStreams how many may be open at a time
   */
  public StreamHub(ClaimFeed feed, int mostStreams) {
    this.feed = feed;
    this.mostStreams = mostStreams;
    var unused =
        heart.scheduleAtFixedRate(
            this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Takes a claim into the feed and tells the streams whose filter it passes; {@link #flush} sends.
   *
   * @param arrival adds the claim to the feed
   */
  public synchronized void publish(Supplier<FeedClaim> arrival) {
    FeedClaim claim = arrival.get();
    byte[] event = null;
    for (Subscriber subscriber : subscribers) {
      if (subscriber.filter().test(claim)) {
        event = event == null ? event(claim, feed.position()) : event;
        subscriber.stream().offer(event);
      }
    }
  }

  /** Sends what was published; drops the streams that do not keep up. */
  public synchronized void flush() {
    sendAll();
  }

  /** Opens a stream from a position on; false when there are too many already. */
  synchronized boolean open(EventStream stream, ClaimFilter filter, @Nullable FeedPosition from) {
    if (subscribers.size() >= mostStreams) {
      return false;
    }
    Optional<List<FeedClaim>> missed = from == null ? Optional.of(List.of()) : feed.since(from);
    if (missed.isEmpty() || missed.get().size() > MOST_REPLAYED) {
      stream.offer(named("reset", feed.position()));
    } else {
      FeedPosition position = from == null ? feed.position() : from;
      stream.offer(named("hello", position));
      for (FeedClaim claim : missed.get()) {
        position = position.after(claim.key());
        if (filter.test(claim)) {
          stream.offer(event(claim, position));
        }
      }
    }
    subscribers.add(new Subscriber(stream, filter));
    stream.pump();
    return true;
  }

  /** Returns how many streams are open. */
  synchronized int open() {
    return subscribers.size();
  }

  /** Returns how many streams were dropped because they did not keep up. */
  long dropped() {
    return dropped.get();
  }

  @Override
  public void close() {
    heart.shutdownNow();
    List<Subscriber> closing;
    synchronized (this) {
      closing = new ArrayList<>(subscribers);
      subscribers.clear();
    }
    closing.forEach(subscriber -> subscriber.stream().close());
  }

  private synchronized void beat() {
    subscribers.forEach(subscriber -> subscriber.stream().offer(HEARTBEAT_FRAME));
    sendAll();
  }

  private void sendAll() {
    List<Subscriber> gone = new ArrayList<>();
    for (Subscriber subscriber : subscribers) {
      EventStream stream = subscriber.stream();
      stream.pump();
      if (stream.isSlow()) {
        dropped.incrementAndGet();
        gone.add(subscriber);
      } else if (stream.isClosed()) {
        gone.add(subscriber);
      }
    }
    gone.forEach(
        subscriber -> {
          subscribers.remove(subscriber);
          subscriber.stream().close();
        });
  }

  private byte[] event(FeedClaim claim, FeedPosition position) {
    // JSON has no line breaks of its own, so that data is one line.
    String data =
        new String(
            Json.bytes(new Answers.Listed(claim.card(), feed.isRetracted(claim.card().id()))),
            StandardCharsets.UTF_8);
    return frame("event: claim\nid: " + position + "\ndata: " + data + "\n\n");
  }

  private static byte[] named(String event, FeedPosition position) {
    return frame("event: " + event + "\nid: " + position + "\ndata: {}\n\n");
  }

  private static byte[] frame(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
