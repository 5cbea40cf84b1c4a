package dev.dateline.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.http.testing.ReceivedRequest;
import dev.dateline.http.testing.ScriptedServer;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Delivery;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.schemas.avro.WebhookFormat;
import dev.dateline.sink.Alerts;
import dev.dateline.sink.JudgedClaims;
import dev.dateline.sink.TestTopics;
import dev.dateline.streams.testing.SampleRecords;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Alerts reach receivers that behave and outlast those that do not. */
@TestInstance(Lifecycle.PER_CLASS)
class DeliveryServiceTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant CREATED = Instant.parse("2024-01-01T00:00:00Z");
  private static final List<Topic<?>> TOPICS =
      List.of(
          Topics.WATCHLISTS,
          Topics.ALERTS,
          Topics.ARTICLE_ALERTS,
          Topics.DELIVERIES,
          Topics.DEAD_DELIVERIES,
          Topics.DISABLED_WEBHOOKS);

  private final EmbeddedBroker broker;
  private final Map<String, Object> client;
  private final WebhookSecrets secrets = new WebhookSecrets("a key that is long enough for us");
  private final Set<String> connectedTo = ConcurrentHashMap.newKeySet();

  DeliveryServiceTest(@TempDir Path directory) throws Exception {
    broker = EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")));
    client = Map.of("bootstrap.servers", broker.bootstrapServers());
    TestTopics.create(client, TOPICS, 2);
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void everyReceiverGetsItsAlertsInOrderSignedUnderOneIdWhateverTheOthersDo() throws Exception {
    AtomicInteger failing = new AtomicInteger();
    AtomicInteger resetting = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.start();
        ScriptedServer privateServer = ScriptedServer.start()) {
      server
          .on("/good", (request, reply) -> reply.send(200, "text/plain", "ok"))
          .on(
              "/failing",
              (request, reply) ->
                  reply.send(failing.incrementAndGet() < 3 ? 500 : 204, "text/plain", ""))
          .on("/hanging", (request, reply) -> reply.fallSilent())
          .on(
              "/resetting",
              (request, reply) -> {
                if (resetting.incrementAndGet() < 3) {
                  reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of");
                  reply.thenClose();
                } else {
                  reply.send(200, "text/plain", "ok");
                }
              })
          .on(
              "/redirecting",
              (request, reply) -> reply.redirect(307, privateServer.uri("/inside").toString()))
          .on("/gone", (request, reply) -> reply.send(410, "text/plain", ""));
      privateServer.on("/inside", (request, reply) -> reply.send(200, "text/plain", "ok"));
      List<String> names =
          List.of("good", "failing", "hanging", "resetting", "redirecting", "gone");
      for (String name : names) {
        write(
            Topics.WATCHLISTS,
            name,
            Watchlist.newBuilder()
                .setName(name)
                .setQuery("*:*")
                .setWebhook(server.uri("/" + name).toString())
                .setWebhookFormat(
                    name.equals("good") ? WebhookFormat.SLACK : WebhookFormat.STANDARD)
                .setCreated(CREATED)
                .build());
      }
      try (DeliveryService service = start(Duration.ofSeconds(8))) {
        for (int number = 1; number <= 3; number++) {
          for (String name : names) {
            alert(name, number);
          }
        }
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () -> {
                  assertThat(idsOf(server, "/good")).hasSize(3);
                  assertThat(idsOf(server, "/failing")).hasSize(5);
                  assertThat(idsOf(server, "/resetting")).hasSize(5);
                });
        await().atMost(PATIENCE).until(() -> dead().size() == 9);
        assertThat(open()).as("nothing waits: what did not arrive was given up").isEmpty();
        assertThat(service.awaitStopped(Duration.ZERO)).isFalse();
      }

      assertThat(idsOf(server, "/good")).doesNotHaveDuplicates();
      oneIdOnEveryTryInOrder(idsOf(server, "/failing"));
      oneIdOnEveryTryInOrder(idsOf(server, "/resetting"));
      assertThat(idsOf(server, "/hanging")).isNotEmpty();
      assertThat(idsOf(server, "/redirecting").stream().distinct()).hasSize(3);
      assertThat(idsOf(server, "/gone")).as("410 is asked once").hasSize(1);
      assertThat(privateServer.received()).isEmpty();
      assertThat(server.received())
          .filteredOn(request -> !request.path().equals("/good"))
          .allSatisfy(request -> verify(server, request));
      assertThat(text(server, "/good"))
          .first()
          .asString()
          .startsWith("{\"text\":\"NEW: The council says: “claim 1 of good”")
          .contains("<https://outlet.example/article>");
      assertThat(dead().values())
          .filteredOn(delivery -> delivery.getWatchlist().equals("gone"))
          .extracting(Delivery::getDead)
          .containsOnly("the receiver answered 410: it asks for no more");
      assertThat(dead().values())
          .filteredOn(delivery -> delivery.getWatchlist().equals("redirecting"))
          .extracting(Delivery::getFailure)
          .containsOnly("the receiver answered 307");
      assertThat(lag()).as("alerts not taken up").isZero();
    }
  }

  private DeliveryService start(Duration patience) {
    DeliverySettings defaults = DeliverySettings.defaults();
    return DeliveryService.start(
        client,
        new DeliverySettings(
            defaults
                .http()
                .withDeadline(Duration.ofSeconds(2))
                .withAddresses(
                    address -> {
                      connectedTo.add(address.getHostAddress());
                      return isHere(address);
                    }),
            List.of(Duration.ofMillis(200)),
            patience),
        secrets);
  }

  private static boolean isHere(InetAddress address) {
    return address.isLoopbackAddress();
  }

  private void alert(String watchlist, int number) throws Exception {
    var claim =
        JudgedClaims.of(
            SampleRecords.article("article", "Text.", CREATED),
            SampleRecords.claim(
                watchlist + number, "The council", "claim " + number + " of " + watchlist),
            Verdict.NEW);
    var alert = Alerts.of(watchlist, claim);
    alert.setRaised(CREATED.plusSeconds(number));
    write(Topics.ALERTS, watchlist, alert);
  }

  private <V extends SpecificRecord> void write(Topic<V> topic, String key, V value)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(client, new StringSerializer(), AvroSerde.of(topic).serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    }
  }

  private static List<String> idsOf(ScriptedServer server, String path) {
    return server.received().stream()
        .filter(request -> request.path().equals(path))
        .map(request -> request.header("webhook-id").orElse(""))
        .toList();
  }

  private static List<String> text(ScriptedServer server, String path) {
    return server.received().stream()
        .filter(request -> request.path().equals(path))
        .map(request -> request.body())
        .toList();
  }

  /** The first delivery is tried three times, then the second and the third arrive at once. */
  private static void oneIdOnEveryTryInOrder(List<String> ids) {
    assertThat(ids.subList(0, 3).stream().distinct()).hasSize(1);
    assertThat(ids.stream().distinct()).hasSize(3);
  }

  private void verify(ScriptedServer server, ReceivedRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      headers.put(name, List.of(request.header(name).orElse("")));
    }
    assertThatCode(
            () ->
                new Webhook(secrets.secretOf(server.uri(request.path()).toString()))
                    .verify(request.body(), headers))
        .doesNotThrowAnyException();
  }

  private Map<String, Delivery> dead() {
    return latest(Topics.DEAD_DELIVERIES);
  }

  private Map<String, Delivery> open() {
    return latest(Topics.DELIVERIES);
  }

  private Map<String, Delivery> latest(Topic<Delivery> topic) {
    Map<String, Delivery> latest = new LinkedHashMap<>();
    try (KafkaConsumer<String, Delivery> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false),
            new StringDeserializer(),
            AvroSerde.of(topic).deserializer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      consumer
          .partitionsFor(topic.name())
          .forEach(info -> partitions.add(new TopicPartition(topic.name(), info.partition())));
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, Delivery> record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() == null) {
            latest.remove(record.key());
          } else {
            latest.put(record.key(), record.value());
          }
        }
      }
    }
    return latest;
  }

  private long lag() throws Exception {
    try (Admin admin = Admin.create(client);
        KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(client, new StringDeserializer(), new StringDeserializer())) {
      var committed =
          admin
              .listConsumerGroupOffsets(DeliveryService.GROUP)
              .partitionsToOffsetAndMetadata()
              .get();
      List<TopicPartition> partitions =
          List.of(
              new TopicPartition(Topics.ALERTS.name(), 0),
              new TopicPartition(Topics.ALERTS.name(), 1));
      return consumer.endOffsets(partitions).entrySet().stream()
          .filter(end -> end.getValue() > 0)
          .mapToLong(end -> end.getValue() - offset(committed.get(end.getKey())))
          .sum();
    }
  }

  private static long offset(@Nullable OffsetAndMetadata committed) {
    return committed == null ? 0 : committed.offset();
  }
}
