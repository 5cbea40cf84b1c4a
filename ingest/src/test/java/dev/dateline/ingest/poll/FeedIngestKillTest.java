package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.ingest.publish.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills instances in the middle of their work, as nothing but {@code kill -9} can.
 *
 * <p>{@code -Ddateline.poll.feeds=500 -Ddateline.poll.kills=4} runs it at full size.
 */
class FeedIngestKillTest {

  private static final int FEEDS = Integer.getInteger("dateline.poll.feeds", 20);
  private static final int KILLS = Integer.getInteger("dateline.poll.kills", 2);
  private static final int ITEMS = 20;
  private static final int HOSTS = Math.max(8, FEEDS / 5);
  private static final long DELAY = 50;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void eachItemIsPublishedOnceByTwoInstancesThatAreKilledByTurns(@TempDir Path directory)
      throws Exception {
    try (FeedServer server = new FeedServer(HOSTS, ITEMS);
        EmbeddedBroker broker =
            EmbeddedBroker.start(BrokerSettings.of(directory.resolve("data")))) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      create(client);
      FeedList list = new FeedList(client);
      list.add(IntStream.range(0, FEEDS).mapToObj(number -> feed(server.feed(number))).toList());
      List<Process> instances = new ArrayList<>();
      try {
        instances.add(start(broker, directory, 0));
        instances.add(start(broker, directory, 1));
        int all = FEEDS * ITEMS;
        for (int kill = 0; kill < KILLS; kill++) {
          int enough = all * (kill + 1) / (KILLS + 2);
          await().atMost(PATIENCE).until(() -> articles(client).size() >= enough);
          instances.get(kill % 2).destroyForcibly().waitFor();
          instances.set(kill % 2, start(broker, directory, kill + 2));
        }
        await().atMost(PATIENCE).until(() -> articles(client).size() >= all);
        await().atMost(PATIENCE).until(() -> settled(list));
      } finally {
        for (Process instance : instances) {
          instance.destroyForcibly().waitFor();
        }
      }
      List<Article> articles = articles(client);
      assertThat(articles)
          .extracting(Article::getId)
          .hasSize(FEEDS * ITEMS)
          .doesNotHaveDuplicates();
      assertThat(articles).extracting(Article::getUrl).doesNotHaveDuplicates();
      assertThat(articles)
          .filteredOn(article -> article.getText().startsWith("The page "))
          .hasSize(FEEDS * ITEMS / 10);
      assertThat(server.shortestGap()).isGreaterThanOrEqualTo(DELAY - 2);
      System.out.printf(
          "%d feeds, %d kills, %d articles, %d requests, shortest time between two to a host %d ms%n",
          FEEDS, KILLS, articles.size(), server.requests(), server.shortestGap());
    }
  }

  /** Tells whether each feed has been asked again after all its items were seen. */
  private static boolean settled(FeedList list) {
    List<FeedState> states = new ArrayList<>(list.states().values());
    return states.size() == FEEDS
        && states.stream()
            .allMatch(state -> state.getStatus() == 304 && state.getSeen().size() == ITEMS);
  }

  private static List<Article> articles(Map<String, Object> client) {
    List<Article> articles = new ArrayList<>();
    var deserializer = AvroSerde.of(Topics.ARTICLES).deserializer();
    try (Consumer<String, byte[]> consumer = KafkaClients.committedConsumer(client, "test")) {
      KafkaClients.readAll(
          consumer,
          KafkaClients.requireTopic(consumer, Topics.ARTICLES),
          record -> articles.add(deserializer.deserialize("", record.value())));
    }
    return articles;
  }

  private static void create(Map<String, Object> client) throws Exception {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic<?> topic :
        List.of(
            Topics.FEEDS,
            Topics.FEED_STATES,
            Topics.SOURCE_HEALTH,
            Topics.ARTICLES,
            Topics.INGEST_CURSORS)) {
      topics.add(
          new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.configuration()));
    }
    try (Admin admin = Admin.create(client)) {
      admin.createTopics(topics).all().get();
    }
  }

  private static Feed feed(String url) {
    return Feed.newBuilder().setUrl(url).setAdded(Instant.EPOCH).build();
  }

  private static Process start(EmbeddedBroker broker, Path directory, int number)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            FeedIngestProcess.class.getName(),
            broker.bootstrapServers(),
            Long.toString(DELAY))
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("ingest-" + number + ".log").toFile())
        .start();
  }
}
