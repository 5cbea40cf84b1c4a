package dev.dateline.ledger.stream;

import dev.dateline.ledger.Judge;
import dev.dateline.ledger.LedgerChange;
import dev.dateline.ledger.SubjectMemory;
import dev.dateline.schemas.avro.PropositionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The propositions of every subject of one partition.
 *
 * <p>Each is a row of its own under its subject's key and its own id, so that a subject with a
 * thousand propositions costs no more to write than one with ten. Subjects in use stay in memory
 * with their claims prepared for comparison, bounded by the number of claims. Belongs to one stream
 * task.
 */
final class PropositionStore {

  private static final char SEPARATOR = '\u0000';
  private static final int SWEEP_ROWS = 10_000;

  /** About four kilobytes each. */
  private static final int CLAIMS_IN_MEMORY = 12_000;

  private final KeyValueStore<String, PropositionState> rows;
  private final Judge judge;
  private final Duration retention;
  private final Map<String, SubjectMemory> inUse = new LinkedHashMap<>(16, 0.75f, true);
  private int claimsInUse;
  private @Nullable String sweepFrom;

  PropositionStore(KeyValueStore<String, PropositionState> rows, Judge judge, Duration retention) {
    this.rows = rows;
    this.judge = judge;
    this.retention = retention;
  }

  /** Returns the memory of a subject. */
  SubjectMemory of(String key) {
    SubjectMemory memory = inUse.get(key);
    if (memory == null) {
      memory = judge.remember(key, rowsOf(key));
      inUse.put(key, memory);
      claimsInUse += memory.size();
    }
    return memory;
  }

  /** Keeps what changed in a subject, whose memory had so many claims before. */
  void keep(String key, SubjectMemory memory, int sizeBefore, LedgerChange change) {
    change
        .states()
        .forEach(
            (id, state) -> {
              if (state == null) {
                rows.delete(rowKey(key, id));
              } else {
                rows.put(rowKey(key, id), state);
              }
            });
    claimsInUse += memory.size() - sizeBefore;
    forgetLeastUsed();
  }

  /** Returns the keys of subjects with an expired proposition among the next rows. */
  Set<String> sweep(Instant now) {
    Instant oldest = now.minus(retention);
    Set<String> expired = new TreeSet<>();
    int seen = 0;
    String next = null;
    try (KeyValueIterator<String, PropositionState> each = rows.range(sweepFrom, null)) {
      while (each.hasNext()) {
        KeyValue<String, PropositionState> row = each.next();
        if (seen++ == SWEEP_ROWS) {
          next = row.key;
          break;
        }
        var members = row.value.getMembers();
        if (members.get(members.size() - 1).getClaim().getEventTime().isBefore(oldest)) {
          expired.add(row.key.substring(0, row.key.indexOf(SEPARATOR)));
        }
      }
    }
    sweepFrom = next;
    return expired;
  }

  private void forgetLeastUsed() {
    var each = inUse.values().iterator();
    while (claimsInUse > CLAIMS_IN_MEMORY && inUse.size() > 1) {
      claimsInUse -= each.next().size();
      each.remove();
    }
  }

  private List<PropositionState> rowsOf(String key) {
    List<PropositionState> found = new ArrayList<>();
    try (KeyValueIterator<String, PropositionState> each =
        rows.prefixScan(key + SEPARATOR, new StringSerializer())) {
      each.forEachRemaining(row -> found.add(row.value));
    }
    return found;
  }

  private static String rowKey(String key, String propositionId) {
    return key + SEPARATOR + propositionId;
  }
}
