package dev.dateline.ledger.stream;

import dev.dateline.ledger.LedgerSettings;
import dev.dateline.ledger.Revisions;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.StoredArticle;
import dev.dateline.schemas.avro.SubjectClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Sends on what a revision of an article says anew and what it no longer says. */
final class ArticleProcessor
    extends ContextualProcessor<String, EnrichedArticle, String, SubjectClaim> {

  private final LedgerSettings settings;
  private @Nullable KeyValueStore<String, StoredArticle> articles;
  private @Nullable String sweepFrom;

  ArticleProcessor(LedgerSettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, SubjectClaim> context) {
    super.init(context);
    articles = context.getStateStore(LedgerStores.ARTICLES);
    context.schedule(
        settings.sweepInterval(), PunctuationType.WALL_CLOCK_TIME, wallClockTime -> sweep());
  }

  @Override
  public void process(Record<String, EnrichedArticle> message) {
    KeyValueStore<String, StoredArticle> store = store();
    String articleId = message.value().getArticle().getId();
    StoredArticle before = store.get(articleId);
    Revisions.Outcome outcome = Revisions.of(message.value(), before);
    if (before == null
        || !outcome.claims().isEmpty()
        || before.getArticle().getRevision() != outcome.article().getArticle().getRevision()) {
      store.put(articleId, outcome.article());
    }
    for (SubjectClaim claim : outcome.claims()) {
      context().forward(message.withValue(claim));
    }
  }

  /** Forgets articles past the retention among the next rows; goes on from there the next time. */
  private void sweep() {
    if (context().currentStreamTimeMs() < 0) {
      return;
    }
    Instant oldest =
        Instant.ofEpochMilli(context().currentStreamTimeMs()).minus(settings.retention());
    List<String> expired = new ArrayList<>();
    int rows = 0;
    String next = null;
    try (KeyValueIterator<String, StoredArticle> each = store().range(sweepFrom, null)) {
      while (each.hasNext()) {
        KeyValue<String, StoredArticle> row = each.next();
        if (rows++ == LedgerStores.SWEEP_ROWS) {
          next = row.key;
          break;
        }
        if (row.value.getArticle().getEventTime().isBefore(oldest)) {
          expired.add(row.key);
        }
      }
    }
    sweepFrom = next;
    expired.forEach(store()::delete);
  }

  private KeyValueStore<String, StoredArticle> store() {
    if (articles == null) {
      throw new IllegalStateException("reading an article's claims: not initialised");
    }
    return articles;
  }
}
