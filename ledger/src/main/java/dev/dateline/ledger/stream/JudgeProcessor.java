package dev.dateline.ledger.stream;

import dev.dateline.ledger.IncomingClaim;
import dev.dateline.ledger.Judge;
import dev.dateline.ledger.Judgement;
import dev.dateline.ledger.LedgerSettings;
import dev.dateline.ledger.PropositionHistory;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.SubjectClaim;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Judges each claim once against what its subject's store holds.
 *
 * <p>It validates, then writes, then forwards: a claim it fails on leaves nothing behind.
 */
final class JudgeProcessor extends ContextualProcessor<String, SubjectClaim, String, LedgerOutput> {

  private final Judge judge;
  private final LedgerSettings settings;
  private @Nullable PropositionStore propositions;
  private @Nullable SeenClaims seen;
  private @Nullable Sensor evictions;

  JudgeProcessor(Judge judge, LedgerSettings settings) {
    this.judge = judge;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, LedgerOutput> context) {
    super.init(context);
    propositions =
        new PropositionStore(
            context.getStateStore(LedgerStores.PROPOSITIONS),
            context.getStateStore(LedgerStores.SUBJECTS),
            settings);
    seen = new SeenClaims(context.getStateStore(LedgerStores.SEEN_CLAIMS), settings.retention());
    evictions =
        context
            .metrics()
            .addRateTotalSensor(
                "ledger", context.taskId().toString(), "evictions", Sensor.RecordingLevel.INFO);
    // By the wall clock: an idle stream must forget too.
    context.schedule(settings.sweepInterval(), PunctuationType.WALL_CLOCK_TIME, this::sweep);
  }

  @Override
  public void process(Record<String, SubjectClaim> message) {
    if (propositions == null || seen == null) {
      throw new IllegalStateException("judging a claim: the processor was not initialised");
    }
    IncomingClaim claim =
        validated(IncomingClaim.of(message.value(), Instant.ofEpochMilli(message.timestamp())));
    String claimId = claim.claim().getClaim().getId();
    Instant now = streamTime();
    if (seen.contains(claimId, now)) {
      return;
    }
    Judgement judgement =
        judge.judge(claim, propositions.of(claim.claim().getSubject().getId(), now));
    List<String> evicted = propositions.keep(judgement.proposition(), now);
    seen.add(claimId, now);
    Map<String, @Nullable LedgerEntry> entries = new LinkedHashMap<>();
    if (!propositions.hasExpired(judgement.proposition(), now)) {
      entries.put(
          judgement.proposition().getPropositionId(),
          PropositionHistory.entryOf(judgement.proposition()));
    }
    addTombstones(entries, evicted);
    context().forward(message.withValue(new LedgerOutput(judgement.claim(), entries)));
  }

  private void sweep(long wallClockTime) {
    if (propositions == null || context().currentStreamTimeMs() < 0) {
      return;
    }
    List<String> expired = propositions.sweep(streamTime());
    if (!expired.isEmpty()) {
      Map<String, @Nullable LedgerEntry> entries = new LinkedHashMap<>();
      addTombstones(entries, expired);
      context().forward(new Record<>("", new LedgerOutput(null, entries), wallClockTime));
    }
  }

  private void addTombstones(Map<String, @Nullable LedgerEntry> entries, List<String> gone) {
    gone.forEach(id -> entries.put(id, null));
    if (evictions != null && !gone.isEmpty()) {
      evictions.record(gone.size());
    }
  }

  private IncomingClaim validated(IncomingClaim claim) {
    if (claim.content().isBlank()) {
      throw new IllegalArgumentException(
          "judging claim " + claim.claim().getClaim().getId() + ": it has no content");
    }
    if (claim.content().length() > settings.maxContentCharacters()) {
      throw new IllegalArgumentException(
          "judging claim "
              + claim.claim().getClaim().getId()
              + ": its content has "
              + claim.content().length()
              + " characters, more than "
              + settings.maxContentCharacters());
    }
    return claim;
  }

  private Instant streamTime() {
    return Instant.ofEpochMilli(context().currentStreamTimeMs());
  }
}
