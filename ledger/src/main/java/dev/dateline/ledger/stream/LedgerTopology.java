package dev.dateline.ledger.stream;

import dev.dateline.ledger.Judge;
import dev.dateline.ledger.LedgerChange;
import dev.dateline.ledger.LedgerSettings;
import dev.dateline.ledger.Subjects;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceStanding;
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

/** Claims of each revision brought together by what they are about, and judged there. */
final class LedgerTopology {

  static final String READ_ENRICHED = "read-enriched";
  static final String COMPARE_REVISIONS = "compare-revisions";
  static final String BY_SUBJECT = "claims-by-subject";
  static final String JUDGE = "judge";
  static final String TAKE_CLAIMS = "take-claims";
  static final String WRITE_CLAIMS = "write-claims";
  static final String TAKE_ENTRIES = "take-entries";
  static final String WRITE_LEDGER = "write-ledger";
  static final String TAKE_STANDINGS = "take-standings";
  static final String WRITE_STANDING = "write-standing";

  private final RecordSerdes serdes;
  private final Judge judge;
  private final LedgerSettings settings;

  LedgerTopology(RecordSerdes serdes, Judge judge, LedgerSettings settings) {
    this.serdes = serdes;
    this.judge = judge;
    this.settings = settings;
  }

  void build(StreamsBuilder builder) {
    KStream<String, LedgerChange> judged =
        builder.stream(Topics.ENRICHED.name(), serdes.consumed(Topics.ENRICHED, READ_ENRICHED))
            .process(new ArticleSupplier(), Named.as(COMPARE_REVISIONS))
            .selectKey(LedgerTopology::subjectKey, Named.as(BY_SUBJECT + "-key"))
            .repartition(bySubject())
            .process(new JudgeSupplier(), Named.as(JUDGE));
    judged
        .flatMap(LedgerTopology::claims, Named.as(TAKE_CLAIMS))
        .to(Topics.CLAIMS.name(), serdes.produced(Topics.CLAIMS, WRITE_CLAIMS));
    judged
        .flatMap(LedgerTopology::entries, Named.as(TAKE_ENTRIES))
        .to(Topics.LEDGER.name(), serdes.produced(Topics.LEDGER, WRITE_LEDGER));
    judged
        .flatMap(LedgerTopology::standings, Named.as(TAKE_STANDINGS))
        .to(Topics.STANDING.name(), serdes.produced(Topics.STANDING, WRITE_STANDING));
  }

  private Repartitioned<String, SubjectClaim> bySubject() {
    return Repartitioned.with(serdes.key(), serdes.value(SubjectClaim.class))
        .withName(BY_SUBJECT)
        .withNumberOfPartitions(Topics.CLAIMS.partitions());
  }

  private static String subjectKey(String articleId, SubjectClaim claim) {
    return Subjects.key(claim.getSubject());
  }

  private static List<KeyValue<String, JudgedClaim>> claims(String key, LedgerChange change) {
    JudgedClaim claim = change.claim();
    return claim == null ? List.of() : List.of(new KeyValue<>(claim.getSubject().getId(), claim));
  }

  private static List<KeyValue<String, LedgerEntry>> entries(String key, LedgerChange change) {
    return change.entries().entrySet().stream()
        .map(entry -> new KeyValue<>(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static List<KeyValue<String, PlaceStanding>> standings(String key, LedgerChange change) {
    return change.places().entrySet().stream()
        .map(place -> new KeyValue<>(place.getKey(), place.getValue()))
        .toList();
  }

  private final class ArticleSupplier
      implements ProcessorSupplier<String, EnrichedArticle, String, SubjectClaim> {

    @Override
    public Processor<String, EnrichedArticle, String, SubjectClaim> get() {
      return new ArticleProcessor(settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return LedgerStores.ofArticles(serdes);
    }
  }

  private final class JudgeSupplier
      implements ProcessorSupplier<String, SubjectClaim, String, LedgerChange> {

    @Override
    public Processor<String, SubjectClaim, String, LedgerChange> get() {
      return new JudgeProcessor(judge, settings);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return LedgerStores.ofSubjects(serdes, settings);
    }
  }
}
