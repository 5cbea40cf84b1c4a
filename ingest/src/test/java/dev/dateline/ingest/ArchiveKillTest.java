package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.ingest.parse.WarcBuilder;
import dev.dateline.ingest.publish.KafkaClients;
import dev.dateline.ingest.publish.PublisherSettings;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive of 2,000 pages whose reading is killed at a random byte and begun again.
 *
 * <p>{@code -Ddateline.seed=N} chooses the byte.
 */
class ArchiveKillTest {

  private static final int PAGES = 2_000;
  private static final long SEED = Long.getLong("dateline.seed", 2_026L);

  @Test
  void everyPageOfAnArchiveIsPublishedOnceAndInOrderThoughItsReaderIsKilledAtARandomByte(
      @TempDir Path directory) throws Exception {
    Path archive = archive(directory.resolve("crawl.warc.gz"));
    long length = Files.size(archive);
    long killedAt = (long) (length * (0.1 + 0.8 * new Random(SEED).nextDouble()));
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerSettings.of(directory.resolve("data")))) {
      Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
      create(client, List.of(Topics.ARTICLES, Topics.INGEST_CURSORS));
      killAt(killedAt, archive, broker, directory);
      int before = articles(client).values().stream().mapToInt(List::size).sum();

      IngestSummary summary;
      try (FileIngest ingest =
          FileIngest.of(
              List.of(archive),
              client,
              new IngestSettings(
                  new PublisherSettings("archive", 500, Duration.ofMillis(500)),
                  Duration.ofDays(7),
                  Duration.ofSeconds(1)),
              Clock.systemUTC(),
              IngestListener.NONE)) {
        summary = ingest.runOnce();
      }

      System.out.printf(
          "seed %d: killed at byte %d of %d with %d of %d articles published%n",
          SEED, killedAt, length, before, PAGES);
      assertThat(before).isBetween(1, PAGES - 1);
      assertThat(summary).isEqualTo(new IngestSummary(PAGES - before, 0, before, 0, 0));
      Map<Integer, List<Integer>> published = articles(client);
      assertThat(published.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
      assertThat(published.values().stream().flatMap(List::stream).sorted())
          .containsExactlyElementsOf(IntStream.range(0, PAGES).boxed().toList());
    }
  }

  private static void killAt(long byteNumber, Path archive, EmbeddedBroker broker, Path directory)
      throws IOException, InterruptedException {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveIngestProcess.class.getName(),
                broker.bootstrapServers(),
                archive.toString(),
                Long.toString(byteNumber))
            .redirectError(directory.resolve("reader.log").toFile())
            .start();
    try (BufferedReader output = reader.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.lines().filter(ArchiveIngestProcess.REACHED::equals).findFirst())
          .isPresent();
    } finally {
      reader.destroyForcibly().waitFor();
    }
  }

  /** Returns the numbers of the pages in each partition, in its order. */
  private static Map<Integer, List<Integer>> articles(Map<String, Object> client) {
    Map<Integer, List<Integer>> numbers = new TreeMap<>();
    var deserializer = AvroSerde.of(Topics.ARTICLES).deserializer();
    try (Consumer<String, byte[]> consumer = KafkaClients.committedConsumer(client, "test")) {
      KafkaClients.readAll(
          consumer,
          KafkaClients.requireTopic(consumer, Topics.ARTICLES),
          record -> {
            Article article = deserializer.deserialize("", record.value());
            numbers
                .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                .add(Integer.valueOf(String.valueOf(article.getTitle()).replace("Page ", "")));
          });
    }
    return numbers;
  }

  private static Path archive(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(WarcBuilder.gzip(WarcBuilder.info()));
      for (int page = 0; page < PAGES; page++) {
        String html =
            "<html><head><title>Page %1$d</title></head><body><article><p>On day %1$d of the talks the ministry said that bridge number %1$d was open again, after a night of repairs.</p></article></body></html>"
                .formatted(page);
        out.write(
            WarcBuilder.gzip(
                WarcBuilder.response(
                    "https://news.example/" + page,
                    "200 OK",
                    "text/html; charset=utf-8",
                    html.getBytes(StandardCharsets.UTF_8))));
      }
    }
    return file;
  }

  private static void create(Map<String, Object> client, List<Topic<?>> topics) throws Exception {
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(
              topics.stream()
                  .map(
                      topic ->
                          new NewTopic(topic.name(), topic.partitions(), (short) 1)
                              .configs(topic.configuration()))
                  .toList())
          .all()
          .get();
    }
  }
}
