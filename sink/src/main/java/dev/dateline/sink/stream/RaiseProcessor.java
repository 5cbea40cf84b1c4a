package dev.dateline.sink.stream;

import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.avro.Throttle;
import dev.dateline.schemas.avro.ThrottleStanding;
import dev.dateline.schemas.avro.WatchlistMatch;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.ThrottleGate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Raises each match of a watchlist once, and no more of them than its throttle allows.
 *
 * <p>Goes by the wall clock: an alert is for people, and they count their own hours. What was
 * decided is committed together with the alert.
 */
final class RaiseProcessor
    extends ContextualProcessor<String, WatchlistMatch, String, WatchlistMatch> {

  /** How often digests are looked for. */
  private static final Duration SWEEP = Duration.ofSeconds(1);

  private static final byte[] RAISED = new byte[0];

  private final SinkSettings settings;
  private @Nullable WindowStore<String, byte[]> raised;
  private @Nullable KeyValueStore<String, ThrottleStanding> throttles;

  RaiseProcessor(SinkSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, WatchlistMatch> context) {
    super.init(context);
    raised = context.getStateStore(SinkStores.RAISED_ALERTS);
    throttles = context.getStateStore(SinkStores.ALERT_THROTTLES);
    context.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, this::sweep);
  }

  @Override
  public void process(Record<String, WatchlistMatch> message) {
    if (raised == null || throttles == null) {
      throw new IllegalStateException("raising alerts: the processor was not initialised");
    }
    Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
    String id = id(message.value());
    if (wasRaised(raised, id, now)) {
      return;
    }
    Throttle throttle = message.value().getThrottle();
    ThrottleStanding standing = throttles.get(message.key());
    if (standing != null && (throttle == null || ThrottleGate.isOver(standing, now))) {
      standing = raiseDigest(message.key(), standing, throttle, now);
    }
    boolean passes = true;
    if (throttle != null) {
      ThrottleGate.Passage passage =
          ThrottleGate.decide(standing, message.value(), throttle, traceparent(message), now);
      throttles.put(message.key(), passage.standing());
      passes = passage.passes();
    }
    raised.put(id, RAISED, now.toEpochMilli());
    if (passes) {
      context().forward(message.withValue(at(message.value(), now)));
    }
  }

  private void sweep(long timestamp) {
    if (throttles == null) {
      return;
    }
    Instant now = Instant.ofEpochMilli(timestamp);
    List<KeyValue<String, ThrottleStanding>> over = new ArrayList<>();
    try (KeyValueIterator<String, ThrottleStanding> all = throttles.all()) {
      all.forEachRemaining(
          entry -> {
            if (ThrottleGate.isOver(entry.value, now)) {
              over.add(entry);
            }
          });
    }
    over.forEach(entry -> raiseDigest(entry.key, entry.value, entry.value.getThrottle(), now));
  }

  /** Raises what is held back; returns the standing that is left, null for none. */
  private @Nullable ThrottleStanding raiseDigest(
      String watchlist, ThrottleStanding standing, @Nullable Throttle throttle, Instant now) {
    WatchlistMatch digest = ThrottleGate.digest(standing);
    ThrottleStanding left =
        digest == null || throttle == null ? null : ThrottleGate.begun(throttle, now);
    if (throttles != null) {
      throttles.put(watchlist, left);
    }
    if (digest != null) {
      RecordHeaders headers = new RecordHeaders();
      if (standing.getTraceparent() != null) {
        headers.add(
            CloudEvents.TRACEPARENT, standing.getTraceparent().getBytes(StandardCharsets.UTF_8));
      }
      context().forward(new Record<>(watchlist, at(digest, now), now.toEpochMilli(), headers));
    }
    return left;
  }

  private boolean wasRaised(WindowStore<String, byte[]> store, String id, Instant now) {
    try (WindowStoreIterator<byte[]> earlier =
        store.fetch(id, now.minus(settings.alertMemory()), now)) {
      return earlier.hasNext();
    }
  }

  /** Stamps a match that is nobody else's: one just read, or a digest. */
  private static WatchlistMatch at(WatchlistMatch match, Instant now) {
    if (match.getClaim() != null) {
      match.getClaim().setRaised(now);
    }
    if (match.getArticle() != null) {
      match.getArticle().setRaised(now);
    }
    return match;
  }

  private static String id(WatchlistMatch match) {
    if (match.getClaim() != null) {
      return match.getClaim().getId();
    }
    if (match.getArticle() != null) {
      return match.getArticle().getId();
    }
    throw new IllegalArgumentException("a match of neither a claim nor an article");
  }

  private static @Nullable String traceparent(Record<String, WatchlistMatch> message) {
    Header header = message.headers().lastHeader(CloudEvents.TRACEPARENT);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
