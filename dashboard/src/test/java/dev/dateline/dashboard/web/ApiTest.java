package dev.dateline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.dateline.dashboard.Dashboard;
import dev.dateline.dashboard.DashboardException;
import dev.dateline.dashboard.DashboardSettings;
import dev.dateline.dashboard.testing.Story;
import dev.dateline.dashboard.testing.TestCluster;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DashboardSettings ANY_PORT = DashboardSettings.defaults().at("localhost", 0);

  @TempDir private static Path directory = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static TestCluster cluster;

  @SuppressWarnings("NullAway.Init")
  private static Dashboard dashboard;

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void start() {
    cluster = TestCluster.start(directory);
    dashboard = Dashboard.start(cluster.properties(), ANY_PORT);
  }

  @AfterAll
  static void stop() {
    dashboard.close();
    cluster.close();
  }

  @Test
  void everyAddressIsDescribedAndNothingElse() throws IOException {
    Set<String> described = new HashSet<>();
    description().get("paths").fieldNames().forEachRemaining(described::add);
    assertThat(described).isEqualTo(WebServer.ROUTES.keySet());
  }

  @Test
  void everyAnswerHasTheShapeThatIsDescribed() throws Exception {
    Story story =
        new Story(cluster, "Shape Herald")
            .claim("Ivo Marr", "the port is open")
            .claim("Lena Holt", "the port is closed", Verdict.DISPUTED)
            .standing()
            .trends();
    awaitClaims("Shape Herald", 2);
    String claim = story.claims().get(1).getClaim().getId();
    holds("/api/claims", "/api/claims?source=Shape+Herald&limit=1");
    JsonNode detail = holds("/api/claims/{id}", "/api/claims/" + claim);
    assertThat(detail.at("/record/nearest/claimant").asText()).isEqualTo("Ivo Marr");
    JsonNode place = holds("/api/places/{id}", "/api/places/geonames:1");
    assertThat(place.at("/standing/contests")).hasSize(1);
    holds("/api/places", "/api/places?text=ilmar");
    JsonNode entities = holds("/api/entities", "/api/entities?text=Lena");
    holds("/api/entities/{id}", "/api/entities/" + encoded(entities.at("/things/0/id").asText()));
    JsonNode map = holds("/api/map", "/api/map?window=all&by=published");
    assertThat(map.at("/places/0/contested").asBoolean()).isTrue();
    assertThat(holds("/api/trends", "/api/trends?window=hour").get("trends")).hasSize(1);
    holds("/api/sources", "/api/sources");
    holds("/api/pipeline", "/api/pipeline");
    holds("/api/health", "/api/health");
    holds("/api/openapi.json", "/api/openapi.json");
  }

  @Test
  void aClaimComesWithItsArticleAndAllThatCarryIt() throws Exception {
    Story story =
        new Story(cluster, "Carrier Herald")
            .claim("Ivo Marr", "the 🚢 port is open")
            .claim("Lena Holt", "the port is closed", Verdict.DISPUTED)
            .standing();
    awaitClaims("Carrier Herald", 2);
    String first = story.claims().get(0).getClaim().getId();
    JsonNode detail =
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> get("/api/claims/" + first),
                answer -> !answer.get("excerpt").isNull() && !answer.get("proposition").isNull());
    JsonNode span = detail.at("/record/claim/content/0");
    int[] text = detail.at("/excerpt/text").asText().codePoints().toArray();
    int start = span.get("start").asInt() - detail.at("/excerpt/start").asInt();
    int end = span.get("end").asInt() - detail.at("/excerpt/start").asInt();
    assertThat(new String(text, start, end - start)).isEqualTo("the 🚢 port is open");
    assertThat(detail.at("/proposition/claims")).hasSize(2);
    assertThat(detail.get("articles")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/claims?verdict=true",
        "/api/claims?limit=0",
        "/api/claims?limit=many",
        "/api/claims?before=yesterday",
        "/api/map?window=year",
        "/api/map?by=chance",
        "/api/trends?kind=weather",
        "/api/stream?verdict=maybe"
      })
  void aWrongParameterIsToldInOneLine(String address) throws Exception {
    HttpResponse<String> answer = ask(address);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("error").asText()).contains(": give ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/claims/none", "/api/places/none", "/api/entities/none"})
  void whatIsNotKnownIsNotFound(String address) throws Exception {
    HttpResponse<String> answer = ask(address);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).get("error").asText()).startsWith("no ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/claims/abc", "/api/claims", "/assets/main.js", "/nowhere"})
  void everyAnswerSaysWhatABrowserMayDoWithIt(String address) throws Exception {
    HttpResponse<String> answer = ask(address);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'")
        .doesNotContain("unsafe", "*", "data:", "http");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
  }

  @Test
  void aRecordThatCannotBeReadIsCountedAndTheNextOneShown() throws Exception {
    long before = get("/api/pipeline").at("/held/unreadable").asLong();
    cluster.writeBytes(Topics.CLAIMS, "geonames:1", "no record".getBytes(StandardCharsets.UTF_8));
    new Story(cluster, "After Damage").claim("Ivo Marr", "the port is open");
    awaitClaims("After Damage", 1);
    assertThat(get("/api/pipeline").at("/held/unreadable").asLong()).isEqualTo(before + 1);
  }

  @Test
  void whoComesBackWithAnIdGetsWhatCameMeanwhileFromAServerStartedSince() throws Exception {
    Story story = new Story(cluster, "Resume Herald").claim("Ivo Marr", "one");
    awaitClaims("Resume Herald", 1);
    String id;
    try (Dashboard first = Dashboard.start(cluster.properties(), ANY_PORT);
        Events events = Events.open(first, "/api/stream?source=Resume+Herald", null)) {
      assertThat(events.next()).startsWith("hello");
      story.claim("Ivo Marr", "two");
      assertThat(events.next()).startsWith("claim").contains("\"two\"");
      id = events.lastId();
    }
    story.claim("Ivo Marr", "three").claim("Ivo Marr", "four");
    try (Dashboard second = Dashboard.start(cluster.properties(), ANY_PORT);
        Events events = Events.open(second, "/api/stream?source=Resume+Herald", id)) {
      assertThat(events.next()).startsWith("hello");
      assertThat(events.next()).contains("\"three\"");
      assertThat(events.next()).contains("\"four\"");
      story.claim("Ivo Marr", "five");
      assertThat(events.next()).contains("\"five\"");
    }
  }

  @Test
  void anIdThatIsNotOursBeginsAnew() throws Exception {
    try (Events events = Events.open(dashboard, "/api/stream", "no id of ours")) {
      assertThat(events.next()).startsWith("reset");
    }
  }

  @Test
  void whoDoesNotReadIsDroppedAndTheOthersAreServed() throws Exception {
    try (Dashboard own = Dashboard.start(cluster.properties(), ANY_PORT);
        Socket deaf = new Socket(own.address().getHost(), own.address().getPort());
        Events events = Events.open(own, "/api/stream?source=Flood+Herald", null)) {
      deaf.setReceiveBufferSize(4_096);
      deaf.getOutputStream()
          .write(
              "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.UTF_8));
      assertThat(events.next()).startsWith("hello");
      Awaitility.await().atMost(PATIENCE).until(() -> streams(own, "open") == 2);
      Story flood = new Story(cluster, "Flood");
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () -> {
                flood.claims(2_000);
                return streams(own, "dropped") == 1;
              });
      new Story(cluster, "Flood Herald").claim("Ivo Marr", "still heard");
      assertThat(events.next()).contains("still heard");
    }
  }

  private static int streams(Dashboard of, String name) throws Exception {
    return JSON.readTree(
            CLIENT
                .send(
                    HttpRequest.newBuilder(of.address().resolve("/api/pipeline")).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body())
        .at("/streams/" + name)
        .asInt();
  }

  @Test
  void aPortInUseIsToldInOneLine() {
    DashboardSettings taken = ANY_PORT.at("localhost", dashboard.address().getPort());
    assertThatThrownBy(() -> Dashboard.start(cluster.properties(), taken))
        .isInstanceOf(DashboardException.class)
        .hasMessageContaining("in use")
        .hasMessageContaining("--port");
  }

  @Test
  void theFeedOfAServerIsBounded() throws Exception {
    new Story(cluster, "Bounded").claims(30);
    try (Dashboard small = Dashboard.start(cluster.properties(), ANY_PORT.withMostClaims(10))) {
      JsonNode page =
          JSON.readTree(
              CLIENT
                  .send(
                      HttpRequest.newBuilder(small.address().resolve("/api/claims")).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
      assertThat(page.get("held").asInt()).isEqualTo(10);
    }
  }

  private static void awaitClaims(String source, int count) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> get("/api/claims?source=" + encoded(source)).get("claims").size() == count);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> get("/api/sources").findValuesAsText("source").contains(source));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode get(String address) throws Exception {
    HttpResponse<String> answer = ask(address);
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> ask(String address) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(dashboard.address().resolve(address)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Returns the answer when it has the shape that is described for the path. */
  private static JsonNode holds(String path, String address) throws Exception {
    JsonNode answer = get(address);
    JsonNode schema =
        description()
            .at("/paths/" + path.replace("/", "~1") + "/get/responses/200/content")
            .at("/application~1json/schema");
    ObjectNode whole = JSON.createObjectNode();
    whole.setAll((ObjectNode) schema);
    whole.set("components", description().get("components"));
    JsonSchema shape =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole);
    assertThat(shape.validate(answer)).as(address).isEmpty();
    return answer;
  }

  private static JsonNode description() throws IOException {
    try (InputStream in =
        ApiTest.class.getResourceAsStream("/dev/dateline/dashboard/openapi.json")) {
      return JSON.readTree(in);
    }
  }

  /** A reader of the stream that is not a browser. */
  private static final class Events implements AutoCloseable {

    private final BufferedReader lines;
    private String id = "";

    private Events(BufferedReader lines) {
      this.lines = lines;
    }

    static Events open(Dashboard of, String path, @Nullable String lastId) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(of.address().resolve(path));
      if (lastId != null) {
        request.header("Last-Event-ID", lastId);
      }
      HttpResponse<InputStream> answer =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .startsWith("text/event-stream");
      return new Events(
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }

    /** Returns the next event, its name and data; comments are passed over. */
    String next() throws IOException {
      Map<String, String> fields = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && !fields.isEmpty()) {
          id = fields.getOrDefault("id", id);
          return fields.getOrDefault("event", "") + " " + fields.getOrDefault("data", "");
        }
        int colon = line.indexOf(": ");
        if (colon > 0) {
          fields.put(line.substring(0, colon), line.substring(colon + 2));
        }
      }
      return "ended after " + fields;
    }

    String lastId() {
      return id;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
