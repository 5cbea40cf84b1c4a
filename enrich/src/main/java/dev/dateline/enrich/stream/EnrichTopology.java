package dev.dateline.enrich.stream;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.streams.RecordSerdes;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Articles in, enriched articles out: one for one, in the same order for each article id.
 *
 * <p>Annotated on as many partitions as there are; then all come together in one, where each is
 * held against all that came before it.
 */
final class EnrichTopology {

  static final String READ_ARTICLES = "read-articles";
  static final String ANNOTATE = "annotate";
  static final String TOGETHER = "together";
  static final String MARK_COPIES = "mark-copies";
  static final String SEEN_TEXTS = "seen-texts";
  static final String WRITE_ENRICHED = "write-enriched";

  private final RecordSerdes serdes;
  private final Function<Article, EnrichedArticle> annotator;
  private final CopySettings copies;

  EnrichTopology(
      RecordSerdes serdes, Function<Article, EnrichedArticle> annotator, CopySettings copies) {
    this.serdes = serdes;
    this.annotator = new AnnotatingTurns<>(annotator);
    this.copies = copies;
  }

  void build(StreamsBuilder builder) {
    builder.stream(Topics.ARTICLES.name(), serdes.consumed(Topics.ARTICLES, READ_ARTICLES))
        .mapValues(this::annotate, Named.as(ANNOTATE))
        .repartition(together())
        .processValues(new CopySupplier(), Named.as(MARK_COPIES))
        .to(Topics.ENRICHED.name(), serdes.produced(Topics.ENRICHED, WRITE_ENRICHED));
  }

  /** A text's copies may stand in any partition of news.articles, so one has to see them all. */
  private Repartitioned<String, EnrichedArticle> together() {
    return Repartitioned.with(serdes.key(), serdes.value(EnrichedArticle.class))
        .withName(TOGETHER)
        .withNumberOfPartitions(1);
  }

  private EnrichedArticle annotate(Article article) {
    try {
      return annotator.apply(article);
    } catch (StackOverflowError | ClassCastException e) {
      // Kafka Streams would stop the application for either, though only this article is at fault.
      throw new IllegalStateException("annotating article " + article.getId() + ": " + e, e);
    }
  }

  private final class CopySupplier
      implements FixedKeyProcessorSupplier<String, EnrichedArticle, EnrichedArticle> {

    @Override
    public FixedKeyProcessor<String, EnrichedArticle, EnrichedArticle> get() {
      return new CopyProcessor(copies);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return Set.of(
          Stores.keyValueStoreBuilder(
                  Stores.persistentKeyValueStore(SEEN_TEXTS), serdes.key(), Serdes.ByteArray())
              .withLoggingEnabled(Map.of())
              .withCachingDisabled());
    }
  }
}
