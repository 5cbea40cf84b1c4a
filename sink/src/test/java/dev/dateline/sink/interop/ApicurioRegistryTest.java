package dev.dateline.sink.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.SchemaRegistry;
import dev.dateline.schemas.SchemaRegistryException;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.sink.TestTopics;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsService;
import dev.dateline.streams.StreamsSettings;
import dev.dateline.streams.testing.SampleRecords;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Apicurio Registry and its deserializer read our topics; runs with {@code -Pregistry}. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "dateline.registry", matches = ".+")
class ApicurioRegistryTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String TOPIC = Topics.NEW_CLAIMS.name();
  private static final JudgedClaim CLAIM =
      JudgedClaims.of(
          SampleRecords.article("article", "Text.", Instant.parse("2023-05-23T12:00:00Z")),
          SampleRecords.claim("c", "Der Rat", "“Steuern” steigen"),
          Verdict.NEW);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess registry;
  private final String address;
  private final EmbeddedBroker broker;

  ApicurioRegistryTest(@TempDir Path directory) throws Exception {
    int port = freePort();
    address = "http://localhost:" + port;
    registry = startRegistry(port, directory.resolve("registry.log"));
    await()
        .atMost(LIMIT)
        .ignoreExceptions()
        .until(() -> get("/apis/ccompat/v7/subjects").equals("[]"));
    SchemaRegistry.choose(new SchemaRegistry(URI.create(address + "/apis/ccompat/v7")));
    broker = EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")));
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    TestTopics.create(client, Topics.all(), 1);
    try (KafkaProducer<String, JudgedClaim> producer =
        new KafkaProducer<>(
            client, new StringSerializer(), AvroSerde.of(Topics.CLAIMS).serializer())) {
      producer.send(new ProducerRecord<>(Topics.CLAIMS.name(), "subject", CLAIM)).get();
    }
    try (StreamsService sink =
        StreamsService.start(
            new SinkApp(),
            StreamsSettings.of(broker.bootstrapServers(), directory.resolve("state")))) {
      sink.awaitRunning(LIMIT);
      consume("org.apache.kafka.common.serialization.ByteArrayDeserializer", Map.of());
    }
  }

  @AfterAll
  void stop() {
    SchemaRegistry.choose(null);
    broker.close();
    registry.close();
  }

  @Test
  void topicThatTheSinkWroteIsReadByApicuriosDeserializer() {
    GenericRecord read =
        (GenericRecord)
            consume(
                    "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
                    Map.of("apicurio.registry.url", address + "/apis/registry/v3"))
                .value();

    assertThat(read.getSchema().getFullName()).isEqualTo("dev.dateline.schemas.avro.JudgedClaim");
    assertThat(read.get("propositionId")).hasToString(CLAIM.getPropositionId());
    assertThat(((GenericRecord) read.get("claim")).get("id")).hasToString("c");
  }

  @Test
  void topicThatTheSinkWroteIsReadByAPlainAvroReaderWithTheSchemaOfItsId() throws Exception {
    byte[] bytes =
        (byte[])
            consume("org.apache.kafka.common.serialization.ByteArrayDeserializer", Map.of())
                .value();

    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    assertThat(buffer.get()).as("Confluent's magic byte").isZero();
    int id = buffer.getInt();
    Schema schema =
        new Schema.Parser().parse(get("/apis/ccompat/v7/schemas/ids/" + id + "/schema"));
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(schema)
            .read(null, DecoderFactory.get().binaryDecoder(bytes, 5, bytes.length - 5, null));
    assertThat(read.get("verdict")).hasToString("NEW");
    assertThat(AvroSerde.of(Topics.NEW_CLAIMS).deserializer().deserialize(TOPIC, bytes).toString())
        .isEqualTo(CLAIM.toString());
  }

  @Test
  void schemaThatDoesNotGoWithTheEarlierOnesIsRefusedInOneLine() throws Exception {
    String subject = "/subjects/" + Topics.STANDING.name() + "-value/versions";
    String other =
        "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"PlaceStanding\\\",\\\"namespace\\\":"
            + "\\\"dev.dateline.schemas.avro\\\",\\\"fields\\\":[{\\\"name\\\":\\\"article\\\",\\\"type\\\":"
            + "\\\"int\\\"}]}\"}";
    http.send(
        HttpRequest.newBuilder(URI.create(address + "/apis/ccompat/v7" + subject))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(other))
            .build(),
        BodyHandlers.ofString());

    assertThatThrownBy(() -> AvroSerde.of(Topics.STANDING).serializer())
        .isInstanceOf(SchemaRegistryException.class)
        .hasMessageStartingWith("registering the schema of news.standing at " + address)
        .hasMessageContaining("refused, it is not compatible with the subject's earlier versions")
        .message()
        .doesNotContain("\n");
  }

  private ConsumerRecord<?, ?> consume(String deserializer, Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("isolation.level", "read_committed");
    properties.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    properties.put("value.deserializer", deserializer);
    try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(properties)) {
      List<TopicPartition> partition = List.of(new TopicPartition(TOPIC, 0));
      consumer.assign(partition);
      consumer.seekToBeginning(partition);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (System.nanoTime() < deadline) {
        for (ConsumerRecord<Object, Object> record : consumer.poll(Duration.ofMillis(200))) {
          return record;
        }
      }
    }
    throw new AssertionError("nothing came in " + TOPIC);
  }

  private String get(String path) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
        .body();
  }

  private static ChildProcess startRegistry(int port, Path log) throws IOException {
    Path home = Path.of(System.getProperty("dateline.registry"));
    try (var files = Files.list(home)) {
      Path jar =
          files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst().orElseThrow();
      return ChildProcess.start(
          List.of(
              "-Xmx512m",
              "-Dquarkus.http.port=" + port,
              "-Dquarkus.http.host=127.0.0.1",
              "-jar",
              jar.toString()),
          log,
          Map.of());
    }
  }

  /** The registry cannot tell which free port it took. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
