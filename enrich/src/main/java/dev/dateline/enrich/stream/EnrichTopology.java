package dev.dateline.enrich.stream;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.streams.RecordSerdes;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;

/** Articles in, enriched articles out: one for one, in the same order for each article id. */
final class EnrichTopology {

  static final String READ_ARTICLES = "read-articles";
  static final String ANNOTATE = "annotate";
  static final String WRITE_ENRICHED = "write-enriched";

  private final RecordSerdes serdes;
  private final Function<Article, EnrichedArticle> annotator;

  EnrichTopology(RecordSerdes serdes, Function<Article, EnrichedArticle> annotator) {
    this.serdes = serdes;
    this.annotator = annotator;
  }

  void build(StreamsBuilder builder) {
    builder.stream(Topics.ARTICLES.name(), serdes.consumed(Topics.ARTICLES, READ_ARTICLES))
        .mapValues(this::annotate, Named.as(ANNOTATE))
        .to(Topics.ENRICHED.name(), serdes.produced(Topics.ENRICHED, WRITE_ENRICHED));
  }

  private EnrichedArticle annotate(Article article) {
    try {
      return annotator.apply(article);
    } catch (StackOverflowError | ClassCastException e) {
      // Kafka Streams would stop the application for either, though only this article is at fault.
      throw new IllegalStateException("annotating article " + article.getId() + ": " + e, e);
    }
  }
}
