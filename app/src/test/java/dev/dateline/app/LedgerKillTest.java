package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.app.demo.Demo;
import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.service.Drain;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.enrich.Annotator;
import dev.dateline.ingest.FileIngest;
import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the ledger in the middle of its work and takes its local state away. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LedgerKillTest {

  private static final Path ROOT = Path.of(System.getProperty("dateline.root"));
  private static final int GENERATED = 1_000;
  private static final int OFFSETS_BEFORE_THE_KILL = 150;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Path directory;
  private final Path config;

  LedgerKillTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    // A killed member is missed sooner, and its transaction, which nobody can fence once the
    // process id in the state directory is gone, is given up sooner.
    this.config =
        Files.writeString(
            directory.resolve("ledger.properties"),
            "session.timeout.ms=6000\nproducer.transaction.timeout.ms=10000\n");
  }

  @Test
  void ledgerThatIsKilledAndLosesItsStateDirectoryComesToTheSameStandingByteForByte()
      throws Exception {
    List<EnrichedArticle> articles;
    Outcome uninterrupted;
    try (Cluster cluster = cluster("uninterrupted")) {
      articles = annotated(cluster);
      send(cluster, articles);
      uninterrupted = finish(cluster, directory.resolve("state"));
    }
    assertThat(uninterrupted.standings()).isNotEmpty();
    assertThat(uninterrupted.places()).isNotEmpty();

    Outcome interrupted;
    try (Cluster cluster = cluster("interrupted")) {
      send(cluster, articles);
      Path state = directory.resolve("state-to-lose");
      killOnTheWay(cluster, state);
      assertThat(CommittedRecords.of(cluster.bootstrapServers(), Topics.CLAIMS))
          .as("claims judged before the kill")
          .hasSizeBetween(1, uninterrupted.judged() - 1);
      assertThat(state).isNotEmptyDirectory();
      Files.move(state, directory.resolve("lost"));

      interrupted = finish(cluster, state);
    }

    assertThat(differing(uninterrupted.standings(), interrupted.standings())).isEmpty();
    assertThat(differing(uninterrupted.places(), interrupted.places())).isEmpty();
    assertThat(differing(uninterrupted.claims(), interrupted.claims())).isEmpty();
  }

  private Cluster cluster(String name) {
    Path data = directory.resolve(name);
    Cluster cluster =
        Cluster.start(new ClusterSettings(null, data, Map.of()), BrokerSettings.of(data));
    try (Admin admin = cluster.admin()) {
      new TopicAdmin(admin).createMissing(Topics.all());
    }
    return cluster;
  }

  /** Returns a story with copies, a denial and a retraction, and many small articles. */
  private List<EnrichedArticle> annotated(Cluster cluster) throws Exception {
    try (FileIngest ingest =
        FileIngest.of(
            List.of(
                ROOT.resolve("app/src/test/resources/story.jsonl"),
                GeneratedArticles.write(directory.resolve("generated.jsonl"), GENERATED)),
            cluster.properties(Map.of()),
            IngestSettings.defaults(),
            Clock.systemUTC(),
            IngestListener.NONE)) {
      ingest.runOnce();
    }
    Annotator annotator = Annotator.create(Demo.ANNOTATOR_SETTINGS);
    return CommittedRecords.of(cluster.bootstrapServers(), Topics.ARTICLES).stream()
        .map(annotator::annotate)
        .toList();
  }

  /** Sends them through one partition, so that both runs judge them in the same order. */
  private static void send(Cluster cluster, List<EnrichedArticle> articles) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (KafkaProducer<String, EnrichedArticle> producer =
        new KafkaProducer<>(
            cluster.properties(Map.of("max.request.size", Topics.MAX_MESSAGE_BYTES)),
            new StringSerializer(),
            AvroSerde.of(Topics.ENRICHED).serializer())) {
      for (EnrichedArticle article : articles) {
        String id = article.getArticle().getId();
        sent.add(producer.send(new ProducerRecord<>(Topics.ENRICHED.name(), 0, id, article)));
      }
    }
    for (Future<RecordMetadata> each : sent) {
      each.get();
    }
  }

  private void killOnTheWay(Cluster cluster, Path state) throws Exception {
    Process ledger = ledger(cluster, state, "killed.log");
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                assertThat(ledger.isAlive()).as("killed before its end").isTrue();
                return CommittedRecords.endOffsets(cluster.bootstrapServers(), Topics.CLAIMS)
                    >= OFFSETS_BEFORE_THE_KILL;
              });
    } finally {
      ledger.destroyForcibly().waitFor();
    }
  }

  private Outcome finish(Cluster cluster, Path state) throws Exception {
    Process ledger = ledger(cluster, state, "ledger.log");
    try (Drain drain = new Drain(cluster)) {
      // Its repartition topic is there once it runs.
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                assertThat(ledger.isAlive()).as("runs until told to stop").isTrue();
                return CommittedRecords.endOffsets(cluster.bootstrapServers(), Topics.CLAIMS) > 0;
              });
      drain.await(
          List.of(new LedgerApp()),
          () -> assertThat(ledger.isAlive()).as("runs until told to stop").isTrue());
    } finally {
      ledger.destroyForcibly().waitFor();
    }
    return Outcome.of(cluster.bootstrapServers());
  }

  private Process ledger(Cluster cluster, Path state, String log) throws IOException {
    return ChildProcess.start(
        directory.resolve(log),
        "ledger",
        "--bootstrap-server",
        cluster.bootstrapServers(),
        "--command-config",
        config.toString(),
        "--state-dir",
        state.toString(),
        // The story is older than the rest by more than a year, and what is too old goes by the
        // wall clock: here nothing is.
        "--ledger-retention",
        "3650");
  }

  private static <V> Set<String> differing(Map<String, V> expected, Map<String, V> found) {
    Set<String> keys = new HashSet<>(expected.keySet());
    keys.addAll(found.keySet());
    keys.removeIf(key -> Objects.equals(expected.get(key), found.get(key)));
    return keys;
  }

  /**
   * What a run wrote.
   *
   * @param standings the bytes of each proposition's standing
   * @param places the bytes of each place's standing
   * @param claims the bytes of each claim's verdicts in their order, by the claim's id
   */
  private record Outcome(
      Map<String, ByteBuffer> standings,
      Map<String, ByteBuffer> places,
      Map<String, List<ByteBuffer>> claims) {

    static Outcome of(String bootstrapServers) {
      Map<String, List<ByteBuffer>> claims = new TreeMap<>();
      var deserializer = AvroSerde.of(Topics.CLAIMS).deserializer();
      CommittedRecords.bytes(bootstrapServers, Topics.CLAIMS)
          .forEach(
              record -> {
                JudgedClaim judged = deserializer.deserialize("", record.value());
                claims
                    .computeIfAbsent(judged.getClaim().getId(), id -> new ArrayList<>())
                    .add(ByteBuffer.wrap(record.value()));
              });
      return new Outcome(
          latest(bootstrapServers, Topics.LEDGER),
          latest(bootstrapServers, Topics.STANDING),
          claims);
    }

    int judged() {
      return claims.values().stream().mapToInt(List::size).sum();
    }

    private static <V extends SpecificRecord> Map<String, ByteBuffer> latest(
        String bootstrapServers, Topic<V> topic) {
      Map<String, ByteBuffer> latest = new HashMap<>();
      CommittedRecords.bytes(bootstrapServers, topic)
          .forEach(
              record -> {
                if (record.value() == null) {
                  latest.remove(record.key());
                } else {
                  latest.put(record.key(), ByteBuffer.wrap(record.value()));
                }
              });
      return latest;
    }
  }
}
