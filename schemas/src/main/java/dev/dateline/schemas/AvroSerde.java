package dev.dateline.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Serde for one record in Avro's single-object encoding: two marker bytes, the writer schema's
 * 8-byte fingerprint, then the record. Where {@link SchemaRegistry} is chosen, a topic's values are
 * written in Confluent's wire format instead: a zero byte, the schema's 4-byte id, then the record;
 * both are read.
 *
 * <p>Reads what any committed version of the schema wrote and resolves it to the current one. A
 * null value is a null payload both ways (a tombstone). Thread-safe. Throws {@link
 * SerializationException} with one line that says what is wrong for bytes that are too short, not
 * marked, of an unknown fingerprint, cut off or left over.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

  private static final int HEADER_BYTES = 10;
  private static final int REGISTRY_HEADER_BYTES = 5;

  private final @Nullable Topic<T> target;
  private final String recordName;
  private final SpecificData data;
  private final Schema current;
  private final BinaryMessageEncoder<T> encoder;
  private final Map<Long, DatumReader<T>> readers;
  private final Map<Integer, DatumReader<T>> readersById = new ConcurrentHashMap<>();
  private final @Nullable SchemaRegistry registry;

  private AvroSerde(@Nullable Topic<T> target, Class<T> type, List<Schema> earlier) {
    this.target = target;
    this.data = SpecificData.getForClass(type);
    this.current = data.getSchema(type);
    // What is kept in stores and internal topics is nobody else's to read.
    this.registry = target == null ? null : SchemaRegistry.chosen().orElse(null);
    this.recordName = current.getName();
    this.encoder = new BinaryMessageEncoder<>(data, current);
    Map<Long, DatumReader<T>> readersByFingerprint = new HashMap<>();
    Stream.concat(earlier.stream(), Stream.of(current))
        .forEach(
            writer ->
                readersByFingerprint.put(
                    SchemaNormalization.parsingFingerprint64(writer),
                    new SpecificDatumReader<>(writer, current, data)));
    this.readers = Map.copyOf(readersByFingerprint);
  }

  /** Returns the serde of a record, able to read every committed version of its schema. */
  public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type) {
    return of(type, SchemaHistory.of(type));
  }

  /** Returns the serde of a record, able to read those earlier versions of its schema. */
  static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, List<Schema> earlier) {
    return new AvroSerde<>(null, type, earlier);
  }

  /** Returns the serde of a topic's value, which also writes the headers of {@link CloudEvents}. */
  public static <T extends SpecificRecord> AvroSerde<T> of(Topic<T> topic) {
    Class<T> type = topic.value();
    if (type == null) {
      throw new IllegalArgumentException("topic " + topic.name() + " holds bytes, not a record");
    }
    return new AvroSerde<>(topic, type, SchemaHistory.of(type));
  }

  @Override
  public Serializer<T> serializer() {
    SchemaRegistry chosen = registry;
    if (chosen != null && target != null) {
      // Before the first record: one that is refused must stop the writer, not lose records.
      int id = chosen.register(target.name(), current);
      return new StampingSerializer<>(
          target, (topic, value) -> value == null ? null : encode(topic, value, id));
    }
    Serializer<T> plain = (topic, value) -> value == null ? null : encode(topic, value);
    return target == null ? plain : new StampingSerializer<>(target, plain);
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

  private byte[] encode(String topic, T value, int id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(0);
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
    try {
      BinaryEncoder binary = EncoderFactory.get().binaryEncoder(bytes, null);
      new SpecificDatumWriter<T>(current, data).write(value, binary);
      binary.flush();
      return bytes.toByteArray();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException(
          "writing a " + recordName + " to " + topic + ": " + e.getMessage(), e);
    }
  }

  private T decode(@Nullable String topic, byte[] bytes) {
    String reading = "reading a " + recordName + " from " + topic + ": ";
    if (bytes.length >= REGISTRY_HEADER_BYTES && bytes[0] == 0) {
      if (registry == null) {
        throw new SerializationException(
            reading + "the value names a schema of a registry; say which with --schema-registry");
      }
      int id = ByteBuffer.wrap(bytes).getInt(1);
      return read(reading, reader(registry, id), bytes, REGISTRY_HEADER_BYTES);
    }
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
    DatumReader<T> reader = readers.get(fingerprint(bytes));
    if (reader == null) {
      throw new SerializationException(
          reading
              + String.format(
                  "no schema with fingerprint %016x is known; was it written by a newer Dateline?",
                  fingerprint(bytes)));
    }
    return read(reading, reader, bytes, HEADER_BYTES);
  }

  private DatumReader<T> reader(SchemaRegistry known, int id) {
    DatumReader<T> reader = readersById.get(id);
    if (reader == null) {
      reader = new SpecificDatumReader<>(known.schema(id), current, data);
      readersById.put(id, reader);
    }
    return reader;
  }

  private T read(String reading, DatumReader<T> reader, byte[] bytes, int headerBytes) {
    // Over an array the decoder knows what is left, and refuses a damaged length; Avro's own
    // message
    // decoder reads a stream and would try to make room for two thousand million characters.
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, headerBytes, bytes.length - headerBytes, null);
    try {
      T value = reader.read(null, decoder);
      int leftOver = decoder.inputStream().available();
      if (leftOver > 0) {
        throw new SerializationException(
            reading + leftOver + " bytes are left over after the record");
      }
      return value;
    } catch (SerializationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Avro tells of damage by many exceptions, UnsupportedOperationException among them.
      throw new SerializationException(
          reading + "the record is damaged or cut off after " + bytes.length + " bytes", e);
    }
  }

  private static long fingerprint(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
  }
}
