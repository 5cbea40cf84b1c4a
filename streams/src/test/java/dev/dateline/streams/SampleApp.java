package dev.dateline.streams;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;

/** The smallest application: each article becomes as many enriched ones as the step makes of it. */
final class SampleApp implements StreamsApplication {

  static final String APPLICATION_ID = "dateline-sample";

  private final Function<Article, List<EnrichedArticle>> step;

  SampleApp(Function<Article, List<EnrichedArticle>> step) {
    this.step = step;
  }

  @Override
  public String applicationId() {
    return APPLICATION_ID;
  }

  @Override
  public void build(StreamsBuilder builder, RecordSerdes serdes) {
    builder.stream(Topics.ARTICLES.name(), serdes.consumed(Topics.ARTICLES, "read"))
        .flatMapValues(step::apply, Named.as("step"))
        .to(Topics.ENRICHED.name(), serdes.produced(Topics.ENRICHED, "write"));
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
