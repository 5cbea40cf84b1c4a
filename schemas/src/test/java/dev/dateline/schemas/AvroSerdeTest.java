package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EventTimeOrigin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {

  private static final String TOPIC = Topics.ARTICLES.name();
  private static final AvroSerde<Article> SERDE = AvroSerde.of(Topics.ARTICLES);

  @Test
  void whatIsWrittenIsReadAgain() {
    Article article = article();

    assertThat(read(write(article))).isEqualTo(article);
  }

  @Test
  void tombstoneIsATombstoneBothWays() {
    assertThat(SERDE.serializer().serialize(TOPIC, null)).isNull();
    assertThat(SERDE.deserializer().deserialize(TOPIC, null)).isNull();
  }

  @Test
  void valueStartsWithTheMarkerAndTheFingerprintOfItsSchema() {
    byte[] bytes = write(article());
    long fingerprint = SchemaNormalization.parsingFingerprint64(Article.getClassSchema());

    assertThat(bytes).startsWith(0xC3, 0x01);
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2))
        .isEqualTo(fingerprint);
  }

  @Test
  void bytesTooFewForAHeaderAreRefused() {
    byte[] whole = write(article());
    for (int length = 0; length < 10; length++) {
      assertRefused(Arrays.copyOf(whole, length), length + " bytes are too few");
    }
  }

  @Test
  void bytesWithoutTheMarkerAreRefused() {
    byte[] bytes = write(article());
    bytes[0] = 1;

    assertRefused(bytes, "starts with 01 01, not with the marker c3 01");
    assertRefused(
        "{\"id\": \"not Avro at all\"}".getBytes(StandardCharsets.UTF_8), "starts with 7b 22");
  }

  @Test
  void unknownFingerprintIsRefusedAndNamed() {
    byte[] bytes = write(article());
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(2, 0x0123456789abcdefL);

    assertRefused(bytes, "no schema with fingerprint 0123456789abcdef is known");
  }

  @Test
  void recordCutOffAtAnyByteIsRefused() {
    byte[] whole = write(article());
    for (int length = 10; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "damaged or cut off after " + length + " bytes");
    }
  }

  @Test
  void bytesLeftOverAreRefused() {
    byte[] whole = write(article());

    assertRefused(Arrays.copyOf(whole, whole.length + 1), "1 bytes are left over");
    assertRefused(Arrays.copyOf(whole, whole.length + 700), "700 bytes are left over");
  }

  @Test
  void randomBytesGiveARecordOrASerializationExceptionAndNothingElse() {
    Random random = new Random(42);
    byte[] whole = write(article());
    for (int round = 0; round < 20_000; round++) {
      byte[] bytes = round % 2 == 0 ? damaged(whole, random) : noise(whole, random);
      try {
        assertThat(read(bytes).getClass()).isEqualTo(Article.class);
      } catch (SerializationException e) {
        assertThat(e).hasMessageStartingWith("reading a Article from " + TOPIC);
      }
    }
  }

  @Test
  void oldWriterIsReadByTheNewReaderWithDefaultsForWhatItDidNotKnow() throws IOException {
    Schema current = Article.getClassSchema();
    Schema old = without(current, "warnings", "backfill", "section");
    GenericRecord written = new GenericData.Record(old);
    Article article = article();
    written.put("id", article.getId());
    written.put("revision", 1);
    written.put("url", null);
    written.put("source", "Outlet");
    written.put("title", null);
    written.put("text", article.getText());
    written.put("textSha256", article.getTextSha256());
    written.put("declaredLanguage", null);
    written.put("authors", List.of());
    written.put("published", null);
    written.put("publishedIsDay", false);
    written.put("modified", null);
    written.put("fetched", article.getFetched().toEpochMilli());
    written.put("eventTime", article.getEventTime().toEpochMilli());
    written.put(
        "eventTimeOrigin",
        new GenericData.EnumSymbol(old.getField("eventTimeOrigin").schema(), "FETCHED"));

    AvroSerde<Article> reader = AvroSerde.of(Article.class, List.of(old));
    Article read = reader.deserializer().deserialize(TOPIC, singleObject(old, written));

    assertThat(read.getId()).isEqualTo(article.getId());
    assertThat(read.getSource()).isEqualTo("Outlet");
    assertThat(read.getEventTime()).isEqualTo(article.getEventTime());
    assertThat(read.getEventTimeOrigin()).isEqualTo(EventTimeOrigin.FETCHED);
    assertThat(read.getWarnings()).isEmpty();
    assertThat(read.getBackfill()).isFalse();
    assertThat(read.getSection()).isNull();
  }

  @Test
  void everyWrittenRecordHasASerde() {
    for (var type : Records.written()) {
      assertThat(AvroSerde.of(type)).isNotNull();
    }
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(() -> read(bytes))
        .withMessageStartingWith("reading a Article from news.articles: ")
        .withMessageContaining(why);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int flips = random.nextInt(4); flips >= 0; flips--) {
      bytes[10 + random.nextInt(bytes.length - 10)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static byte[] noise(byte[] whole, Random random) {
    byte[] bytes = new byte[10 + random.nextInt(200)];
    random.nextBytes(bytes);
    System.arraycopy(whole, 0, bytes, 0, 10);
    return bytes;
  }

  private static Schema without(Schema schema, String... names) {
    List<Schema.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      if (!List.of(names).contains(field.name())) {
        fields.add(new Schema.Field(field, field.schema()));
      }
    }
    return Schema.createRecord(
        schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
  }

  private static byte[] singleObject(Schema schema, GenericRecord datum) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0xC3, 0x01});
    out.write(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(SchemaNormalization.parsingFingerprint64(schema))
            .array());
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static byte[] write(Article article) {
    return SERDE.serializer().serialize(TOPIC, article);
  }

  private static Article read(byte[] bytes) {
    return SERDE.deserializer().deserialize(TOPIC, bytes);
  }

  private static Article article() {
    String text = "Zwei Brücken \uD83D\uDE00 were reopened.";
    return Article.newBuilder()
        .setId(Ids.of("https://outlet.example/a"))
        .setUrl("https://outlet.example/a")
        .setSource("Outlet")
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setAuthors(List.of("A. Writer", "B. Writer"))
        .setPublished(Instant.parse("2023-05-23T12:00:00Z"))
        .setFetched(Instant.parse("2023-05-23T13:00:00Z"))
        .setEventTime(Instant.parse("2023-05-23T12:00:00Z"))
        .setEventTimeOrigin(EventTimeOrigin.PUBLISHED)
        .build();
  }
}
