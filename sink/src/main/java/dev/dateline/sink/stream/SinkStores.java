package dev.dateline.sink.stream;

import dev.dateline.schemas.avro.ThrottleStanding;
import dev.dateline.schemas.avro.TrendHistory;
import dev.dateline.sink.SinkSettings;
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

/** The sink's state stores; their names are contracts, since their changelogs are named by them. */
final class SinkStores {

  static final String WATCHLISTS = "watchlists";
  static final String RAISED_ALERTS = "raised-alerts";
  static final String ALERT_THROTTLES = "alert-throttles";
  static final String TREND_HISTORIES = "trend-histories";
  static final String TREND_CLOSINGS = "trend-closings";
  static final String TREND_CLOCK = "trend-clock";

  private static final Map<String, String> COMPACTED = Map.of();

  private SinkStores() {}

  /** What was raised, and what a throttle holds back. */
  static Set<StoreBuilder<?>> ofAlerts(RecordSerdes serdes, SinkSettings settings) {
    // In a fixed order: Set.of has another one in each JVM, and the topology is a contract.
    return new LinkedHashSet<>(
        List.of(
            Stores.windowStoreBuilder(
                    Stores.persistentWindowStore(
                        RAISED_ALERTS, settings.alertMemory(), Duration.ofMillis(1), false),
                    serdes.key(),
                    Serdes.ByteArray())
                .withLoggingEnabled(
                    Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"))
                .withCachingDisabled(),
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(ALERT_THROTTLES),
                    serdes.key(),
                    serdes.value(ThrottleStanding.class))
                .withLoggingEnabled(COMPACTED)
                .withCachingDisabled()));
  }

  /** What is counted, and when windows close. */
  static Set<StoreBuilder<?>> ofTrends(RecordSerdes serdes) {
    return new LinkedHashSet<>(
        List.of(
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(TREND_HISTORIES),
                    serdes.key(),
                    serdes.value(TrendHistory.class))
                .withLoggingEnabled(COMPACTED)
                .withCachingEnabled(),
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(TREND_CLOSINGS),
                    serdes.key(),
                    Serdes.ByteArray())
                .withLoggingEnabled(COMPACTED)
                .withCachingDisabled(),
            Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(TREND_CLOCK), serdes.key(), Serdes.Long())
                .withLoggingEnabled(COMPACTED)
                .withCachingDisabled()));
  }
}
