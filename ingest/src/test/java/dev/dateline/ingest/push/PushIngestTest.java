package dev.dateline.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.ingest.publish.IngestException;
import dev.dateline.ingest.publish.KafkaClients;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PushIngestTest {

  private static final String KEY = "a-key-of-twenty-letters-and-more";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path data;
  private EmbeddedBroker broker;
  private final Map<String, Object> client;
  private PushIngest ingest;
  private CompletableFuture<Void> running;

  PushIngestTest(@TempDir Path data) throws Exception {
    this.data = data;
    broker = EmbeddedBroker.start(BrokerSettings.of(data));
    client = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(
              List.of(Topics.ARTICLES, Topics.INGEST_CURSORS).stream()
                  .map(topic -> new NewTopic(topic.name(), 2, (short) 1))
                  .toList())
          .all()
          .get();
    }
    ingest = open();
    running = CompletableFuture.runAsync(ingest::run);
  }

  @BeforeAll
  void onlyWhoHasAKeyMayPush() throws Exception {
    HttpResponse<String> without = send(request("{\"text\": \"x\"}"));
    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(send(request("{\"text\": \"x\"}").header("X-API-Key", "guess")).statusCode())
        .isEqualTo(401);
    assertThat(articles()).isEmpty();
  }

  @AfterAll
  void stop() {
    ingest.close();
    broker.close();
  }

  @Test
  void anArticleIsAnsweredWhenItCanBeReadAndItsRevisionsAreToldApart() throws Exception {
    JsonNode first = accepted("{\"url\": \"https://a.example/1\", \"text\": \"one\"}");
    assertThat(articles()).anyMatch(article -> article.getId().equals(first.path("id").asText()));
    assertThat(first.path("outcome").asText()).isEqualTo("published");
    JsonNode same = accepted("{\"url\": \"https://a.example/1?utm_source=x\", \"text\": \"one\"}");
    assertThat(same.path("outcome").asText()).isEqualTo("unchanged");
    JsonNode revised = accepted("{\"url\": \"https://a.example/1\", \"text\": \"two\"}");
    assertThat(revised.path("outcome").asText()).isEqualTo("revised");
    assertThat(revised.path("revision").asInt()).isEqualTo(2);
    assertThat(revised.path("id")).isEqualTo(first.path("id")).isEqualTo(same.path("id"));
    assertThat(articles())
        .filteredOn(article -> article.getId().equals(first.path("id").asText()))
        .extracting(Article::getText)
        .containsExactly("one", "two");
  }

  @Test
  void theTraceOfTheSenderGoesWithTheArticle() throws Exception {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    HttpResponse<String> answer =
        send(
            authorized("{\"text\": \"of a trace\"}")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));
    String id = new ObjectMapper().readTree(answer.body()).at("/articles/0/id").asText();
    assertThat(headers(id, "traceparent"))
        .singleElement()
        .asString()
        .startsWith("00-" + trace + "-")
        .doesNotContain("00f067aa0ba902b7");

    JsonNode other = accepted("{\"text\": \"of no trace\"}");
    assertThat(headers(other.path("id").asText(), "traceparent"))
        .singleElement()
        .asString()
        .doesNotContain(trace);
  }

  @Test
  void aBatchIsTakenWholeOrNotAtAll() throws Exception {
    HttpResponse<String> refused =
        send(authorized("[{\"text\": \"good\"}, {\"text\": \"bad\", \"modified\": \"?\"}]"));
    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode problem = new ObjectMapper().readTree(refused.body());
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/1/modified");
    assertThat(problem.path("detail").asText())
        .isEqualTo("/1: modified \"?\" is no date that can be read");
    assertThat(articles()).extracting(Article::getText).doesNotContain("good");
  }

  @Test
  void whatIsNoArticleIsRefusedByItsKind() throws Exception {
    assertThat(send(authorized("x".repeat(2_000))).statusCode()).isEqualTo(413);
    assertThat(send(authorized("{}").setHeader("Content-Type", "application/xml")).statusCode())
        .isEqualTo(415);
    HttpResponse<String> described =
        send(HttpRequest.newBuilder(URI.create(address() + "/openapi.json")).GET());
    assertThat(described.body()).isEqualTo(PushApi.document());
    assertThat(send(HttpRequest.newBuilder(URI.create(address() + "/articles")).GET()).statusCode())
        .isEqualTo(405);
  }

  @Test
  void nothingIsLostOrDoubledWhenTheBrokerIsKilledAndStartedAgain() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    answers.add(sendAsync("before"));
    answers.get(0).join();
    ProcessHandle.of(broker.processId()).orElseThrow().destroyForcibly();
    for (int i = 0; i < 20; i++) {
      answers.add(sendAsync("during-" + i));
    }
    String address = broker.bootstrapServers();
    broker.close();
    broker =
        EmbeddedBroker.start(
            BrokerSettings.of(data)
                .withPort(Integer.parseInt(address.substring(address.lastIndexOf(':') + 1))));
    answers.add(sendAsync("after"));
    List<String> ids = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> answer : answers) {
      assertThat(answer.join().statusCode()).isEqualTo(202);
      ids.add(new ObjectMapper().readTree(answer.join().body()).at("/articles/0/id").asText());
    }
    assertThat(articles()).extracting(Article::getId).doesNotHaveDuplicates().containsAll(ids);
    assertThat(ids).doesNotHaveDuplicates().hasSize(22);
  }

  @Test
  void aSecondInstanceTakesOverAndTheFirstSaysSo() throws Exception {
    accepted("{\"text\": \"of the first\"}");
    PushIngest first = ingest;
    CompletableFuture<Void> firstRunning = running;
    URI old = URI.create(address() + "/articles");
    ingest = open();
    running = CompletableFuture.runAsync(ingest::run);
    HttpResponse<String> unknown =
        send(
            HttpRequest.newBuilder(old)
                .header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\": \"too late\"}")));
    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThatThrownBy(firstRunning::join)
        .hasCauseInstanceOf(IngestException.class)
        .hasMessageContaining("another ingest of the source set \"push\" has taken over");
    first.close();
    assertThat(accepted("{\"text\": \"of the first\"}").path("outcome").asText())
        .isEqualTo("unchanged");
    assertThat(accepted("{\"text\": \"too late\"}").path("outcome").asText())
        .isEqualTo("published");
  }

  private PushIngest open() throws IOException {
    return PushIngest.open(
        client,
        PushSettings.defaults().withLongestBody(1_000).withQueue(1_000, Duration.ofMinutes(1)),
        PushKeys.parse(List.of("# who", "", "desk " + KEY)),
        Clock.systemUTC(),
        new SilentListener());
  }

  private static final class SilentListener implements PushListener {
    @Override
    public void listening(URI address) {}

    @Override
    public void stalled(String message) {}

    @Override
    public void recovered() {}
  }

  private JsonNode accepted(String body) throws Exception {
    HttpResponse<String> answer = send(authorized(body));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return new ObjectMapper().readTree(answer.body()).at("/articles/0");
  }

  private CompletableFuture<HttpResponse<String>> sendAsync(String text) {
    return http.sendAsync(
        authorized("{\"text\": \"" + text + "\"}").build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder authorized(String body) {
    return request(body).header("Authorization", "Bearer " + KEY);
  }

  private HttpRequest.Builder request(String body) {
    return HttpRequest.newBuilder(URI.create(address() + "/articles"))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private String address() {
    return "http://localhost:" + ingest.port();
  }

  private List<Article> articles() {
    return records().stream()
        .map(
            record ->
                AvroSerde.of(Topics.ARTICLES)
                    .deserializer()
                    .deserialize(record.topic(), record.value()))
        .toList();
  }

  private List<String> headers(String key, String name) {
    List<String> values = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records()) {
      if (record.key().equals(key)) {
        for (Header header : record.headers().headers(name)) {
          values.add(new String(header.value(), StandardCharsets.UTF_8));
        }
      }
    }
    return values;
  }

  private List<ConsumerRecord<String, byte[]>> records() {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = KafkaClients.committedConsumer(client, "test")) {
      KafkaClients.readAll(
          consumer, KafkaClients.requireTopic(consumer, Topics.ARTICLES), records::add);
    }
    return records;
  }
}
