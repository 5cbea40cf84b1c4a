package dev.dateline.streams.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The writing end of a topic. Not thread-safe. */
public final class TestInput<V> {

  private final TestInputTopic<byte[], byte[]> topic;
  private final Serializer<V> serializer;
  private final String name;
  private Instant time = Instant.parse("2024-01-01T00:00:00Z");
  private Headers headers = new RecordHeaders();

  TestInput(TestInputTopic<byte[], byte[]> topic, Serializer<V> serializer, String name) {
    this.topic = topic;
    this.serializer = serializer;
    this.name = name;
  }

  /** Sets the time that the records after this are sent at. */
  public TestInput<V> at(Instant instant) {
    time = instant;
    return this;
  }

  /** Adds a header to the records after this. */
  public TestInput<V> withHeader(String key, String value) {
    headers.add(key, value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Writes a record. */
  public TestInput<V> add(String key, V value) {
    return addBytes(key, serializer.serialize(name, value));
  }

  /** Writes a record of those bytes, whatever they are. */
  public TestInput<V> addBytes(String key, byte @Nullable [] value) {
    topic.pipeInput(
        new TestRecord<>(
            key.getBytes(StandardCharsets.UTF_8), value, new RecordHeaders(headers), time));
    return this;
  }
}
