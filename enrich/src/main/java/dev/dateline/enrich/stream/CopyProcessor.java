package dev.dateline.enrich.stream;

import dev.dateline.enrich.copies.CopyMemory;
import dev.dateline.enrich.copies.SeenText;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Marks each article that is a near copy of an earlier one. Belongs to one stream task. */
final class CopyProcessor implements FixedKeyProcessor<String, EnrichedArticle, EnrichedArticle> {

  private final CopySettings settings;
  private FixedKeyProcessorContext<String, EnrichedArticle> context;
  private CopyMemory memory;
  private CopyMemory.Changes changes;

  @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
  CopyProcessor(CopySettings settings) {
    this.settings = settings;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, EnrichedArticle> given) {
    context = given;
    KeyValueStore<String, byte[]> store = given.getStateStore(EnrichTopology.SEEN_TEXTS);
    List<SeenText> kept = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> rows = store.all()) {
      rows.forEachRemaining(row -> kept.add(SeenText.fromBytes(row.value)));
    }
    memory = new CopyMemory(settings.mostTexts(), settings.longest());
    memory.restore(kept);
    changes = new StoredChanges(store);
  }

  @Override
  public void process(FixedKeyRecord<String, EnrichedArticle> record) {
    EnrichedArticle article = record.value();
    article.setDuplicateOf(memory.add(article.getArticle(), changes).orElse(null));
    context.forward(record.withValue(article));
  }

  private record StoredChanges(KeyValueStore<String, byte[]> store) implements CopyMemory.Changes {

    @Override
    public void put(SeenText text) {
      store.put(text.articleId(), text.toBytes());
    }

    @Override
    public void delete(String articleId) {
      store.delete(articleId);
    }
  }
}
