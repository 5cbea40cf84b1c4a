package dev.dateline.sink.stream;

import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.schemas.avro.WatchlistMatch;
import dev.dateline.sink.Alerts;
import dev.dateline.sink.watch.WatchlistMonitor;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The watchlists of news.watchlists as one running application knows them, ready to be matched.
 *
 * <p>Kafka Streams keeps the topic as a global store on every instance; its processor, the only one
 * that changes anything, keeps the monitor like it. Thread-safe.
 */
final class Watchlists {

  private volatile @Nullable WatchlistMonitor monitor;

  /** Returns the processor that keeps the store of that name and the monitor alike. */
  Processor<String, Watchlist, Void, Void> keeper(String store) {
    return new Keeper(store);
  }

  /** Returns what the claim's alerts would be, by watchlist; none for backfill. */
  List<KeyValue<String, WatchlistMatch>> matches(String subjectId, JudgedClaim claim) {
    WatchlistMonitor current = monitor;
    if (claim.getArticle().getBackfill() || current == null) {
      return List.of();
    }
    if (current.isEmpty()) {
      return Alerts.isAskedForByDefault(claim)
          ? List.of(match(Alerts.NEW_CLAIMS, claim, null))
          : List.of();
    }
    return current.matching(claim).stream()
        .map(watchlist -> match(watchlist.getName(), claim, watchlist))
        .toList();
  }

  /** Returns what the article's alerts would be, by watchlist; none for backfill. */
  List<KeyValue<String, WatchlistMatch>> matches(String articleId, EnrichedArticle article) {
    WatchlistMonitor current = monitor;
    if (article.getArticle().getBackfill() || current == null) {
      return List.of();
    }
    return current.matching(article).stream()
        .map(
            watchlist ->
                KeyValue.pair(
                    watchlist.getName(),
                    WatchlistMatch.newBuilder()
                        .setArticle(Alerts.of(watchlist.getName(), article))
                        .setThrottle(watchlist.getThrottle())
                        .build()))
        .toList();
  }

  private static KeyValue<String, WatchlistMatch> match(
      String name, JudgedClaim claim, @Nullable Watchlist watchlist) {
    return KeyValue.pair(
        name,
        WatchlistMatch.newBuilder()
            .setClaim(Alerts.of(name, claim))
            .setThrottle(watchlist == null ? null : watchlist.getThrottle())
            .build());
  }

  private final class Keeper extends ContextualProcessor<String, Watchlist, Void, Void> {

    private final String storeName;
    private @Nullable KeyValueStore<String, Watchlist> store;
    private @Nullable WatchlistMonitor kept;

    Keeper(String storeName) {
      this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
      super.init(context);
      KeyValueStore<String, Watchlist> restored = context.getStateStore(storeName);
      WatchlistMonitor filled = new WatchlistMonitor();
      List<Watchlist> known = new ArrayList<>();
      try (KeyValueIterator<String, Watchlist> all = restored.all()) {
        all.forEachRemaining(entry -> known.add(entry.value));
      }
      filled.putAll(known);
      store = restored;
      kept = filled;
      monitor = filled;
    }

    @Override
    public void process(Record<String, Watchlist> message) {
      if (store == null || kept == null) {
        throw new IllegalStateException("keeping watchlists: the processor was not initialised");
      }
      if (message.value() == null) {
        store.delete(message.key());
        kept.remove(message.key());
      } else {
        store.put(message.key(), message.value());
        kept.putAll(List.of(message.value()));
      }
    }

    @Override
    public void close() {
      if (kept != null) {
        monitor = null;
        kept.close();
      }
    }
  }
}
