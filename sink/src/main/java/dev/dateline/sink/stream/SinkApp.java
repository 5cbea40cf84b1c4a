package dev.dateline.sink.stream;

import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.SinkSettings;
import dev.dateline.streams.RecordSerdes;
import dev.dateline.streams.StreamsApplication;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/** Writes what other systems and people take from Dateline. Immutable. */
public final class SinkApp implements StreamsApplication {

  /** Names the consumer group and the state directory; never changes. */
  public static final String APPLICATION_ID = "dateline-sink";

  private final SinkSettings settings;

  /** Makes the application with the default settings. */
  public SinkApp() {
    this(SinkSettings.defaults());
  }

  /** Makes the application. */
  public SinkApp(SinkSettings settings) {
    this.settings = settings;
  }

  @Override
  public String applicationId() {
    return APPLICATION_ID;
  }

  @Override
  public void build(StreamsBuilder builder, RecordSerdes serdes) {
    new SinkTopology(serdes, settings).build(builder);
  }

  @Override
  public List<Topic<?>> inputs() {
    return List.of(Topics.ENRICHED, Topics.CLAIMS);
  }

  @Override
  public List<Topic<?>> tables() {
    return List.of(Topics.WATCHLISTS);
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(
        Topics.ENTITIES,
        Topics.PLACES,
        Topics.NEW_CLAIMS,
        Topics.DISPUTED_CLAIMS,
        Topics.JSON_CLAIMS,
        Topics.ALERTS,
        Topics.ARTICLE_ALERTS,
        Topics.TRENDS);
  }
}
