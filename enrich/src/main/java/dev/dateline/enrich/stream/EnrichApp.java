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

/** Runs the annotator over every article and marks near copies. Immutable. */
public final class EnrichApp implements StreamsApplication {

  /** Names the consumer group and the state directory; never changes. */
  public static final String APPLICATION_ID = "dateline-enrich";

  private final Function<Article, EnrichedArticle> annotator;
  private final CopySettings copies;

  /**
   * Makes the application around an annotator, with the default memory for near copies.
   *
   * @param annotator thread-safe, bounded in time; an article it throws on becomes a dead letter
   */
  public EnrichApp(Function<Article, EnrichedArticle> annotator) {
    this(annotator, CopySettings.defaults());
  }

  /**
   * Makes the application around an annotator.
   *
   * @param annotator thread-safe, bounded in time; an article it throws on becomes a dead letter
   * @param copies how much is remembered to find near copies in
   */
  public EnrichApp(Function<Article, EnrichedArticle> annotator, CopySettings copies) {
    this.annotator = annotator;
    this.copies = copies;
  }

  @Override
  public String applicationId() {
    return APPLICATION_ID;
  }

  @Override
  public void build(StreamsBuilder builder, RecordSerdes serdes) {
    new EnrichTopology(serdes, annotator, copies).build(builder);
  }

  /**
   * Four times as many, since an article costs several times what it does elsewhere and a long one
   * takes as long as a hundred short ones; and one for the task that marks copies, or every article
   * would wait there for the long ones of a thread that it shared.
   */
  @Override
  public int threadsOf(int given) {
    return 4 * given + 1;
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
