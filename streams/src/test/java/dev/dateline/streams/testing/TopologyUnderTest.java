package dev.dateline.streams.testing;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsConfiguration;
import dev.dateline.streams.StreamsSettings;
import dev.dateline.streams.StreamsTopology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * An application's topology in a test driver, so that a test reads as a sentence: {@code
 * input(ARTICLES).at(noon).add("a", article)}, {@code output(ENRICHED).expectNextRecord()}, {@code
 * expectNoMoreRecord()}.
 *
 * <p>Each needs a directory of its own, a JUnit {@code @TempDir}. Not thread-safe.
 */
public final class TopologyUnderTest implements AutoCloseable {

  private static final Instant DRIVER_START = Instant.parse("2024-01-01T00:00:00Z");
  private static final String NO_BROKER = "localhost:9";

  private final TopologyTestDriver driver;
  private final Map<String, TestOutput<?>> outputs = new HashMap<>();
  private final TestOutputTopic<byte[], byte[]> deadLetters;

  private TopologyUnderTest(StreamsApplication application, StreamsSettings settings) {
    Properties configuration = StreamsConfiguration.of(application, settings);
    // Under exactly-once the driver of 4.3.1 drops what is sent while a record is read: the dead
    // letter of one that cannot be. A test on a real broker covers it.
    configuration.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    driver =
        new TopologyTestDriver(
            StreamsTopology.of(application, settings), configuration, DRIVER_START);
    deadLetters =
        driver.createOutputTopic(
            Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Builds the application's topology with the default settings. */
  public static TopologyUnderTest of(StreamsApplication application, Path directory) {
    return of(application, settings(directory));
  }

  /** Builds the application's topology. */
  public static TopologyUnderTest of(StreamsApplication application, StreamsSettings settings) {
    return new TopologyUnderTest(application, settings);
  }

  /** Returns the settings of a test: the defaults, without a broker. */
  public static StreamsSettings settings(Path directory) {
    return StreamsSettings.of(NO_BROKER, directory);
  }

  /** Returns the writing end of a topic. */
  public <V extends SpecificRecord> TestInput<V> input(Topic<V> topic) {
    return new TestInput<>(
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer()),
        AvroSerde.of(topic).serializer(),
        topic.name());
  }

  /** Returns the reading end of a topic, always the same one. */
  @SuppressWarnings("unchecked") // each is put in under its own topic's name
  public <V extends SpecificRecord> TestOutput<V> output(Topic<V> topic) {
    return (TestOutput<V>)
        outputs.computeIfAbsent(
            topic.name(),
            name ->
                new TestOutput<>(
                    driver.createOutputTopic(
                        name, new StringDeserializer(), AvroSerde.of(topic).deserializer()),
                    name));
  }

  /** Returns the next dead letter; fails when there is none. */
  public DeadLetter expectDeadLetter() {
    if (deadLetters.isEmpty()) {
      throw new AssertionError("expected a dead letter, found none");
    }
    return DeadLetter.of(deadLetters.readRecord());
  }

  /** Fails when there is a dead letter left. */
  public void expectNoMoreDeadLetter() {
    if (!deadLetters.isEmpty()) {
      throw new AssertionError("expected no more dead letter, found " + deadLetters.readRecord());
    }
  }

  /** Lets the wall clock go on, and what is scheduled happen. */
  public void letPass(Duration duration) {
    driver.advanceWallClockTime(duration);
  }

  /** Returns the driver, for what a sentence does not say. */
  public TopologyTestDriver driver() {
    return driver;
  }

  @Override
  public void close() {
    driver.close();
  }
}
