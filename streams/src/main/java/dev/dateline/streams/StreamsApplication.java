package dev.dateline.streams;

import dev.dateline.schemas.Topic;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;

/**
 * One Kafka Streams application of Dateline: its id, its topology and the topics it touches.
 *
 * <p>Implementations are immutable; {@link StreamsService} runs them.
 */
public interface StreamsApplication {

  /**
   * Returns the application id, a contract that names the consumer group, the internal topics and
   * the state directory.
   */
  String applicationId();

  /** Adds the topology to the builder, taking every record serde from {@code serdes}. */
  void build(StreamsBuilder builder, RecordSerdes serdes);

  /** Returns the topics it reads. */
  List<Topic<?>> inputs();

  /**
   * Returns the topics it keeps whole on every instance, as global stores: it has no offsets there,
   * and so is never behind.
   */
  default List<Topic<?>> tables() {
    return List.of();
  }

  /**
   * Returns how many stream threads it runs where it is given that many: more where records differ
   * so much in cost that a long one would hold up the short ones behind it.
   */
  default int threadsOf(int given) {
    return given;
  }

  /** Returns the topics it writes, the dead letters apart, to which every application may write. */
  List<Topic<?>> outputs();
}
