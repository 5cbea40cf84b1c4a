package dev.dateline.sink.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.PlainJson;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.TestTopics;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsService;
import dev.dateline.streams.StreamsSettings;
import dev.dateline.streams.testing.SampleRecords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's own tools read what the sink writes. */
@TestInstance(Lifecycle.PER_CLASS)
class KafkaToolsTest {

  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final List<JudgedClaim> CLAIMS =
      IntStream.range(0, 5).mapToObj(n -> claim(n)).toList();
  private static final List<String> LINES = CLAIMS.stream().map(PlainJson::toString).toList();

  private final Path directory;
  private final EmbeddedBroker broker;
  private final StreamsService sink;

  KafkaToolsTest(@TempDir Path directory) throws Exception {
    this.directory = directory;
    broker = EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")));
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    TestTopics.create(client, Topics.all(), 1);
    try (KafkaProducer<String, JudgedClaim> producer =
        new KafkaProducer<>(
            client, new StringSerializer(), AvroSerde.of(Topics.CLAIMS).serializer())) {
      for (JudgedClaim claim : CLAIMS) {
        producer.send(new ProducerRecord<>(Topics.CLAIMS.name(), "subject", claim)).get();
      }
    }
    sink =
        StreamsService.start(
            new SinkApp(SinkSettings.defaults().withJsonMirror(true)),
            StreamsSettings.of(broker.bootstrapServers(), directory.resolve("state")));
  }

  @AfterAll
  void stop() {
    sink.close();
    broker.close();
  }

  @Test
  void consoleConsumerReadsTheMirrorAsLinesOfJson() throws Exception {
    String printed = consoleConsumer("mirror", Topics.JSON_CLAIMS.name());

    assertThat(printed.lines()).containsAll(LINES);
  }

  @Test
  void consoleConsumerReadsKeysAndCloudEventsHeadersOfTheClaims() throws Exception {
    String printed =
        consoleConsumer(
            "claims",
            Topics.CLAIMS.name(),
            "--formatter-property",
            "print.key=true",
            "--formatter-property",
            "print.headers=true",
            "--formatter-property",
            "print.value=false");

    assertThat(printed.lines().filter(line -> line.endsWith("\tsubject")))
        .hasSize(CLAIMS.size())
        .allMatch(line -> line.contains("ce_type:dev.dateline.news.claims,"))
        .allMatch(line -> line.contains("ce_specversion:1.0,"))
        .allMatch(line -> line.contains("content-type:application/avro"))
        .allMatch(line -> line.matches(".*traceparent:00-[0-9a-f]{32}-[0-9a-f]{16}-01.*"));
  }

  @Test
  void kafkaConnectWritesTheMirrorToAFile() throws Exception {
    Path file = directory.resolve("connect.jsonl");
    Path worker =
        Files.writeString(
            directory.resolve("worker.properties"),
            """
            bootstrap.servers=%s
            key.converter=org.apache.kafka.connect.storage.StringConverter
            value.converter=org.apache.kafka.connect.storage.StringConverter
            consumer.isolation.level=read_committed
            offset.storage.file.filename=%s
            offset.flush.interval.ms=500
            listeners=http://127.0.0.1:0
            plugin.discovery=service_load
            """
                .formatted(broker.bootstrapServers(), directory.resolve("connect.offsets")));
    Path connector =
        Files.writeString(
            directory.resolve("connector.properties"),
            """
            name=claims-to-file
            connector.class=FileStreamSink
            tasks.max=1
            topics=%s
            file=%s
            """
                .formatted(Topics.JSON_CLAIMS.name(), file));
    try (ChildProcess connect =
        ChildProcess.ofClass(
            "org.apache.kafka.connect.cli.ConnectStandalone",
            directory.resolve("connect.log"),
            List.of(worker.toString(), connector.toString()))) {
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                assertThat(connect.isAlive()).as(connect.printed()).isTrue();
                assertThat(file).exists();
                assertThat(Files.readAllLines(file)).containsExactlyElementsOf(LINES);
              });
    }
  }

  private String consoleConsumer(String name, String topic, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--topic",
                topic,
                "--from-beginning",
                "--isolation-level",
                "read_committed",
                "--max-messages",
                Integer.toString(CLAIMS.size()),
                "--timeout-ms",
                Long.toString(LIMIT.toMillis())));
    arguments.addAll(List.of(more));
    try (ChildProcess consumer =
        ChildProcess.ofClass(
            "org.apache.kafka.tools.consumer.ConsoleConsumer",
            directory.resolve(name + ".log"),
            arguments)) {
      return consumer.output(LIMIT);
    }
  }

  private static JudgedClaim claim(int number) {
    return JudgedClaims.of(
        SampleRecords.article("article", "Text.", Instant.parse("2023-05-23T12:00:00Z")),
        SampleRecords.claim("c" + number, "Der Rat", "“Steuern № " + number + "” steigen"),
        Verdict.NEW);
  }
}
