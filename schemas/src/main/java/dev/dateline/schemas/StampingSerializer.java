package dev.dateline.schemas;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serializer that also writes the headers of {@link CloudEvents}, where it is given headers.
 * Thread-safe when the one it wraps is.
 */
final class StampingSerializer<T> implements Serializer<T> {

  private final Topic<?> target;
  private final Serializer<T> inner;

  StampingSerializer(Topic<?> target, Serializer<T> inner) {
    this.target = target;
    this.inner = inner;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T value) {
    return inner.serialize(topic, value);
  }

  @Override
  public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
    byte[] bytes = inner.serialize(topic, headers, value);
    CloudEvents.stamp(target, headers, value, bytes);
    return bytes;
  }

  @Override
  public void close() {
    inner.close();
  }
}
