package dev.dateline.bench;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.sink.watch.WatchlistMonitor;
import dev.dateline.streams.RecordSerdes;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsService;
import dev.dateline.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;

/**
 * The sink topology alone, on an embedded broker, exactly once: records a second beside a topology
 * that only reads them, and how long an alert takes with very many watchlists.
 *
 * <p>What goes in are real articles annotated, and their claims as the ledger would write them.
 */
final class SinkBench {

  /**
   * What was measured of throughput.
   *
   * @param in records read: articles and claims
   * @param out records written for them
   * @param perSecond records read a second until the last was committed
   * @param cpuMillis processor time a record read, the broker's included
   */
  record Throughput(long in, long out, double perSecond, double cpuMillis) {}

  /**
   * What was measured with watchlists.
   *
   * @param watchlists how many
   * @param monitorClaims claims a second matched by one thread, without Kafka
   * @param sent claims that came in steadily
   * @param perSecond how many of them a second
   * @param alerts how many alerts they raised
   * @param latencies from when a claim was due to its alert being readable, in microseconds
   * @param cores processor cores kept busy meanwhile, the broker's included
   * @param secondsBehind how long after the last claim everything was done
   */
  record Watching(
      int watchlists,
      double monitorClaims,
      int sent,
      double perSecond,
      int alerts,
      Histogram latencies,
      double cores,
      double secondsBehind) {}

  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final long LOOK_MILLIS = 10;

  private final List<EnrichedArticle> articles;
  private final List<JudgedClaim> claims = new ArrayList<>();

  /** Annotates the articles and judges their claims by their wording alone. */
  SinkBench(Annotator annotator, List<Article> given) {
    this.articles = given.stream().map(annotator::annotate).toList();
    Map<String, Integer> seen = new HashMap<>();
    for (EnrichedArticle article : articles) {
      for (Claim claim : article.getClaims()) {
        String wording = ClaimTexts.content(claim, " ");
        boolean known = seen.merge(wording, 1, Integer::sum) > 1;
        claims.add(judged(article.getArticle(), claim, wording, known));
      }
    }
  }

  /** Returns the claims that go in. */
  List<JudgedClaim> claims() {
    return claims;
  }

  /** Runs the sink over everything, from a topic that is already full. */
  Throughput sink(Path directory) throws InterruptedException {
    return throughput(directory, new SinkApp());
  }

  /** Runs a topology that reads the same records and writes nothing. */
  Throughput nothing(Path directory) throws InterruptedException {
    return throughput(directory, new ReadingApp());
  }

  private Throughput throughput(Path directory, StreamsApplication application)
      throws InterruptedException {
    try (EmbeddedBroker broker = broker(directory);
        Admin admin = Admin.create(client(broker));
        KafkaProducer<String, byte[]> producer = producer(broker)) {
      send(producer, Topics.ENRICHED, articles, article -> article.getArticle().getId());
      send(producer, Topics.CLAIMS, claims, claim -> claim.getSubject().getId());
      producer.flush();
      long cpu = CpuTime.nanosWith(broker.processId());
      try (StreamsService service =
          StreamsService.start(application, settings(broker, directory))) {
        service.awaitRunning(START_LIMIT);
        long start = System.nanoTime();
        awaitThrough(admin, application);
        double seconds = (System.nanoTime() - start) / 1e9;
        long in = articles.size() + (long) claims.size();
        return new Throughput(
            in,
            ends(admin, application.outputs()).values().stream().mapToLong(Long::longValue).sum(),
            in / seconds,
            (CpuTime.nanosWith(broker.processId()) - cpu) / 1e6 / in);
      }
    }
  }

  /** Lets claims come in steadily while that many watchlists are kept. */
  Watching watching(Path directory, int number, int perSecond, Duration time)
      throws InterruptedException {
    List<Watchlist> watchlists = BenchWatchlists.of(claims, number);
    double alone = monitorAlone(watchlists);
    try (EmbeddedBroker broker = broker(directory);
        KafkaProducer<String, byte[]> producer = producer(broker);
        KafkaConsumer<String, byte[]> alerts = consumer(broker)) {
      send(producer, Topics.WATCHLISTS, watchlists, Watchlist::getName);
      producer.flush();
      try (Admin admin = Admin.create(client(broker));
          StreamsService service =
              StreamsService.start(new SinkApp(), settings(broker, directory))) {
        service.awaitRunning(START_LIMIT);
        int count = (int) (perSecond * time.toSeconds());
        // The first tenth warms up and is not counted.
        int warm = count / 10;
        Alerts seen = new Alerts();
        AvroSerde<JudgedClaim> serde = AvroSerde.of(Topics.CLAIMS);
        long start = System.nanoTime();
        long cpu = 0;
        for (int sent = 0; sent < count; sent++) {
          long due = start + (long) (sent * 1e9 / perSecond);
          while (System.nanoTime() < due) {
            seen.read(alerts);
          }
          if (sent == warm) {
            cpu = CpuTime.nanosWith(broker.processId());
          }
          JudgedClaim claim = again(claims.get(sent % claims.size()), sent);
          if (sent >= warm) {
            seen.due.put(claim.getClaim().getId(), due);
          }
          send(producer, Topics.CLAIMS, serde, claim.getSubject().getId(), claim);
        }
        long last = System.nanoTime();
        awaitThrough(admin, new SinkApp(), () -> seen.read(alerts));
        long end = System.nanoTime();
        double cores = (CpuTime.nanosWith(broker.processId()) - cpu) / (double) (end - start) / 0.9;
        while (seen.read(alerts)) {
          // What was committed last.
        }
        return new Watching(
            number,
            alone,
            count,
            count / ((last - start) / 1e9),
            seen.count,
            seen.latencies,
            cores,
            (end - last) / 1e9);
      }
    }
  }

  private double monitorAlone(List<Watchlist> watchlists) {
    try (WatchlistMonitor monitor = new WatchlistMonitor()) {
      monitor.putAll(watchlists);
      claims.forEach(monitor::matching);
      long start = System.nanoTime();
      claims.forEach(monitor::matching);
      return claims.size() / ((System.nanoTime() - start) / 1e9);
    }
  }

  /** The alerts that have become readable. */
  private static final class Alerts {
    private final Map<String, Long> due = new HashMap<>();
    private final Histogram latencies = new Histogram(Duration.ofMinutes(10).toNanos() / 1000, 3);
    private final AvroSerde<dev.dateline.schemas.avro.Alert> serde = AvroSerde.of(Topics.ALERTS);
    private int count;

    /** Reads what is there; tells whether there was any. */
    boolean read(KafkaConsumer<String, byte[]> consumer) {
      boolean any = false;
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        long now = System.nanoTime();
        any = true;
        String claim =
            serde
                .deserializer()
                .deserialize(record.topic(), record.value())
                .getClaim()
                .getClaim()
                .getId();
        Long since = due.get(claim);
        if (since != null) {
          count++;
          latencies.recordValue(Math.max(1, (now - since) / 1000));
        }
      }
      return any;
    }
  }

  /** Reads what the sink reads, and that is all. */
  private static final class ReadingApp implements StreamsApplication {

    @Override
    public String applicationId() {
      return "bench-nothing";
    }

    @Override
    public void build(StreamsBuilder builder, RecordSerdes serdes) {
      builder.stream(Topics.ENRICHED.name(), serdes.consumed(Topics.ENRICHED, "read-enriched"))
          .foreach((id, article) -> {}, Named.as("drop-enriched"));
      builder.stream(Topics.CLAIMS.name(), serdes.consumed(Topics.CLAIMS, "read-claims"))
          .foreach((id, claim) -> {}, Named.as("drop-claims"));
    }

    @Override
    public List<Topic<?>> inputs() {
      return List.of(Topics.ENRICHED, Topics.CLAIMS);
    }

    @Override
    public List<Topic<?>> outputs() {
      return List.of();
    }
  }

  private static JudgedClaim judged(Article article, Claim claim, String wording, boolean known) {
    PlaceReference place = claim.getPlaces().isEmpty() ? null : claim.getPlaces().get(0);
    String claimant = claim.getClaimant() == null ? "nobody" : claim.getClaimant().getText();
    return JudgedClaim.newBuilder()
        .setSubject(
            place == null
                ? new Subject("claimant:" + claimant, SubjectKind.CLAIMANT, claimant)
                : new Subject(place.getPlaceId(), SubjectKind.PLACE, place.getName()))
        .setArticle(ArticleReferences.of(article))
        .setClaim(claim)
        .setVerdict(known ? Verdict.REPEATED : Verdict.NEW)
        .setPropositionId(Ids.of("proposition", wording))
        .build();
  }

  /** The same claim as another proposition, so that it raises its alerts again. */
  private static JudgedClaim again(JudgedClaim claim, int number) {
    JudgedClaim another = JudgedClaim.newBuilder(claim).build();
    another.setPropositionId(Ids.of(claim.getPropositionId(), Integer.toString(number)));
    another.getClaim().setId(Ids.of(claim.getClaim().getId(), Integer.toString(number)));
    another.getArticle().setBackfill(false);
    another.getArticle().setEventTime(Instant.now());
    return another;
  }

  private static void awaitThrough(Admin admin, StreamsApplication application)
      throws InterruptedException {
    awaitThrough(
        admin,
        application,
        () -> {
          TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
          return true;
        });
  }

  /** What to do between two looks. */
  private interface Pause {
    boolean pass() throws InterruptedException;
  }

  /** Waits until the application has committed all of its inputs and repartition topics. */
  private static void awaitThrough(Admin admin, StreamsApplication application, Pause pause)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isThrough(admin, application)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "waiting for " + application.applicationId() + " in a benchmark: not through");
      }
      pause.pass();
    }
  }

  private static boolean isThrough(Admin admin, StreamsApplication application)
      throws InterruptedException {
    try {
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(application.applicationId())
              .partitionsToOffsetAndMetadata()
              .get();
      Map<TopicPartition, Long> ends = ends(admin, application.inputs());
      List<String> between =
          admin.listTopics().names().get().stream()
              .filter(name -> name.startsWith(application.applicationId() + "-"))
              .filter(name -> name.endsWith("-repartition"))
              .toList();
      return ends.entrySet().stream()
              .allMatch(end -> offset(committed, end.getKey()) >= end.getValue())
          && between.stream()
              .flatMap(
                  name ->
                      IntStream.range(0, Topics.ALERTS.partitions())
                          .mapToObj(partition -> new TopicPartition(name, partition)))
              .allMatch(partition -> isQuiet(admin, committed, partition));
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking how far a benchmark is", e.getCause());
    }
  }

  private static boolean isQuiet(
      Admin admin, Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
    try {
      long end =
          admin
              .listOffsets(Map.of(partition, OffsetSpec.latest()))
              .partitionResult(partition)
              .get()
              .offset();
      // Each thread's transaction ends with a marker that no record follows.
      return end - offset(committed, partition) <= StreamsSettings.DEFAULT_THREADS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking how far a benchmark is", e.getCause());
    }
  }

  private static long offset(
      Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
    OffsetAndMetadata offset = committed.get(partition);
    return offset == null ? 0 : offset.offset();
  }

  private static Map<TopicPartition, Long> ends(Admin admin, List<Topic<?>> topics)
      throws InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (Topic<?> topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    Map<TopicPartition, Long> ends = new HashMap<>();
    try {
      admin.listOffsets(latest).all().get().forEach((key, end) -> ends.put(key, end.offset()));
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking how far a benchmark is", e.getCause());
    }
    return ends;
  }

  private static EmbeddedBroker broker(Path directory) throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")));
    BenchTopics.create(client(broker), Topics.all());
    return broker;
  }

  private static StreamsSettings settings(EmbeddedBroker broker, Path directory) {
    return StreamsSettings.of(broker.bootstrapServers(), directory.resolve("state"));
  }

  private static Map<String, Object> client(EmbeddedBroker broker) {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /** Names the key of a record. */
  private interface Key<V> {
    String of(V value);
  }

  private static <V extends SpecificRecord> void send(
      KafkaProducer<String, byte[]> producer, Topic<V> topic, List<V> values, Key<V> key) {
    AvroSerde<V> serde = AvroSerde.of(topic);
    values.forEach(value -> send(producer, topic, serde, key.of(value), value));
  }

  private static <V extends SpecificRecord> void send(
      KafkaProducer<String, byte[]> producer,
      Topic<V> topic,
      AvroSerde<V> serde,
      String key,
      V value) {
    RecordHeaders headers = new RecordHeaders();
    byte[] bytes = serde.serializer().serialize(topic.name(), headers, value);
    // A record that gets lost is missed at the end.
    Future<RecordMetadata> unused =
        producer.send(new ProducerRecord<>(topic.name(), null, key, bytes, headers));
  }

  private static KafkaProducer<String, byte[]> producer(EmbeddedBroker broker) {
    Map<String, Object> properties = new HashMap<>(client(broker));
    properties.put("linger.ms", 5);
    properties.put("max.request.size", Topics.MAX_MESSAGE_BYTES);
    return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
  }

  private static KafkaConsumer<String, byte[]> consumer(EmbeddedBroker broker) {
    Map<String, Object> properties = new HashMap<>(client(broker));
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", false);
    properties.put("fetch.max.wait.ms", 20);
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.ALERTS.partitions())
            .mapToObj(partition -> new TopicPartition(Topics.ALERTS.name(), partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
