package dev.dateline.ledger.stream;

import dev.dateline.ledger.Judge;
import dev.dateline.ledger.LedgerSettings;
import dev.dateline.ledger.Subjects;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.streams.RecordSerdes;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Claims brought together by what they are about, and judged there. */
final class LedgerTopology {

  static final String READ_ENRICHED = "read-enriched";
  static final String FIND_SUBJECTS = "find-subjects";
  static final String BY_SUBJECT = "claims-by-subject";
  static final String JUDGE = "judge";
  static final String TAKE_CLAIMS = "take-claims";
  static final String WRITE_CLAIMS = "write-claims";
  static final String TAKE_ENTRIES = "take-entries";
  static final String WRITE_LEDGER = "write-ledger";

  private final RecordSerdes serdes;
  private final Judge judge;
  private final LedgerSettings settings;

  LedgerTopology(RecordSerdes serdes, Judge judge, LedgerSettings settings) {
    this.serdes = serdes;
    this.judge = judge;
    this.settings = settings;
  }

  void build(StreamsBuilder builder) {
    KStream<String, LedgerOutput> judged =
        builder.stream(Topics.ENRICHED.name(), serdes.consumed(Topics.ENRICHED, READ_ENRICHED))
            .flatMapValues(Subjects::claimsOf, Named.as(FIND_SUBJECTS))
            .selectKey(LedgerTopology::subjectId, Named.as(BY_SUBJECT + "-key"))
            .repartition(bySubject())
            .process(new JudgeSupplier(), Named.as(JUDGE));
    judged
        .flatMapValues(LedgerTopology::claims, Named.as(TAKE_CLAIMS))
        .to(Topics.CLAIMS.name(), serdes.produced(Topics.CLAIMS, WRITE_CLAIMS));
    judged
        .flatMap(LedgerTopology::entries, Named.as(TAKE_ENTRIES))
        .to(Topics.LEDGER.name(), serdes.produced(Topics.LEDGER, WRITE_LEDGER));
  }

  private Repartitioned<String, SubjectClaim> bySubject() {
    return Repartitioned.with(serdes.key(), serdes.value(SubjectClaim.class))
        .withName(BY_SUBJECT)
        .withNumberOfPartitions(Topics.CLAIMS.partitions());
  }

  private static String subjectId(String articleId, SubjectClaim claim) {
    return claim.getSubject().getId();
  }

  private static List<JudgedClaim> claims(LedgerOutput output) {
    JudgedClaim claim = output.claim();
    return claim == null ? List.of() : List.of(claim);
  }

  private static List<KeyValue<String, LedgerEntry>> entries(String key, LedgerOutput output) {
    return output.entries().entrySet().stream()
        .map(entry -> new KeyValue<>(entry.getKey(), entry.getValue()))
        .toList();
  }

  private final class JudgeSupplier
      implements ProcessorSupplier<String, SubjectClaim, String, LedgerOutput> {

    @Override
    public Processor<String, SubjectClaim, String, LedgerOutput> get() {
      return new JudgeProcessor(judge, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return LedgerStores.of(serdes, settings);
    }
  }
}
