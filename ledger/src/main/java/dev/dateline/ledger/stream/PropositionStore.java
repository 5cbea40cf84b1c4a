package dev.dateline.ledger.stream;

import dev.dateline.ledger.Judge;
import dev.dateline.ledger.LedgerChange;
import dev.dateline.ledger.SubjectMemory;
import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.StoredClaim;
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
 * <p>Each claim is a row of its own under its subject's key, its proposition's id and its own, so
 * that a claim costs no more to write where a thousand propositions are or a proposition has twenty
 * claims. Subjects in use stay in memory with their claims prepared for comparison, bounded by the
 * number of claims. Belongs to one stream task.
 */
final class PropositionStore {

  private static final char SEPARATOR = '\u0000';

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
    Latest latest = null;
    try (KeyValueIterator<String, PropositionState> each = rows.range(sweepFrom, null)) {
      while (each.hasNext()) {
        KeyValue<String, PropositionState> row = each.next();
        String proposition = propositionKey(row);
        if (latest == null || !latest.proposition.equals(proposition)) {
          note(latest, oldest, expired);
          if (seen >= LedgerStores.SWEEP_ROWS) {
            next = row.key;
            latest = null;
            break;
          }
          latest = new Latest(proposition, Instant.MIN);
        }
        latest = latest.with(row.value);
        seen++;
      }
    }
    note(latest, oldest, expired);
    sweepFrom = next;
    return expired;
  }

  /** When a proposition was last claimed, by those of its rows that were seen. */
  private record Latest(String proposition, Instant at) {
    Latest with(PropositionState row) {
      Instant latest = at;
      for (StoredClaim member : row.getMembers()) {
        Instant time = member.getClaim().getEventTime();
        latest = time.isAfter(latest) ? time : latest;
      }
      return new Latest(proposition, latest);
    }
  }

  private static void note(@Nullable Latest latest, Instant oldest, Set<String> expired) {
    if (latest != null && latest.at.isBefore(oldest)) {
      expired.add(latest.proposition.substring(0, latest.proposition.indexOf(SEPARATOR)));
    }
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

  private static String rowKey(String key, String row) {
    return key + SEPARATOR + row;
  }

  private static String propositionKey(KeyValue<String, PropositionState> row) {
    return rowKey(row.key.substring(0, row.key.indexOf(SEPARATOR)), row.value.getPropositionId());
  }
}
