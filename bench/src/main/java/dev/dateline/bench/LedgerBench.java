package dev.dateline.bench;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.enrich.Annotator;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.streams.StreamsService;
import dev.dateline.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The ledger topology alone, on an embedded broker, exactly once: claims a second while its memory
 * is full.
 *
 * <p>What is claimed are the claims of real articles, each about a place of the benchmark's. First
 * every proposition is claimed once; then, and only that is measured, as many claims again meet
 * them: half verbatim on another outlet, half by another claimant without the last word.
 */
final class LedgerBench {

  /**
   * What was measured.
   *
   * @param subjects places that claims are about
   * @param claimsPerSubject claims that filled the memory of each, all of different wording
   * @param claims how many claims were measured
   * @param claimsPerSecond until the last was readable
   * @param cpuMillisPerClaim processor time of everything, the broker included
   * @param propositions how many propositions those claims were judged to belong to
   * @param verdicts what they were judged
   */
  record Result(
      int subjects,
      int claimsPerSubject,
      int claims,
      double claimsPerSecond,
      double cpuMillisPerClaim,
      int propositions,
      Map<Verdict, Integer> verdicts) {}

  private static final Instant START = Instant.parse("2024-03-01T06:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final String CONSONANTS = "bdfklmnprt";

  private final AvroSerde<EnrichedArticle> enriched = AvroSerde.of(Topics.ENRICHED);
  private final List<Claim> pool;

  /** Takes its claims, all of different wording, from articles. */
  LedgerBench(Annotator annotator, List<Article> articles) {
    Map<String, Claim> byWording = new LinkedHashMap<>();
    for (Article article : articles) {
      for (Claim claim : annotator.annotate(article).getClaims()) {
        byWording.putIfAbsent(ClaimTexts.content(claim, " "), claim);
      }
    }
    pool = List.copyOf(byWording.values());
  }

  /** Fills the memory of so many subjects and measures. */
  Result run(Path directory, int subjects, int claimsPerSubject) throws InterruptedException {
    int number = subjects * claimsPerSubject;
    try (EmbeddedBroker broker =
        EmbeddedBroker.start(BrokerSettings.of(directory.resolve("broker")))) {
      BenchTopics.create(Map.of("bootstrap.servers", broker.bootstrapServers()), Topics.all());
      StreamsSettings settings =
          StreamsSettings.of(broker.bootstrapServers(), directory.resolve("state"))
              .withThreads(Runtime.getRuntime().availableProcessors());
      try (StreamsService service = StreamsService.start(new LedgerApp(), settings);
          KafkaProducer<String, byte[]> producer = producer(broker);
          KafkaConsumer<String, byte[]> consumer = consumer(broker)) {
        service.awaitRunning(Duration.ofMinutes(2));
        WarmUp.until(
            round -> {
              tell(producer, consumer, number, subjects, round, 0);
              tell(producer, consumer, number, subjects, round, 1);
            });
        tell(producer, consumer, number, subjects, 0, 0);
        long cpu = CpuTime.nanosWith(broker.processId());
        long start = System.nanoTime();
        Judged judged = tell(producer, consumer, number, subjects, 0, 1);
        return new Result(
            subjects,
            claimsPerSubject,
            number,
            number / ((judged.last - start) / 1e9),
            (CpuTime.nanosWith(broker.processId()) - cpu) / 1e6 / number,
            judged.propositions.size(),
            judged.verdicts);
      }
    }
  }

  /** Sends claims about the subjects of a round and waits for their verdicts. */
  private Judged tell(
      KafkaProducer<String, byte[]> producer,
      KafkaConsumer<String, byte[]> consumer,
      int number,
      int subjects,
      int round,
      int telling) {
    for (int i = 0; i < number; i++) {
      send(producer, article(i, subjects, round, telling));
    }
    return await(consumer, number);
  }

  private static final class Judged {
    private final Set<String> propositions = new HashSet<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private long last;
  }

  private static Judged await(KafkaConsumer<String, byte[]> consumer, int number) {
    AvroSerde<JudgedClaim> serde = AvroSerde.of(Topics.CLAIMS);
    Judged judged = new Judged();
    long start = System.nanoTime();
    int seen = 0;
    while (seen < number) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "waiting for claims in a benchmark: " + seen + " of " + number + " are judged");
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        JudgedClaim claim = serde.deserializer().deserialize(record.topic(), record.value());
        judged.propositions.add(claim.getPropositionId());
        judged.verdicts.merge(claim.getVerdict(), 1, Integer::sum);
        judged.last = System.nanoTime();
        seen++;
      }
    }
    return judged;
  }

  private void send(KafkaProducer<String, byte[]> producer, EnrichedArticle article) {
    // A record that gets lost is missed at the end, by the wait for its claim.
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(
                Topics.ENRICHED.name(),
                article.getArticle().getId(),
                enriched.serializer().serialize(Topics.ENRICHED.name(), article)));
  }

  /** An article with one claim: the nth of a round, in its first or second telling. */
  private EnrichedArticle article(int number, int subjects, int round, int telling) {
    int subject = number % subjects;
    int place = round * subjects + subject;
    Claim told = pool.get((number / subjects + 7 * subject) % pool.size());
    boolean copied = telling == 0 || number % 2 == 0;
    String id =
        Ids.of(
            "bench", Integer.toString(round), Integer.toString(number), Integer.toString(telling));
    Instant published = START.plusSeconds(60L * telling).plusMillis(number);
    Claim.Builder claim =
        Claim.newBuilder(told)
            .setId(Ids.of(id, "claim"))
            .setPlaces(List.of(place(place)))
            .setChain(List.of());
    if (!copied) {
      claim.setContent(withoutLastWord(told.getContent()));
      if (told.getClaimant() != null) {
        claim.getClaimant().setEntityId(null);
        claim.getClaimant().setName("Observer Group " + name(number % 97));
        claim.getClaimant().setText("Observer Group " + name(number % 97));
      }
    }
    String text =
        told.getSentence() == null ? ClaimTexts.content(told, " ") : told.getSentence().getText();
    Article article =
        Article.newBuilder()
            .setId(id)
            .setText(text)
            .setTextSha256(Ids.sha256(text))
            .setSource("outlet-" + telling)
            .setPublished(published)
            .setFetched(published)
            .setEventTime(published)
            .build();
    return EnrichedArticle.newBuilder()
        .setArticle(article)
        .setLanguage("en")
        .setOutcome(AnnotationOutcome.ANNOTATED)
        .setClaims(List.of(claim.build()))
        .build();
  }

  private static List<Span> withoutLastWord(List<Span> content) {
    Span last = content.get(content.size() - 1);
    int cut = last.getText().lastIndexOf(' ');
    if (cut <= 0) {
      return content;
    }
    List<Span> shortened = new ArrayList<>(content.subList(0, content.size() - 1));
    String text = last.getText().substring(0, cut);
    shortened.add(
        new Span(last.getStart(), last.getStart() + text.codePointCount(0, text.length()), text));
    return shortened;
  }

  private static PlaceReference place(int subject) {
    return PlaceReference.newBuilder()
        .setPlaceId("bench:" + subject)
        .setName(name(subject))
        .setCountry("UA")
        .setLatitude(48)
        .setLongitude(30)
        .setPrecision(PlacePrecision.SETTLEMENT)
        .build();
  }

  /** A name for a number that no other number's folds to. */
  private static String name(int number) {
    String digits = String.format(Locale.ROOT, "%06d", number);
    String syllables =
        IntStream.range(0, digits.length())
            .mapToObj(i -> CONSONANTS.charAt(digits.charAt(i) - '0') + "a")
            .collect(Collectors.joining());
    return Character.toUpperCase(syllables.charAt(0)) + syllables.substring(1);
  }

  private static KafkaProducer<String, byte[]> producer(EmbeddedBroker broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", "5"),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static KafkaConsumer<String, byte[]> consumer(EmbeddedBroker broker) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "isolation.level", "read_committed",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, Topics.CLAIMS.partitions())
            .mapToObj(partition -> new TopicPartition(Topics.CLAIMS.name(), partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }
}
