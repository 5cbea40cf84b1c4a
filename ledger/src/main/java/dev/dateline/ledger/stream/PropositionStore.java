package dev.dateline.ledger.stream;

import dev.dateline.ledger.EarlierPropositions;
import dev.dateline.ledger.LedgerSettings;
import dev.dateline.schemas.avro.StoredProposition;
import dev.dateline.schemas.avro.StoredSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The propositions of every subject of one partition, bounded by time and by count.
 *
 * <p>Each is a row of its own under its subject's id and its own, so that a subject with a thousand
 * propositions costs no more to add to than one with ten. Belongs to one stream task.
 */
final class PropositionStore {

  private static final char SEPARATOR = '\u0000';
  private static final int SWEEP_ROWS = 10_000;
  private static final int EVICTED_SHARE = 10;

  private final KeyValueStore<String, StoredProposition> propositions;
  private final KeyValueStore<String, StoredSubject> subjects;
  private final LedgerSettings settings;
  private @Nullable String sweepFrom;

  PropositionStore(
      KeyValueStore<String, StoredProposition> propositions,
      KeyValueStore<String, StoredSubject> subjects,
      LedgerSettings settings) {
    this.propositions = propositions;
    this.subjects = subjects;
    this.settings = settings;
  }

  /** Returns the live propositions of a subject, as of that time. */
  EarlierPropositions of(String subjectId, Instant now) {
    return new EarlierPropositions() {
      @Override
      public Optional<StoredProposition> find(String propositionId) {
        return Optional.ofNullable(propositions.get(key(subjectId, propositionId)))
            .filter(proposition -> !hasExpired(proposition, now));
      }

      @Override
      public List<StoredProposition> all() {
        return rowsOf(subjectId).stream()
            .filter(proposition -> !hasExpired(proposition, now))
            .toList();
      }
    };
  }

  /**
   * Keeps a proposition, unless it has already expired; returns the ids of those that had to go for
   * it, its own among them when it is the longest unclaimed.
   */
  List<String> keep(StoredProposition proposition, Instant now) {
    if (hasExpired(proposition, now)) {
      return List.of();
    }
    String subjectId = proposition.getSubject().getId();
    String key = key(subjectId, proposition.getPropositionId());
    boolean added = propositions.get(key) == null;
    propositions.put(key, proposition);
    if (!added) {
      return List.of();
    }
    int count = count(subjectId) + 1;
    if (count <= settings.propositionsPerSubject()) {
      setCount(subjectId, count);
      return List.of();
    }
    return evictLongestUnclaimed(subjectId);
  }

  /** Returns whether a proposition is past its retention. */
  boolean hasExpired(StoredProposition proposition, Instant now) {
    return proposition.getLastSeen().isBefore(now.minus(settings.retention()));
  }

  /**
   * Removes the expired propositions among the next rows and returns their ids; goes on from there
   * the next time, and from the beginning after the end.
   */
  List<String> sweep(Instant now) {
    List<StoredProposition> expired = new ArrayList<>();
    int rows = 0;
    String next = null;
    try (KeyValueIterator<String, StoredProposition> each = propositions.range(sweepFrom, null)) {
      while (each.hasNext()) {
        KeyValue<String, StoredProposition> row = each.next();
        if (rows++ == SWEEP_ROWS) {
          next = row.key;
          break;
        }
        if (hasExpired(row.value, now)) {
          expired.add(row.value);
        }
      }
    }
    sweepFrom = next;
    expired.forEach(this::remove);
    return expired.stream().map(StoredProposition::getPropositionId).toList();
  }

  /** A tenth goes at once, so that the cost of finding them is shared by the next many claims. */
  private List<String> evictLongestUnclaimed(String subjectId) {
    List<StoredProposition> rows = new ArrayList<>(rowsOf(subjectId));
    rows.sort(
        Comparator.comparing(StoredProposition::getLastSeen)
            .thenComparing(StoredProposition::getPropositionId));
    int limit = settings.propositionsPerSubject();
    int surplus = rows.size() - limit + limit / EVICTED_SHARE;
    List<StoredProposition> evicted = rows.subList(0, surplus);
    evicted.forEach(row -> propositions.delete(key(subjectId, row.getPropositionId())));
    setCount(subjectId, rows.size() - surplus);
    return evicted.stream().map(StoredProposition::getPropositionId).toList();
  }

  private void remove(StoredProposition proposition) {
    String subjectId = proposition.getSubject().getId();
    propositions.delete(key(subjectId, proposition.getPropositionId()));
    setCount(subjectId, count(subjectId) - 1);
  }

  private List<StoredProposition> rowsOf(String subjectId) {
    List<StoredProposition> rows = new ArrayList<>();
    try (KeyValueIterator<String, StoredProposition> each =
        propositions.prefixScan(subjectId + SEPARATOR, new StringSerializer())) {
      each.forEachRemaining(row -> rows.add(row.value));
    }
    return rows;
  }

  private int count(String subjectId) {
    StoredSubject subject = subjects.get(subjectId);
    return subject == null ? 0 : subject.getPropositions();
  }

  private void setCount(String subjectId, int count) {
    if (count <= 0) {
      subjects.delete(subjectId);
    } else {
      subjects.put(subjectId, new StoredSubject(count));
    }
  }

  private static String key(String subjectId, String propositionId) {
    return subjectId + SEPARATOR + propositionId;
  }
}
