package dev.dateline.ledger.stream;

import dev.dateline.ledger.IncomingClaim;
import dev.dateline.ledger.Judge;
import dev.dateline.ledger.LedgerChange;
import dev.dateline.ledger.LedgerSettings;
import dev.dateline.ledger.SubjectMemory;
import dev.dateline.schemas.avro.SubjectClaim;
import java.time.Instant;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges each claim once against what is kept of its subject.
 *
 * <p>It validates and prepares, then writes, then forwards: a claim it fails on leaves nothing
 * behind.
 */
final class JudgeProcessor extends ContextualProcessor<String, SubjectClaim, String, LedgerChange> {

  private static final Logger LOG = LoggerFactory.getLogger(JudgeProcessor.class);

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
  public void init(ProcessorContext<String, LedgerChange> context) {
    super.init(context);
    propositions =
        new PropositionStore(
            context.getStateStore(LedgerStores.PROPOSITIONS), judge, settings.retention());
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
    Instant now = streamTime();
    SubjectMemory memory = propositions.of(message.key());
    int sizeBefore = memory.size();
    boolean known = memory.holds(claim.id()) || seen.contains(claim.id(), now);
    LedgerChange change;
    if (!known) {
      change = memory.add(claim, now);
    } else if (message.value().getWithdrawn() != null) {
      change = memory.withdraw(claim, now);
    } else {
      change = memory.reinstate(claim, now);
    }
    propositions.keep(message.key(), memory, sizeBefore, change);
    if (!known) {
      seen.add(claim.id(), now);
    }
    tell(message.withValue(change));
  }

  private void sweep(long wallClockTime) {
    if (propositions == null || context().currentStreamTimeMs() < 0) {
      return;
    }
    for (String key : propositions.sweep(streamTime())) {
      SubjectMemory memory = propositions.of(key);
      int sizeBefore = memory.size();
      LedgerChange change = memory.expire(streamTime());
      propositions.keep(key, memory, sizeBefore, change);
      tell(new Record<>(key, change, wallClockTime));
    }
  }

  private void tell(Record<String, LedgerChange> change) {
    int evicted = change.value().evicted();
    if (evictions != null && evicted > 0) {
      // Such a sensor counts how often it is told, whatever it is told.
      for (int each = 0; each < evicted; each++) {
        evictions.record();
      }
      LOG.info(
          "subject {}: {} propositions forgotten for want of room or of age",
          change.key(),
          evicted);
    }
    if (!change.value().isEmpty()) {
      context().forward(change);
    }
  }

  private IncomingClaim validated(IncomingClaim claim) {
    if (claim.content().isBlank()) {
      throw new IllegalArgumentException("judging claim " + claim.id() + ": it has no content");
    }
    if (claim.content().length() > settings.maxContentCharacters()) {
      throw new IllegalArgumentException(
          "judging claim "
              + claim.id()
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
