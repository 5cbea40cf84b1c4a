package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.sink.SinkSettings;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.testing.SampleRecords;
import dev.dateline.streams.testing.TopologyUnderTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles go through the topologies of enrich, ledger and sink, each record handed on as the bytes
 * and headers that it was written with.
 */
class TraceTest {

  // On a busy machine the first article, read while the JVM is cold, may take long.
  private static final Annotator ANNOTATOR =
      Annotator.create(
          new AnnotatorSettings(
              Duration.ofMinutes(1), AnnotatorSettings.DEFAULT_MOST_CODE_POINTS, null, null));

  private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");
  private static final String FIRST = "0af7651916cd43dd8448eb211c80319c";
  private static final String SECOND = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "b7ad6b7169203331";
  private static final String TEXT =
      "Maria Okafor, a spokeswoman for the city of Geneva, said that the bridge in Geneva will open"
          + " in May.";
  private static final String DENIAL =
      "Jonas Lindqvist, the mayor of Geneva, denied that the bridge in Geneva will open in May.";

  /** When the driver's clock starts. */
  private static final Instant RAISED = Instant.parse("2024-01-01T00:00:00Z");

  /** What every article here gives. */
  private static final List<Topic<?>> FROM_ONE_ARTICLE =
      List.of(
          Topics.ENRICHED,
          Topics.CLAIMS,
          Topics.LEDGER,
          Topics.ENTITIES,
          Topics.PLACES,
          Topics.NEW_CLAIMS,
          Topics.JSON_CLAIMS,
          Topics.ALERTS,
          Topics.ARTICLE_ALERTS,
          Topics.TRENDS);

  private static final Set<Topic<?>> ALERTS = Set.of(Topics.ALERTS, Topics.ARTICLE_ALERTS);
  private static final Set<Topic<?>> OF_MANY_ARTICLES =
      Set.of(Topics.LEDGER, Topics.STANDING, Topics.TRENDS);

  private final TopologyUnderTest enrich;
  private final TopologyUnderTest ledger;
  private final TopologyUnderTest sink;

  TraceTest(@TempDir Path directory) {
    enrich = TopologyUnderTest.of(new EnrichApp(ANNOTATOR::annotate), directory.resolve("enrich"));
    ledger = TopologyUnderTest.of(new LedgerApp(), directory.resolve("ledger"));
    sink =
        TopologyUnderTest.of(
            new SinkApp(SinkSettings.defaults().withJsonMirror(true)), directory.resolve("sink"));
    sink.input(Topics.WATCHLISTS)
        .add(
            "bridges",
            Watchlist.newBuilder()
                .setName("bridges")
                .setQuery("text:bridge")
                .setCreated(NOON)
                .build());
  }

  @AfterEach
  void close() {
    enrich.close();
    ledger.close();
    sink.close();
  }

  @Test
  void everythingMadeFromAnArticleIsInItsTraceWithASpanOfItsOwn() {
    Map<Topic<?>, List<Headers>> written = go("a", TEXT, "00-" + FIRST + "-" + SPAN + "-00");

    assertThat(written.keySet()).containsAll(FROM_ONE_ARTICLE);
    Set<String> spans = new HashSet<>(Set.of(SPAN));
    written.forEach(
        (topic, records) ->
            records.forEach(
                headers -> {
                  Trace trace = trace(topic, headers);
                  assertThat(trace.id()).as("trace of %s", topic.name()).isEqualTo(FIRST);
                  assertThat(trace.flags()).as("flags of %s", topic.name()).isEqualTo("00");
                  assertThat(spans.add(trace.span())).as("span of %s", topic.name()).isTrue();
                }));
  }

  @Test
  void everythingMadeFromAnArticleIsACloudEvent() {
    Instant before = Instant.now();
    Map<Topic<?>, List<Headers>> written = go("a", TEXT, "00-" + FIRST + "-" + SPAN + "-01");

    assertThat(written.keySet()).containsAll(FROM_ONE_ARTICLE);
    Set<String> ids = new HashSet<>();
    written.forEach(
        (topic, records) ->
            records.forEach(
                headers -> {
                  String id = only(topic, headers, "ce_id");
                  assertThat(ids.add(id)).as("id of %s", topic.name()).isTrue();
                  assertThat(only(topic, headers, "ce_specversion")).isEqualTo("1.0");
                  assertThat(only(topic, headers, "ce_type")).isEqualTo(CloudEvents.type(topic));
                  assertThat(only(topic, headers, "ce_source"))
                      .isEqualTo(CloudEvents.source(topic));
                  Instant time = Instant.parse(only(topic, headers, "ce_time"));
                  if (ALERTS.contains(topic)) {
                    assertThat(time).as(topic.name()).isEqualTo(RAISED);
                  } else if (OF_MANY_ARTICLES.contains(topic)) {
                    assertThat(time).as(topic.name()).isAfterOrEqualTo(before);
                  } else {
                    assertThat(time).as(topic.name()).isEqualTo(NOON);
                  }
                }));
  }

  @Test
  void aJudgementIsInTheTraceOfTheArticleThatBroughtItAbout() {
    go("a", TEXT, "00-" + FIRST + "-" + SPAN + "-01");
    Map<Topic<?>, List<Headers>> written = go("b", DENIAL, "00-" + SECOND + "-" + SPAN + "-01");

    assertThat(written.keySet()).contains(Topics.CLAIMS, Topics.LEDGER, Topics.DISPUTED_CLAIMS);
    assertAllIn(SECOND, written);
  }

  @Test
  void anArticleWithoutATraceStartsOneThatEverythingMadeFromItIsIn() {
    Map<Topic<?>, List<Headers>> written = go("a", TEXT, null);

    List<Headers> enriched = written.get(Topics.ENRICHED);
    assertThat(enriched).hasSize(1);
    String started = trace(Topics.ENRICHED, enriched.get(0)).id();
    assertThat(started).isEqualTo(only(Topics.ENRICHED, enriched.get(0), "ce_id"));
    assertAllIn(started, written);
  }

  private static void assertAllIn(String trace, Map<Topic<?>, List<Headers>> written) {
    written.forEach(
        (topic, records) ->
            assertThat(records)
                .as(topic.name())
                .extracting(headers -> trace(topic, headers).id())
                .containsOnly(trace));
  }

  /** Takes an article the whole way and returns the headers of all that was written. */
  private Map<Topic<?>, List<Headers>> go(String id, String text, @Nullable String traceparent) {
    Article article = SampleRecords.article(id, text, NOON);
    Headers headers = new RecordHeaders();
    if (traceparent != null) {
      headers.add(CloudEvents.TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes =
        AvroSerde.of(Topics.ARTICLES).serializer().serialize(Topics.ARTICLES.name(), article);
    var read =
        new TestRecord<>(id.getBytes(StandardCharsets.UTF_8), bytes, headers, article.getFetched());
    Map<Topic<?>, List<Headers>> written = new HashMap<>();
    give(enrich, Topics.ARTICLES, List.of(read));
    var enriched = take(enrich, Topics.ENRICHED, written);
    give(ledger, Topics.ENRICHED, enriched);
    var claims = take(ledger, Topics.CLAIMS, written);
    take(ledger, Topics.LEDGER, written);
    take(ledger, Topics.STANDING, written);
    give(sink, Topics.ENRICHED, enriched);
    give(sink, Topics.CLAIMS, claims);
    for (Topic<?> topic : new SinkApp().outputs()) {
      take(sink, topic, written);
    }
    enrich.expectNoMoreDeadLetter();
    ledger.expectNoMoreDeadLetter();
    sink.expectNoMoreDeadLetter();
    return written;
  }

  private static void give(
      TopologyUnderTest topology, Topic<?> topic, List<TestRecord<byte[], byte[]>> records) {
    var input =
        topology
            .driver()
            .createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer());
    for (TestRecord<byte[], byte[]> each : records) {
      // What a topology does to the headers it was given is not seen by another.
      input.pipeInput(
          new TestRecord<>(
              each.key(), each.value(), new RecordHeaders(each.headers()), each.getRecordTime()));
    }
  }

  private static List<TestRecord<byte[], byte[]>> take(
      TopologyUnderTest topology, Topic<?> topic, Map<Topic<?>, List<Headers>> written) {
    TopologyTestDriver driver = topology.driver();
    List<TestRecord<byte[], byte[]>> records =
        driver
            .createOutputTopic(
                topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList();
    for (TestRecord<byte[], byte[]> each : records) {
      if (each.value() != null) {
        written.computeIfAbsent(topic, any -> new ArrayList<>()).add(each.headers());
      }
    }
    return records;
  }

  private static Trace trace(Topic<?> topic, Headers headers) {
    String header = only(topic, headers, CloudEvents.TRACEPARENT);
    Matcher matcher = Trace.FORM.matcher(header);
    assertThat(matcher.matches()).as("%s in %s", header, topic.name()).isTrue();
    return new Trace(matcher.group(1), matcher.group(2), matcher.group(3));
  }

  private static String only(Topic<?> topic, Headers headers, String name) {
    List<String> values = new ArrayList<>();
    for (Header header : headers.headers(name)) {
      values.add(new String(header.value(), StandardCharsets.UTF_8));
    }
    assertThat(values).as("%s in %s", name, topic.name()).hasSize(1);
    return values.get(0);
  }

  /** What a traceparent says. */
  private record Trace(String id, String span, String flags) {

    private static final Pattern FORM =
        Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
  }
}
