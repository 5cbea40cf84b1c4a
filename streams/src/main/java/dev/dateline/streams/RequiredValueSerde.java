package dev.dateline.streams;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A serde that refuses to read a record without a value, so that no step of a topology meets null.
 * Thread-safe when the serde it wraps is.
 */
final class RequiredValueSerde<T> implements Serde<T> {

  private final Serde<T> inner;

  RequiredValueSerde(Serde<T> inner) {
    this.inner = inner;
  }

  @Override
  public Serializer<T> serializer() {
    return inner.serializer();
  }

  @Override
  public Deserializer<T> deserializer() {
    Deserializer<T> deserializer = inner.deserializer();
    return (topic, bytes) -> {
      if (bytes == null) {
        throw new SerializationException("reading from " + topic + ": the record has no value");
      }
      return deserializer.deserialize(topic, bytes);
    };
  }
}
