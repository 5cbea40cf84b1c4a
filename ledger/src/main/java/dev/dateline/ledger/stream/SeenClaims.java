package dev.dateline.ledger.stream;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * The ids of the claims that were judged, each for the retention after its arrival in stream time.
 *
 * <p>Counted from arrival, not from the article's own time, so that an archive replayed is
 * recognised too. Belongs to one stream task.
 */
final class SeenClaims {

  private static final byte[] MARK = {1};

  private final WindowStore<String, byte[]> store;
  private final Duration retention;

  SeenClaims(WindowStore<String, byte[]> store, Duration retention) {
    this.store = store;
    this.retention = retention;
  }

  /** Returns whether the claim was judged before. */
  boolean contains(String claimId, Instant streamTime) {
    Instant oldest = streamTime.minus(retention);
    Instant from = oldest.isBefore(Instant.EPOCH) ? Instant.EPOCH : oldest;
    try (WindowStoreIterator<byte[]> found = store.fetch(claimId, from, streamTime)) {
      return found.hasNext();
    }
  }

  /** Remembers the claim. */
  void add(String claimId, Instant streamTime) {
    store.put(claimId, MARK, streamTime.toEpochMilli());
  }
}
