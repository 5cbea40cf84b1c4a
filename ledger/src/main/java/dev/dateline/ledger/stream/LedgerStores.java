package dev.dateline.ledger.stream;

import dev.dateline.ledger.LedgerSettings;
import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.StoredArticle;
import dev.dateline.streams.RecordSerdes;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The ledger's state stores; their names are contracts, since their changelogs are named by them.
 */
final class LedgerStores {

  static final String ARTICLES = "articles";
  static final String PROPOSITIONS = "proposition-claims";
  static final String SEEN_CLAIMS = "seen-claims";

  /** How many rows one sweep looks at: few, since claims wait for it. */
  static final int SWEEP_ROWS = 50;

  private static final Map<String, String> COMPACTED = Map.of();
  // A windowed changelog is also deleted by age, and the claims of an archive carry its old times.
  private static final Map<String, String> BY_ARRIVAL =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  private LedgerStores() {}

  static Set<StoreBuilder<?>> ofArticles(RecordSerdes serdes) {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(ARTICLES),
                serdes.key(),
                serdes.value(StoredArticle.class))
            .withLoggingEnabled(COMPACTED)
            .withCachingDisabled());
  }

  static Set<StoreBuilder<?>> ofSubjects(RecordSerdes serdes, LedgerSettings settings) {
    // In a fixed order: Set.of has another one in each JVM, and the topology is a contract.
    return new LinkedHashSet<>(
        List.of(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(PROPOSITIONS),
                    serdes.key(),
                    serdes.value(PropositionState.class))
                .withLoggingEnabled(COMPACTED)
                .withCachingDisabled(),
            Stores.windowStoreBuilder(
                    Stores.persistentWindowStore(
                        SEEN_CLAIMS, settings.retention(), Duration.ofMillis(1), false),
                    serdes.key(),
                    Serdes.ByteArray())
                .withLoggingEnabled(BY_ARRIVAL)
                .withCachingDisabled()));
  }
}
