package dev.dateline.dashboard.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest claims, by arrival, bounded in number and bytes.
 *
 * <p>Written by one thread, read by any.
 */
public final class ClaimFeed {

  private final int mostClaims;
  private final long mostBytes;
  private final ConcurrentSkipListMap<ClaimKey, FeedClaim> claims = new ConcurrentSkipListMap<>();
  private final Map<String, ClaimKey> latestById = new ConcurrentHashMap<>();
  private final Set<String> retracted = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Long> lost = new HashMap<>();
  private final Map<Integer, Long> last = new HashMap<>();
  private int count;
  private long bytes;

  /** Makes an empty one. */
  public ClaimFeed(int mostClaims, long mostBytes) {
    this.mostClaims = mostClaims;
    this.mostBytes = mostBytes;
  }

  /** Says that a partition is read from that offset on. */
  public synchronized void startsAt(int partition, long offset) {
    lost.put(partition, offset - 1);
  }

  /** Adds a claim; the oldest ones go when there are too many. */
  public synchronized void add(FeedClaim claim) {
    if (claims.put(claim.key(), claim) != null) {
      return;
    }
    latestById.merge(
        claim.card().id(), claim.key(), (one, other) -> one.compareTo(other) < 0 ? other : one);
    retracted.addAll(claim.card().retracts());
    last.merge(claim.key().partition(), claim.key().offset(), Math::max);
    count++;
    bytes += claim.bytes();
    while (count > mostClaims || (bytes > mostBytes && count > 1)) {
      forget(claims.firstEntry().getValue());
    }
  }

  private void forget(FeedClaim oldest) {
    claims.remove(oldest.key());
    latestById.remove(oldest.card().id(), oldest.key());
    retracted.remove(oldest.card().id());
    lost.merge(oldest.key().partition(), oldest.key().offset(), Math::max);
    count--;
    bytes -= oldest.bytes();
  }

  /** Returns the claim's latest record; empty when the feed does not hold it. */
  public Optional<FeedClaim> find(String claimId) {
    ClaimKey key = latestById.get(claimId);
    return key == null ? Optional.empty() : Optional.ofNullable(claims.get(key));
  }

  /** Tells whether a claim that the feed still holds was taken back. */
  public boolean isRetracted(String claimId) {
    return retracted.contains(claimId);
  }

  /**
   * Returns claims that pass, the latest first.
   *
   * @param before only claims behind this one in that order; null from the latest
   */
  public List<FeedClaim> latest(Predicate<FeedClaim> filter, @Nullable ClaimKey before, int limit) {
    List<FeedClaim> found = new ArrayList<>();
    Map<ClaimKey, FeedClaim> range = before == null ? claims : claims.headMap(before, false);
    Iterator<FeedClaim> newestFirst =
        ((java.util.NavigableMap<ClaimKey, FeedClaim>) range).descendingMap().values().iterator();
    while (found.size() < limit && newestFirst.hasNext()) {
      FeedClaim claim = newestFirst.next();
      if (filter.test(claim)) {
        found.add(claim);
      }
    }
    return found;
  }

  /** Returns every claim, the oldest first, as they are while it is gone through. */
  public Iterable<FeedClaim> all() {
    return claims.values();
  }

  /** Returns how far each partition has been read. */
  public synchronized FeedPosition position() {
    return new FeedPosition(last);
  }

  /**
   * Returns the claims that came after a position, the oldest first; empty when that cannot be
   * told, since some of them are forgotten, or the position is from another topic of that name.
   */
  public synchronized Optional<List<FeedClaim>> since(FeedPosition position) {
    boolean known =
        lost.entrySet().stream().allMatch(each -> position.offset(each.getKey()) >= each.getValue())
            && position.offsets().entrySet().stream()
                .allMatch(each -> each.getValue() <= last.getOrDefault(each.getKey(), -1L));
    if (!known) {
      return Optional.empty();
    }
    return Optional.of(
        claims.values().stream()
            .filter(claim -> claim.key().offset() > position.offset(claim.key().partition()))
            .toList());
  }

  /** Returns how many claims there are. */
  public synchronized int size() {
    return count;
  }

  /** Returns about how many bytes they take. */
  public synchronized long bytes() {
    return bytes;
  }
}
