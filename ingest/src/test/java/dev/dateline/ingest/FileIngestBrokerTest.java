package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.publish.ArticlePublisher;
import dev.dateline.ingest.publish.IngestException;
import dev.dateline.ingest.publish.Outcome;
import dev.dateline.ingest.publish.PublisherSettings;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

@TestInstance(Lifecycle.PER_CLASS)
class FileIngestBrokerTest {

  private final EmbeddedBroker broker;
  private final Map<String, Object> client;

  FileIngestBrokerTest(@TempDir Path data) {
    broker = EmbeddedBroker.start(BrokerSettings.of(data));
    client = Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  @BeforeAll
  void aMissingTopicIsNamedAndThenMade() throws Exception {
    assertThatThrownBy(() -> publisher("none"))
        .isInstanceOf(IngestException.class)
        .hasMessage(
            "publishing articles: there is no topic news.articles: run ./dateline topics create");
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(List.of(topic(Topics.ARTICLES), topic(Topics.INGEST_CURSORS))).all().get();
    }
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Test
  void aTransactionLeftOpenByACrashIsUndoneAndItsArticlesArePublishedOnce() throws Exception {
    PublisherSettings settings = new PublisherSettings("crash", 1_000, Duration.ofHours(1));
    KafkaProducer<String, byte[]> crashed = producer(settings.transactionalId());
    crashed.initTransactions();
    crashed.beginTransaction();
    Article lost = article("crash", "one");
    ProducerRecord<String, byte[]> uncommitted =
        new ProducerRecord<>(
            Topics.ARTICLES.name(),
            lost.getId(),
            AvroSerde.of(Topics.ARTICLES).serializer().serialize("", lost));
    crashed.send(uncommitted).get();
    try (ArticlePublisher publisher = publisher("crash")) {
      assertThat(publisher.publish(article("crash", "one"), "crash")).isEqualTo(Outcome.PUBLISHED);
      publisher.flush();
    }
    try (ArticlePublisher publisher = publisher("crash")) {
      assertThat(publisher.publish(article("crash", "one"), "crash")).isEqualTo(Outcome.UNCHANGED);
    }
    assertThat(committed(lost.getId())).containsExactly("1:one");
    crashed.close(Duration.ZERO);
  }

  @Test
  void aYoungerInstanceTakesOverFromAnOlderOne() {
    try (ArticlePublisher older = publisher("fence");
        ArticlePublisher younger = publisher("fence")) {
      older.publish(article("fence", "one"), "fence");
      younger.publish(article("fence", "one"), "fence");
      younger.flush();
      assertThatThrownBy(older::flush)
          .isInstanceOf(IngestException.class)
          .hasMessageContaining("another ingest of the source set \"fence\" has taken over");
    }
    assertThat(committed(article("fence", "one").getId())).containsExactly("1:one");
  }

  @Test
  void aFolderWithAnArticleOfTwoMegabytesIsPublishedWholeAndOnce(@TempDir Path folder)
      throws Exception {
    // Words without a pattern, so that compression does not hide the size.
    StringBuilder text = new StringBuilder();
    java.util.Random random = new java.util.Random(7);
    while (text.length() < 2_000_000) {
      text.append(Long.toString(random.nextLong(), 36)).append(' ');
    }
    Files.writeString(folder.resolve("long.txt"), text);
    Files.writeString(folder.resolve("short.txt"), "date 2023-05-25 one");
    for (IngestSummary expected :
        List.of(new IngestSummary(2, 0, 0, 0, 0), new IngestSummary(0, 0, 2, 0, 0))) {
      try (FileIngest ingest =
          FileIngest.of(
              List.of(folder),
              client,
              IngestSettings.defaults(),
              Clock.systemUTC(),
              IngestListener.NONE)) {
        assertThat(ingest.runOnce()).isEqualTo(expected);
      }
    }
    String id = dev.dateline.schemas.Ids.of("file:" + folder.getFileName() + "/long.txt");
    assertThat(committed(id)).containsExactly("1:" + text.toString().strip());
  }

  @Test
  void aBrokerThatDoesNotAnswerIsOneClearLine(@TempDir Path folder) {
    Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", 500);
    FileIngest ingest =
        FileIngest.of(
            List.of(folder),
            nobody,
            IngestSettings.defaults(),
            Clock.systemUTC(),
            IngestListener.NONE);
    assertThatThrownBy(ingest::runOnce)
        .isInstanceOf(IngestException.class)
        .hasMessageStartingWith("publishing articles: Kafka does not answer: ")
        .satisfies(e -> assertThat(e.toString().lines()).hasSize(1));
  }

  private ArticlePublisher publisher(String sourceSet) {
    return ArticlePublisher.open(
        client,
        new PublisherSettings(sourceSet, 1_000, Duration.ofHours(1)),
        Clock.systemUTC(),
        article -> {});
  }

  private static Article article(String address, String text) {
    return new ArticleAssembler(Clock.systemUTC(), Duration.ofDays(7))
        .assembleExact(
            ArticleDraft.builder(SourcePosition.wholeFile(address), address, address)
                .text(text)
                .build());
  }

  private KafkaProducer<String, byte[]> producer(String transactionalId) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("transactional.id", transactionalId);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  private List<String> committed(String id) {
    Map<String, Object> properties = new HashMap<>(client);
    properties.put("isolation.level", "read_committed");
    List<String> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ARTICLES.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key().equals(id)) {
                    Article article =
                        AvroSerde.of(Topics.ARTICLES)
                            .deserializer()
                            .deserialize("", record.value());
                    found.add(article.getRevision() + ":" + article.getText());
                  }
                });
      }
    }
    return found;
  }

  private static NewTopic topic(Topic<?> topic) {
    return new NewTopic(topic.name(), topic.partitions(), (short) 1)
        .configs(
            Map.of(
                "max.message.bytes",
                Integer.toString(topic.maxMessageBytes()),
                "cleanup.policy",
                topic.retention() == null ? "compact" : "delete"));
  }
}
