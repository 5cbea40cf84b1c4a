package dev.dateline.ledger.stream;

import dev.dateline.ledger.Judge;
import dev.dateline.ledger.LedgerSettings;
import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.streams.RecordSerdes;
import dev.dateline.streams.StreamsApplication;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/** Gives every claim its verdict and keeps the standing of every proposition. Immutable. */
public final class LedgerApp implements StreamsApplication {

  /** Names the consumer group, the changelogs and the state directory; never changes. */
  public static final String APPLICATION_ID = "dateline-ledger";

  private final LedgerSettings settings;

  /** Makes the application with the default settings. */
  public LedgerApp() {
    this(LedgerSettings.defaults());
  }

  /** Makes the application with those settings. */
  public LedgerApp(LedgerSettings settings) {
    this.settings = settings;
  }

  @Override
  public String applicationId() {
    return APPLICATION_ID;
  }

  @Override
  public void build(StreamsBuilder builder, RecordSerdes serdes) {
    Judge judge = new Judge(ClaimMatcher.load(), settings);
    new LedgerTopology(serdes, judge, settings).build(builder);
  }

  @Override
  public List<Topic<?>> inputs() {
    return List.of(Topics.ENRICHED);
  }

  @Override
  public List<Topic<?>> outputs() {
    return List.of(Topics.CLAIMS, Topics.LEDGER, Topics.STANDING);
  }
}
