package dev.dateline.enrich.stream;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.streams.RecordSerdes;
import dev.dateline.streams.StreamsApplication;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;

/** Runs the annotator over every article. Immutable. */
public final class EnrichApp implements StreamsApplication {

  /** Names the consumer group and the state directory; never changes. */
  public static final String APPLICATION_ID = "dateline-enrich";

  private final Function<Article, EnrichedArticle> annotator;

  /**
   * Makes the application around an annotator.
   *
   * @param annotator thread-safe, bounded in time; an article it throws on becomes a dead letter
   */
  public EnrichApp(Function<Article, EnrichedArticle> annotator) {
    this.annotator = annotator;
  }

  @Override
  public String applicationId() {
    return APPLICATION_ID;
  }

  @Override
  public void build(StreamsBuilder builder, RecordSerdes serdes) {
    new EnrichTopology(serdes, annotator).build(builder);
  }

  @Override
  public List<Topic<?>> inputs() {
    return List.of(Topics.ARTICLES);
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(Topics.ENRICHED);
  }
}
