package dev.dateline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.streams.testing.SampleRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What only a real broker shows: exactly-once with dead letters, lifecycle and health. */
@TestInstance(Lifecycle.PER_CLASS)
class StreamsServiceBrokerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Instant NOON = Instant.parse("2023-05-23T12:00:00Z");

  private final EmbeddedBroker broker;
  private final Map<String, Object> client;
  private final StreamsSettings settings;

  StreamsServiceBrokerTest(@TempDir Path directory) {
    broker = EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")));
    client = Map.of("bootstrap.servers", broker.bootstrapServers());
    settings =
        StreamsSettings.of(broker.bootstrapServers(), directory.resolve("state"))
            .withThreads(1)
            .withMaxRecordBytes(2_000);
  }

  @BeforeAll
  void applicationWhoseTopicIsMissingSaysSoAndTheTopicsAreMade() throws Exception {
    try (StreamsService service =
        StreamsService.start(new SampleApp(article -> List.of()), settings)) {
      assertThatThrownBy(() -> service.awaitRunning(PATIENCE))
          .isInstanceOf(StreamsFailedException.class)
          .hasMessageStartingWith("starting dateline-sample: stopped: MissingSourceTopicException");
      assertThat(service.health().alive()).isFalse();
    }
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(topic(Topics.ARTICLES), topic(Topics.ENRICHED))).all().get();
      admin.createTopics(List.of(topic(Topics.DEAD_LETTERS))).all().get();
    }
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void recordsThatFailBecomeCommittedDeadLettersWithTheirBytesAndTheRestGoesOn() throws Exception {
    byte[] unreadable = "no Avro at all".getBytes(StandardCharsets.UTF_8);
    byte[] halfTooLarge = bytes("half-too-large");
    send("unreadable", unreadable);
    send("half-too-large", halfTooLarge);
    send("good", bytes("good"));

    try (StreamsService service =
        StreamsService.start(new SampleApp(StreamsServiceBrokerTest::twoOf), settings)) {
      service.awaitRunning(PATIENCE);
      await().atMost(PATIENCE).until(() -> committed(Topics.ENRICHED).size() >= 3);
      await().atMost(PATIENCE).until(() -> service.health().lag() == 0);

      Health health = service.health();
      assertThat(health.ready()).isTrue();
      assertThat(health.alive()).isTrue();
      assertThat(health.failure()).isNull();
    }

    assertThat(committed(Topics.ENRICHED))
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder("half-too-large", "good", "good");
    List<ConsumerRecord<String, byte[]>> letters = committed(Topics.DEAD_LETTERS);
    assertThat(letters)
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder("unreadable", "half-too-large");
    for (ConsumerRecord<String, byte[]> letter : letters) {
      // The second output of an article fails after Streams has let go of the article's bytes.
      assertThat(letter.value())
          .as(letter.key())
          .isEqualTo(letter.key().equals("unreadable") ? unreadable : halfTooLarge);
    }
  }

  @Test
  void whatIsDoneIsCommittedBeforeTheIntervalEndsWhenNothingMoreWaits() throws Exception {
    Duration interval = Duration.ofSeconds(55);
    send("alone", bytes("alone"));

    try (StreamsService service =
        StreamsService.start(
            new SampleApp(article -> List.of()), settings.withCommitInterval(interval))) {
      service.awaitRunning(PATIENCE);
      await()
          .atMost(interval.dividedBy(2))
          .untilAsserted(() -> assertThat(committedOffset()).isEqualTo(endOffset()));
    }
  }

  private long committedOffset() throws Exception {
    try (Admin admin = Admin.create(client)) {
      return admin
          .listConsumerGroupOffsets(SampleApp.APPLICATION_ID)
          .partitionsToOffsetAndMetadata()
          .get()
          .values()
          .stream()
          .mapToLong(OffsetAndMetadata::offset)
          .sum();
    }
  }

  private long endOffset() {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(client, new StringDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions(Topics.ARTICLES)).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static List<TopicPartition> partitions(Topic<?> topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  /** The first output is always small; the second is too large where the id says so. */
  private static List<EnrichedArticle> twoOf(Article article) {
    EnrichedArticle small = SampleRecords.enriched(article);
    EnrichedArticle other = SampleRecords.enriched(article);
    if (article.getId().equals("half-too-large")) {
      other.setRemarks(List.of("x".repeat(5_000)));
    }
    return List.of(small, other);
  }

  private void send(String key, byte[] value) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.ARTICLES.name(), key, value)).get();
    }
  }

  private List<ConsumerRecord<String, byte[]>> committed(Topic<?> topic) {
    Map<String, Object> reading =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = partitions(topic);
      consumer.assign(partitions);
      Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private static byte[] bytes(String id) {
    return AvroSerde.of(Topics.ARTICLES)
        .serializer()
        .serialize(Topics.ARTICLES.name(), SampleRecords.article(id, "Text.", NOON));
  }

  private static NewTopic topic(Topic<?> topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configuration());
  }
}
