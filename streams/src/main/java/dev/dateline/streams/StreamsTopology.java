package dev.dateline.streams;

import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Builds the topology of an application as it will run. */
public final class StreamsTopology {

  private StreamsTopology() {}

  /**
   * Returns the topology.
   *
   * @throws org.apache.kafka.streams.errors.TopologyException if a store, a changelog or a
   *     repartition topic has no name of its own
   */
  public static Topology of(StreamsApplication application, StreamsSettings settings) {
    Properties configuration = StreamsConfiguration.of(application, settings);
    // Without a TopologyConfig the check for explicit names is silently left out.
    StreamsBuilder builder =
        new StreamsBuilder(new TopologyConfig(new StreamsConfig(configuration)));
    application.build(builder, new RecordSerdes(settings.maxRecordBytes()));
    return builder.build(configuration);
  }
}
