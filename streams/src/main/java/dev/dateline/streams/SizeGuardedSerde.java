package dev.dateline.streams;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serde that refuses to write a value longer than a limit, with a {@link SerializationException}.
 * Thread-safe when the serde it wraps is.
 */
final class SizeGuardedSerde<T> implements Serde<T> {

  private final Serde<T> inner;
  private final int maxBytes;

  SizeGuardedSerde(Serde<T> inner, int maxBytes) {
    this.inner = inner;
    this.maxBytes = maxBytes;
  }

  @Override
  public Serializer<T> serializer() {
    return new Guarded<>(inner.serializer(), maxBytes);
  }

  @Override
  public Deserializer<T> deserializer() {
    return inner.deserializer();
  }

  private record Guarded<T>(Serializer<T> inner, int maxBytes) implements Serializer<T> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
      return guarded(topic, inner.serialize(topic, value));
    }

    @Override
    public byte @Nullable [] serialize(String topic, Headers headers, @Nullable T value) {
      return guarded(topic, inner.serialize(topic, headers, value));
    }

    private byte @Nullable [] guarded(String topic, byte @Nullable [] bytes) {
      if (bytes != null && bytes.length > maxBytes) {
        throw new SerializationException(
            "writing to "
                + topic
                + ": a value of "
                + bytes.length
                + " bytes, more than the limit of "
                + maxBytes
                + "; shorten the article or raise the limit and the topic's");
      }
      return bytes;
    }
  }
}
