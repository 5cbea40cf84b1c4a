package dev.dateline.streams;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/** Breaks the house rule on purpose: its count has a store without a name. */
final class UnnamedStoreApp implements StreamsApplication {

  @Override
  public String applicationId() {
    return "dateline-unnamed";
  }

  @Override
  public void build(StreamsBuilder builder, RecordSerdes serdes) {
    builder.stream(Topics.ARTICLES.name(), serdes.consumed(Topics.ARTICLES, "read"))
        .groupByKey()
        .count();
  }

  @Override
  public List<Topic<?>> inputs() {
    return List.of(Topics.ARTICLES);
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of();
  }
}
