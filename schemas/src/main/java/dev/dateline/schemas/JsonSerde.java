package dev.dateline.schemas;

import java.nio.charset.StandardCharsets;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Writes records as JSON for consumers without Avro. */
public final class JsonSerde {

  private JsonSerde() {}

  /**
   * Returns a serializer of {@link PlainJson} in UTF-8, one line a record, with the headers of
   * {@link CloudEvents}; thread-safe.
   *
   * @param target the topic that is written
   */
  public static <T extends SpecificRecord> Serializer<T> serializer(Topic<?> target) {
    return new StampingSerializer<>(
        target,
        (topic, value) ->
            value == null ? null : PlainJson.toString(value).getBytes(StandardCharsets.UTF_8));
  }
}
