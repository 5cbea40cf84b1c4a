package dev.dateline.schemas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serde for one record in Avro's single-object encoding: two marker bytes, the writer schema's
 * 8-byte fingerprint, then the record.
 *
 * <p>Reads what any committed version of the schema wrote and resolves it to the current one. A
 * null value is a null payload both ways (a tombstone). Thread-safe. Throws {@link
 * SerializationException} with one line that says what is wrong for bytes that are too short, not
 * marked, of an unknown fingerprint, cut off or left over.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private static final int HEADER_BYTES = 10;

  private final String recordName;
  private final BinaryMessageEncoder<T> encoder;
  private final BinaryMessageDecoder<T> decoder;

  private AvroSerde(Class<T> type, List<Schema> earlier) {
    SpecificData data = SpecificData.getForClass(type);
    Schema current = data.getSchema(type);
    this.recordName = current.getName();
    this.encoder = new BinaryMessageEncoder<>(data, current);
    this.decoder = new BinaryMessageDecoder<>(data, current);
    earlier.forEach(decoder::addSchema);
  }

  /** Returns the serde of a record, able to read every committed version of its schema. */
  public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type) {
    return new AvroSerde<>(type, SchemaHistory.of(type));
  }

  /** Returns the serde of a topic's value. */
  public static <T extends SpecificRecord> AvroSerde<T> of(Topic<T> topic) {
    Class<T> type = topic.value();
    if (type == null) {
      throw new IllegalArgumentException("topic " + topic.name() + " holds bytes, not a record");
    }
    return of(type);
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> value == null ? null : encode(topic, value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> bytes == null ? null : decode(topic, bytes);
  }

  private byte[] encode(String topic, T value) {
    try {
      ByteBuffer buffer = encoder.encode(value);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "writing a " + recordName + " to " + topic + ": " + e.getMessage(), e);
    }
  }

  private T decode(@Nullable String topic, byte[] bytes) {
    String reading = "reading a " + recordName + " from " + topic + ": ";
    if (bytes.length < HEADER_BYTES) {
      throw new SerializationException(
          reading + bytes.length + " bytes are too few for an Avro single-object header");
    }
    if (bytes[0] != (byte) 0xC3 || bytes[1] != 0x01) {
      throw new SerializationException(
          reading
              + String.format(
                  "the value starts with %02x %02x, not with the marker c3 01 of Avro single-object encoding",
                  bytes[0], bytes[1]));
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return decoder.decode(buffer);
    } catch (MissingSchemaException e) {
      throw new SerializationException(
          reading
              + String.format(
                  "no schema with fingerprint %016x is known; was it written by a newer Dateline?",
                  fingerprint(bytes)),
          e);
    } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
      throw new SerializationException(
          reading + "the record is damaged or cut off after " + bytes.length + " bytes", e);
    }
  }

  private static long fingerprint(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getLong(2);
  }
}
