package dev.dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.avro.Article;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With a schema registry, topics are in Confluent's wire format. */
class SchemaRegistryTest {

  private static final String TOPIC = Topics.ARTICLES.name();
  private static final String SUBJECT = TOPIC + "-value";
  private static final Article ARTICLE =
      Article.newBuilder()
          .setId("0123456789abcdef0123456789abcdef")
          .setText("Taxes will rise.")
          .setTextSha256(Ids.sha256("Taxes will rise."))
          .setFetched(Instant.EPOCH)
          .setEventTime(Instant.EPOCH)
          .build();

  private final FakeRegistry registry;

  SchemaRegistryTest() throws IOException {
    registry = new FakeRegistry();
  }

  @AfterEach
  void close() {
    SchemaRegistry.choose(null);
    registry.close();
  }

  @Test
  void valueIsReadByAPlainAvroReaderWithTheSchemaOfItsId() throws IOException {
    SchemaRegistry.choose(registry.client());
    byte[] bytes = serde().serializer().serialize(TOPIC, ARTICLE);

    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    assertThat(buffer.get()).isZero();
    Schema schema = registry.schema(buffer.getInt());
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    assertThat(read.get("id")).hasToString(ARTICLE.getId());
    assertThat(read.get("text")).hasToString(ARTICLE.getText());
    assertThat(serde().deserializer().deserialize(TOPIC, bytes)).isEqualTo(ARTICLE);
  }

  @Test
  void schemaIsRegisteredOnceBeforeTheFirstRecordAndItsSubjectGetsOurRule() {
    SchemaRegistry.choose(registry.client());
    serde().serializer();
    serde().serializer().serialize(TOPIC, ARTICLE);

    assertThat(registry.requests)
        .containsExactly(
            "GET /config/" + SUBJECT,
            "PUT /config/" + SUBJECT,
            "POST /subjects/" + SUBJECT + "/versions");
    assertThat(registry.rules().get(SUBJECT)).contains("FULL_TRANSITIVE");
  }

  @Test
  void subjectWithARuleOfItsOwnKeepsIt() {
    registry.rule(SUBJECT, "its own");
    SchemaRegistry.choose(registry.client());
    serde().serializer();

    assertThat(registry.rules()).containsEntry(SUBJECT, "its own");
  }

  @Test
  void incompatibleSchemaIsRefusedInOneLine() {
    registry.add(
        SUBJECT,
        SchemaBuilder.record("Article")
            .namespace("dev.dateline.schemas.avro")
            .fields()
            .requiredInt("id")
            .endRecord());
    SchemaRegistry.choose(registry.client());

    assertThatThrownBy(() -> serde().serializer())
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageStartingWith("registering the schema of news.articles at http://localhost:")
        .hasMessageEndingWith(
            ": refused, it is not compatible with the subject's earlier versions (Schema being"
                + " registered is incompatible with an earlier schema): is this Dateline older than"
                + " the one that wrote them?");
  }

  @Test
  void registryThatDoesNotAnswerStopsTheWriterAndLetsTheReaderTryAgain() {
    SchemaRegistry.choose(registry.client());
    registry.close();

    assertThatThrownBy(() -> serde().serializer())
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageContaining("no answer")
        .hasMessageEndingWith("is it up, and is the address right?");
    assertThatThrownBy(() -> serde().deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 1}))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void valueThatDescribesItselfIsReadAsBefore() {
    byte[] before = serde().serializer().serialize(TOPIC, ARTICLE);
    SchemaRegistry.choose(registry.client());

    assertThat(serde().deserializer().deserialize(TOPIC, before)).isEqualTo(ARTICLE);
    assertThat(registry.requests).isEmpty();
  }

  @Test
  void valueOfARegistryIsRefusedWhereNoneOrAnotherIsNamed() {
    byte[] bytes = {0, 0, 0, 0, 9};
    assertThatThrownBy(() -> serde().deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageEndingWith("say which with --schema-registry");

    SchemaRegistry.choose(registry.client());
    assertThatThrownBy(() -> serde().deserializer().deserialize(TOPIC, bytes))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("for schema 9: there is none");
  }

  @Test
  void addressHasToBeOne() {
    assertThatThrownBy(() -> new SchemaRegistry(URI.create("localhost:8081")))
        .hasMessage(
            "not the address of a schema registry: \"localhost:8081\": give one like"
                + " http://localhost:8081");
  }

  private static AvroSerde<Article> serde() {
    return AvroSerde.of(Topics.ARTICLES);
  }
}
