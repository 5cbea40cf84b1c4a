package dev.dateline.bench;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ingest.publish.ArticlePublisher;
import dev.dateline.ingest.publish.PublisherSettings;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsService;
import dev.dateline.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The three topologies on an embedded broker of their own, exactly once, from publishing to the
 * claim that a read_committed consumer sees.
 *
 * <p>Not thread-safe.
 */
final class StreamRun implements AutoCloseable {

  /** The longest latency that is recorded, in microseconds. */
  static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1000;

  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final EmbeddedBroker broker;
  private final List<StreamsService> services = new ArrayList<>();
  private final ArticlePublisher publisher;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroSerde<EnrichedArticle> enriched = AvroSerde.of(Topics.ENRICHED);
  private final AvroSerde<JudgedClaim> claims = AvroSerde.of(Topics.CLAIMS);

  private long claimsRead;

  private StreamRun(EmbeddedBroker broker, Path directory, List<StreamsApplication> applications)
      throws InterruptedException {
    this.broker = broker;
    BenchTopics.create(Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.all());
    StreamsSettings settings =
        StreamsSettings.of(broker.bootstrapServers(), directory.resolve("state"));
    for (StreamsApplication application : applications) {
      services.add(StreamsService.start(application, settings));
    }
    for (StreamsService service : services) {
      service.awaitRunning(Duration.ofMinutes(2));
    }
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    publisher =
        ArticlePublisher.open(
            client, PublisherSettings.defaults(), Clock.systemUTC(), articles -> {});
    consumer = reader();
  }

  /** Starts a broker in an empty directory and everything on it. */
  static StreamRun start(Path directory, Function<Article, EnrichedArticle> annotator)
      throws InterruptedException {
    EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")).forLongLife());
    try {
      return new StreamRun(
          broker, directory, List.of(new EnrichApp(annotator), new LedgerApp(), new SinkApp()));
    } catch (RuntimeException | InterruptedException e) {
      broker.close();
      throw e;
    }
  }

  /** Returns what clients of its broker connect to. */
  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /**
   * Publishes at a steady rate, and returns when the last article is published. What is due at the
   * same time is published in one transaction.
   *
   * @param onDue is told each article's id and the nanosecond it was due, before it is published
   */
  void publishSteadily(
      List<Article> articles, double articlesPerSecond, BiConsumer<String, Long> onDue)
      throws InterruptedException {
    long start = System.nanoTime();
    int sent = 0;
    while (sent < articles.size()) {
      long due = start + (long) (sent / articlesPerSecond * 1e9);
      long ahead = due - System.nanoTime();
      if (ahead > 0) {
        publisher.flush();
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      }
      Article article = articles.get(sent++);
      onDue.accept(article.getId(), due);
      publisher.publish(article, article.getId());
    }
    publisher.flush();
  }

  /** Reads until so many more articles have come out with all their claims. */
  void awaitThrough(int articles) {
    Arrivals arrivals = new Arrivals();
    long start = System.nanoTime();
    while (!arrivals.complete(articles)) {
      read(arrivals, start);
    }
  }

  /** Returns how many claims have been read so far. */
  long claimsReadable() {
    return claimsRead;
  }

  /** Returns the processor time of this process and its broker so far, in nanoseconds. */
  long cpuNanos() {
    return CpuTime.nanosWith(broker.processId());
  }

  /**
   * Publishes as fast as it goes and returns articles a second until the last claim is readable.
   */
  double throughput(List<Article> articles) {
    Arrivals arrivals = new Arrivals();
    long start = System.nanoTime();
    for (Article article : articles) {
      publisher.publish(article, article.getId());
      publisher.commitIfDue();
    }
    publisher.flush();
    while (!arrivals.complete(articles.size())) {
      read(arrivals, start);
    }
    return articles.size() / ((arrivals.last - start) / 1e9);
  }

  /**
   * Publishes at a steady rate and returns the latencies from when an article was due to each of
   * its claims being readable, in microseconds: a publisher that is held up must not hide its
   * delay.
   */
  Histogram latencies(List<Article> articles, double articlesPerSecond)
      throws InterruptedException {
    Arrivals arrivals = new Arrivals();
    Map<String, Long> published = new ConcurrentHashMap<>();
    Histogram histogram = new Histogram(LONGEST_MICROS, 3);
    arrivals.onClaim =
        (article, now) -> {
          Long due = published.get(article);
          if (due != null) {
            histogram.recordValue(Math.max(1, (now - due) / 1000));
          }
        };
    ExecutorService publishing = Executors.newSingleThreadExecutor();
    try {
      Future<?> all =
          publishing.submit(
              () -> {
                publishSteadily(articles, articlesPerSecond, published::put);
                return null;
              });
      long start = System.nanoTime();
      while (!arrivals.complete(articles.size())) {
        read(arrivals, start);
      }
      all.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("publishing in a benchmark", e.getCause());
    } finally {
      publishing.shutdownNow();
    }
    return histogram;
  }

  @Override
  public void close() {
    publisher.close();
    consumer.close();
    services.forEach(StreamsService::close);
    broker.close();
  }

  private void read(Arrivals arrivals, long start) {
    if (System.nanoTime() - start > PATIENCE.toNanos()) {
      throw new IllegalStateException(
          "waiting for claims in a benchmark: "
              + arrivals.articles
              + " articles and "
              + arrivals.claims
              + " of "
              + arrivals.expectedClaims
              + " claims after "
              + PATIENCE.toMinutes()
              + " minutes");
    }
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      long now = System.nanoTime();
      if (record.topic().equals(Topics.ENRICHED.name())) {
        EnrichedArticle article =
            enriched.deserializer().deserialize(record.topic(), record.value());
        arrivals.article(article, now);
      } else {
        JudgedClaim claim = claims.deserializer().deserialize(record.topic(), record.value());
        arrivals.claim(claim, now);
        claimsRead++;
      }
    }
  }

  private KafkaConsumer<String, byte[]> reader() {
    KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false",
                "fetch.max.wait.ms", "20"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    List.of(Topics.ENRICHED, Topics.CLAIMS)
        .forEach(
            topic -> {
              for (int i = 0; i < topic.partitions(); i++) {
                partitions.add(new TopicPartition(topic.name(), i));
              }
            });
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
    return reader;
  }

  /** What has come out so far. */
  private static final class Arrivals {
    private int articles;
    private long expectedClaims;
    private long claims;
    private long last;
    private ClaimArrival onClaim = (article, now) -> {};

    void article(EnrichedArticle article, long now) {
      articles++;
      expectedClaims += article.getClaims().size();
      last = now;
    }

    void claim(JudgedClaim claim, long now) {
      claims++;
      last = now;
      onClaim.arrived(claim.getArticle().getId(), now);
    }

    boolean complete(int published) {
      return articles == published && claims == expectedClaims;
    }
  }

  /** Is told of every claim that becomes readable. */
  private interface ClaimArrival {
    void arrived(String article, long nanos);
  }
}
