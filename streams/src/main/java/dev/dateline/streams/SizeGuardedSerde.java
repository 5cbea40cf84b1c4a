package dev.dateline.streams;

import org.apache.kafka.common.errors.SerializationException;
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
    Serializer<T> serializer = inner.serializer();
    return (topic, value) -> guarded(topic, serializer.serialize(topic, value));
  }

  @Override
  public Deserializer<T> deserializer() {
    return inner.deserializer();
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
