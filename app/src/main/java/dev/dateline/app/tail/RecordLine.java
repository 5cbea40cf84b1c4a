package dev.dateline.app.tail;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JSON line of a topic's records: {@code topic, partition, offset, timestamp, key,
 * headers, value}.
 *
 * <p>{@code headers} is left out where there are none. A value that cannot be decoded gives {@code
 * error} and its bytes instead of {@code value}. Bytes are a string where they are UTF-8 text, else
 * {@code {"base64": …}}. Thread-safe.
 */
public final class RecordLine {

  private final @Nullable Deserializer<? extends SpecificRecord> decoder;

  private RecordLine(@Nullable Deserializer<? extends SpecificRecord> decoder) {
    this.decoder = decoder;
  }

  /** Returns the maker for a topic; one outside the catalogue is shown as bytes. */
  public static RecordLine of(String topicName) {
    Optional<Topic<?>> topic = Topics.find(topicName);
    return new RecordLine(
        topic.filter(known -> known.value() != null).map(RecordLine::decoder).orElse(null));
  }

  private static <V extends SpecificRecord> Deserializer<V> decoder(Topic<V> topic) {
    return AvroSerde.of(topic).deserializer();
  }

  /** Returns the line, without a line break. */
  public String of(ConsumerRecord<byte[], byte[]> record) {
    return JsonLine.of(
        json -> {
          json.writeStartObject();
          json.writeStringField("topic", record.topic());
          json.writeNumberField("partition", record.partition());
          json.writeNumberField("offset", record.offset());
          json.writeStringField("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
          json.writeFieldName("key");
          writeBytes(json, record.key());
          writeHeaders(json, record);
          writeValue(json, record);
          json.writeEndObject();
        });
  }

  private void writeValue(JsonGenerator json, ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    byte[] bytes = record.value();
    if (decoder == null || bytes == null) {
      json.writeFieldName("value");
      writeBytes(json, bytes);
      return;
    }
    SpecificRecord value;
    try {
      value = decoder.deserialize(record.topic(), bytes);
    } catch (SerializationException e) {
      json.writeObjectFieldStart("error");
      json.writeStringField("code", "UNDECODABLE");
      json.writeStringField("message", e.getMessage());
      json.writeEndObject();
      json.writeFieldName("bytes");
      writeBytes(json, bytes);
      return;
    }
    json.writeFieldName("value");
    PlainJson.write(json, value);
  }

  private static void writeHeaders(JsonGenerator json, ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    if (record.headers().toArray().length == 0) {
      return;
    }
    json.writeObjectFieldStart("headers");
    for (Header header : record.headers()) {
      json.writeFieldName(header.key());
      writeBytes(json, header.value());
    }
    json.writeEndObject();
  }

  private static void writeBytes(JsonGenerator json, byte @Nullable [] bytes) throws IOException {
    if (bytes == null) {
      json.writeNull();
      return;
    }
    try {
      json.writeString(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      json.writeStartObject();
      json.writeStringField("base64", Base64.getEncoder().encodeToString(bytes));
      json.writeEndObject();
    }
  }
}
