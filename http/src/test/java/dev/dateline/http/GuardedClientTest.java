package dev.dateline.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.http.testing.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exchanges with a server that misbehaves on purpose. */
final class GuardedClientTest {

  /** The test server counts as public, so that everything else is judged as in earnest. */
  private static final AddressPolicy SERVER_IS_PUBLIC =
      address ->
          address.getHostAddress().equals("127.0.0.1")
              || AddressPolicy.publicOnly().allows(address);

  private static final HttpSettings SETTINGS =
      HttpSettings.defaults().withAddresses(SERVER_IS_PUBLIC).withMaxBytes(4 * 1024 * 1024);

  private final ScriptedServer server = ScriptedServer.start();
  private final GuardedClient client = GuardedClient.open(SETTINGS);

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void anAnswerComesWithStatusHeadersAndBody() throws HttpFailure {
    server.on("/feed", "application/rss+xml; charset=koi8-r", "<rss/>");

    HttpReply reply = client.send(OutboundRequest.get(server.uri("/feed")));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.mediaType()).contains("application/rss+xml");
    assertThat(reply.charset().orElseThrow().name()).isEqualTo("KOI8-R");
    assertThat(text(reply)).isEqualTo("<rss/>");
    assertThat(reply.isComplete()).isTrue();
    assertThat(server.received().get(0).header("User-Agent"))
        .contains("Dateline/0.1 (news ingestion)");
  }

  @Test
  void aSlowDripIsEndedByTheDeadlineThoughNoPauseIsLong() {
    server.on(
        "/drip",
        (request, reply) -> {
          reply.raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
          reply.drip('x', 20);
        });

    HttpFailure failure =
        failure(OutboundRequest.get(server.uri("/drip")).within(Duration.ofMillis(600)));

    assertThat(failure.kind()).isEqualTo(HttpFailure.Kind.TIMEOUT);
    assertThat(failure).hasMessageEndingWith("/drip: no whole answer within 0.6 s");
  }

  @Test
  void aDripOfHeadersIsEndedByTheDeadlineToo() {
    server.on(
        "/drip",
        (request, reply) -> {
          reply.raw("HTTP/1.1 200 OK\r\nX-Never: ");
          reply.drip('x', 20);
        });

    assertThat(
            failure(OutboundRequest.get(server.uri("/drip")).within(Duration.ofMillis(600))).kind())
        .isEqualTo(HttpFailure.Kind.TIMEOUT);
  }

  @Test
  void silenceIsEndedByTheDeadlineAndARequestMayHaveItsOwn() {
    server.on("/silence", (request, reply) -> reply.fallSilent());

    HttpFailure failure =
        failure(OutboundRequest.get(server.uri("/silence")).within(Duration.ofMillis(100)));

    assertThat(failure).hasMessageEndingWith("/silence: no whole answer within 0.1 s");
  }

  @Test
  void aRedirectToAnInnerAddressIsRefused() {
    server.on(
        "/out",
        (request, reply) -> reply.redirect(302, "http://169.254.169.254/latest/meta-data/"));

    HttpFailure failure = failure(OutboundRequest.get(server.uri("/out")));

    assertThat(failure.kind()).isEqualTo(HttpFailure.Kind.NOT_PUBLIC);
    assertThat(failure)
        .hasMessage(
            "fetching http://169.254.169.254/latest/meta-data/: 169.254.169.254 is at"
                + " 169.254.169.254, which is not a public address");
  }

  @Test
  void addressesInDisguiseAreRefused() {
    for (String host : List.of("2130706434", "127.2", "[::1]", "[::ffff:10.0.0.1]", "[fd00::1]")) {
      HttpFailure failure =
          failure(OutboundRequest.get(URI.create("http://" + host + ":" + server.port() + "/")));

      assertThat(failure.kind())
          .as(host)
          .isIn(HttpFailure.Kind.NOT_PUBLIC, HttpFailure.Kind.BAD_ADDRESS);
    }
    assertThat(server.received()).isEmpty();
  }

  @Test
  void aNameThatChangesItsAddressIsCheckedOnTheAddressTheSocketUses() throws HttpFailure {
    server.on(
        "/",
        (request, reply) -> {
          reply.send(200, "text/plain", "first");
          reply.thenClose();
        });
    Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "169.254.169.254"));
    try (GuardedClient rebound =
        GuardedClient.open(SETTINGS, host -> lookUp(answers.removeFirst()))) {
      URI uri = URI.create("http://changes.example:" + server.port() + "/");

      assertThat(text(rebound.send(OutboundRequest.get(uri)))).isEqualTo("first");
      assertThat(failure(rebound, OutboundRequest.get(uri)).kind())
          .isEqualTo(HttpFailure.Kind.NOT_PUBLIC);
      // One look-up a connection: there is no second answer between the check and the use.
      assertThat(answers).isEmpty();
    }
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aNameWithAnInnerAndAPublicAddressUsesThePublicOne() throws HttpFailure {
    server.on("/", "text/plain", "public");
    try (GuardedClient mixed =
        GuardedClient.open(
            SETTINGS, host -> new InetAddress[] {lookUp("10.0.0.1")[0], lookUp("127.0.0.1")[0]})) {
      URI uri = URI.create("http://mixed.example:" + server.port() + "/");

      assertThat(text(mixed.send(OutboundRequest.get(uri)))).isEqualTo("public");
    }
  }

  @Test
  void innerAddressesAreReachedOnlyWhenAllowed() throws HttpFailure {
    server.on("/", "text/plain", "inside");
    try (GuardedClient strict = GuardedClient.open(HttpSettings.defaults());
        GuardedClient open =
            GuardedClient.open(HttpSettings.defaults().withPrivateAddresses(true))) {
      OutboundRequest request = OutboundRequest.get(server.uri("/"));

      assertThat(failure(strict, request).kind()).isEqualTo(HttpFailure.Kind.NOT_PUBLIC);
      assertThat(text(open.send(request))).isEqualTo("inside");
    }
  }

  @Test
  void onlyHttpAndHttpsAreFetchedAlsoByRedirect() {
    server.on("/file", (request, reply) -> reply.redirect(301, "file:///etc/passwd"));

    assertThat(failure(OutboundRequest.get(server.uri("/file"))).kind())
        .isEqualTo(HttpFailure.Kind.REDIRECT);
    assertThat(failure(OutboundRequest.get(URI.create("ftp://example.org/x"))))
        .hasMessage("fetching ftp://example.org/x: not a whole http or https address");
  }

  @Test
  void tenMegabytesOfNothingInTenKilobytesAreRefused() {
    byte[] bomb = gzip(new byte[10 * 1024 * 1024]);
    server.on("/bomb", (request, reply) -> reply.send(200, "Content-Encoding: gzip\r\n", bomb));

    assertThat(bomb.length).isLessThan(11 * 1024);
    assertThat(failure(OutboundRequest.get(server.uri("/bomb"))).kind())
        .isEqualTo(HttpFailure.Kind.DECOMPRESSION_BOMB);
  }

  @Test
  void aBombPackedTwiceIsRefusedToo() {
    byte[] bomb = gzip(gzip(new byte[10 * 1024 * 1024]));
    server.on(
        "/bomb", (request, reply) -> reply.send(200, "Content-Encoding: gzip, gzip\r\n", bomb));

    assertThat(failure(OutboundRequest.get(server.uri("/bomb"))).kind())
        .isEqualTo(HttpFailure.Kind.DECOMPRESSION_BOMB);
  }

  @Test
  void aBodyWithoutEndIsRefusedAtTheLimitAndOneAnnouncedTooLongAtOnce() {
    server.on(
        "/endless",
        (request, reply) -> {
          reply.raw("HTTP/1.1 200 OK\r\n\r\n");
          byte[] piece = new byte[1 << 16];
          Arrays.fill(piece, (byte) 'x');
          for (int i = 0; i < 1000; i++) {
            reply.raw(piece);
          }
        });
    server.on(
        "/announced",
        (request, reply) -> reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\nx"));

    assertThat(failure(OutboundRequest.get(server.uri("/endless"))).kind())
        .isEqualTo(HttpFailure.Kind.TOO_LARGE);
    assertThat(failure(OutboundRequest.get(server.uri("/announced"))).kind())
        .isEqualTo(HttpFailure.Kind.TOO_LARGE);
  }

  @Test
  void packedBodiesAreUnpackedAndOnesOnlyCalledPackedAreReadAsTheyAre() throws HttpFailure {
    byte[] page = "<p>page</p>".getBytes(StandardCharsets.UTF_8);
    server.on(
        "/gzip", (request, reply) -> reply.send(200, "Content-Encoding: gzip\r\n", gzip(page)));
    server.on(
        "/deflate",
        (request, reply) -> reply.send(200, "Content-Encoding: deflate\r\n", deflate(page)));
    server.on("/liar", (request, reply) -> reply.send(200, "Content-Encoding: gzip\r\n", page));
    server.on("/br", (request, reply) -> reply.send(200, "Content-Encoding: br\r\n", page));

    for (String path : List.of("/gzip", "/deflate", "/liar")) {
      assertThat(text(client.send(OutboundRequest.get(server.uri(path))))).isEqualTo("<p>page</p>");
    }
    assertThat(failure(OutboundRequest.get(server.uri("/br"))).kind())
        .isEqualTo(HttpFailure.Kind.UNREADABLE);
  }

  @Test
  void anAnswerThatEndsBeforeItsLengthIsGivenAsFarAsItCame() throws HttpFailure {
    server.on(
        "/short",
        (request, reply) -> {
          reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>half");
          reply.thenClose();
        });
    byte[] packed = gzip("<rss>whole</rss>".repeat(500).getBytes(StandardCharsets.UTF_8));
    server.on(
        "/cut",
        (request, reply) -> {
          reply.send(200, "Content-Encoding: gzip\r\n", Arrays.copyOf(packed, packed.length - 20));
        });

    HttpReply half = client.send(OutboundRequest.get(server.uri("/short")));
    HttpReply cut = client.send(OutboundRequest.get(server.uri("/cut")));

    assertThat(half.isComplete()).isFalse();
    assertThat(text(half)).isEqualTo("<rss>half");
    assertThat(cut.isComplete()).isFalse();
    assertThat(text(cut)).startsWith("<rss>whole</rss>");
  }

  @Test
  void bytesBeyondTheLengthAreNoAnswerToTheNextRequest() throws HttpFailure {
    server.on(
        "/long",
        (request, reply) -> reply.raw("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfourandmore"));
    server.on("/next", "text/plain", "next");

    assertThat(text(client.send(OutboundRequest.get(server.uri("/long"))))).isEqualTo("four");
    assertThat(text(client.send(OutboundRequest.get(server.uri("/next"))))).isEqualTo("next");
  }

  @Test
  void whatIsNotHttpAndWhoHangsUpAreToldApart() {
    server.on(
        "/smtp",
        (request, reply) -> {
          reply.raw("220 mail.example ESMTP\r\n\r\n".repeat(3));
          reply.thenClose();
        });
    server.on("/hangup", (request, reply) -> reply.thenClose());

    assertThat(failure(OutboundRequest.get(server.uri("/smtp"))).kind())
        .isIn(HttpFailure.Kind.UNREADABLE, HttpFailure.Kind.CLOSED);
    assertThat(failure(OutboundRequest.get(server.uri("/hangup"))).kind())
        .isEqualTo(HttpFailure.Kind.CLOSED);
  }

  @Test
  void nobodyAtThePortAndNoSuchNameAreToldApart() throws HttpFailure {
    int port = server.port();
    server.close();
    assertThat(failure(OutboundRequest.get(URI.create("http://127.0.0.1:" + port + "/"))).kind())
        .isEqualTo(HttpFailure.Kind.UNREACHABLE);
    try (GuardedClient nameless =
        GuardedClient.open(
            SETTINGS,
            host -> {
              throw new UnknownHostException(host);
            })) {
      assertThat(failure(nameless, OutboundRequest.get(URI.create("http://no.example/"))))
          .hasMessage("fetching http://no.example/: no.example has no address");
    }
  }

  @Test
  void aLookUpThatHangsEndsToo() {
    HttpSettings hasty =
        new HttpSettings(
            "Test",
            SERVER_IS_PUBLIC,
            Duration.ofSeconds(5),
            Duration.ofMillis(50),
            Duration.ofSeconds(5),
            1000,
            100,
            5);
    try (GuardedClient slow =
        GuardedClient.open(
            hasty,
            host -> {
              try {
                new java.util.concurrent.CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            })) {
      assertThat(failure(slow, OutboundRequest.get(URI.create("http://slow.example/"))).kind())
          .isEqualTo(HttpFailure.Kind.UNKNOWN_HOST);
    }
  }

  @Test
  void redirectsAreFollowedAndTheirLastingPartIsTold() throws HttpFailure {
    server.on("/a", (request, reply) -> reply.redirect(301, "/b"));
    server.on("/b", (request, reply) -> reply.redirect(308, "c%20d?x=ä"));
    server.on("/c%20d", (request, reply) -> reply.redirect(302, "?today"));
    server.on(
        "/c%20d",
        (request, reply) -> {
          if (request.path().endsWith("?today")) {
            reply.send(200, "text/plain", "here");
          } else {
            reply.redirect(302, "?today");
          }
        });

    HttpReply reply = client.send(OutboundRequest.get(server.uri("/a")));

    assertThat(text(reply)).isEqualTo("here");
    assertThat(reply.uri()).isEqualTo(server.uri("/c%20d?today"));
    assertThat(reply.permanentUri()).isEqualTo(server.uri("/c%20d?x=%C3%A4"));
  }

  @Test
  void aCircleOfRedirectsEnds() {
    server.on("/circle", (request, reply) -> reply.redirect(302, "/circle"));

    assertThat(failure(OutboundRequest.get(server.uri("/circle"))))
        .hasMessageEndingWith("/circle: more than 5 redirects");
    assertThat(server.received()).hasSize(6);
  }

  @Test
  void aRedirectIsReturnedToWhoAsksForThat() throws HttpFailure {
    server.on("/a", (request, reply) -> reply.redirect(307, "/b"));

    HttpReply reply = client.send(OutboundRequest.get(server.uri("/a")).withoutRedirects());

    assertThat(reply.status()).isEqualTo(307);
    assertThat(reply.header("Location")).contains("/b");
  }

  @Test
  void credentialsOfAnAddressAreSentToItsOriginAlone() throws HttpFailure {
    try (ScriptedServer other = ScriptedServer.start()) {
      other.on("/", "text/plain", "other");
      server.on("/same", (request, reply) -> reply.redirect(302, "/on"));
      server.on("/on", (request, reply) -> reply.redirect(302, other.uri("/").toString()));
      URI uri = URI.create("http://me:se%20cret@127.0.0.1:" + server.port() + "/same");

      client.send(OutboundRequest.get(uri).withHeader("Cookie", "a=b"));

      assertThat(server.received())
          .allSatisfy(
              request -> {
                assertThat(request.header("Authorization")).contains("Basic bWU6c2UgY3JldA==");
                assertThat(request.header("Cookie")).contains("a=b");
              });
      assertThat(other.received().get(0).header("Authorization")).isEmpty();
      assertThat(other.received().get(0).header("Cookie")).isEmpty();
    }
  }

  @Test
  void conditionalHeadersAreSentAsTheyWereGivenAndNotModifiedIsAnAnswer() throws HttpFailure {
    server.on("/feed", (request, reply) -> reply.send(304, "ETag: W/\"x\"\r\n", new byte[0]));

    HttpReply reply =
        client.send(
            OutboundRequest.get(server.uri("/feed"))
                .ifChanged("W/\"x\"", "Tue, 24 Nov 2026 10:00:00 GMT"));

    assertThat(reply.status()).isEqualTo(304);
    assertThat(reply.body()).isEmpty();
    assertThat(server.received().get(0).header("If-None-Match")).contains("W/\"x\"");
    assertThat(server.received().get(0).header("If-Modified-Since"))
        .contains("Tue, 24 Nov 2026 10:00:00 GMT");
  }

  @Test
  void anEtagThatLiesComesWithItsBodyForTheCallerToJudge() throws HttpFailure {
    server.on(
        "/feed",
        (request, reply) ->
            reply.send(
                200,
                "ETag: \"same\"\r\n",
                ("body " + request.path()).getBytes(StandardCharsets.UTF_8)));

    HttpReply one = client.send(OutboundRequest.get(server.uri("/feed?1")));
    HttpReply two =
        client.send(OutboundRequest.get(server.uri("/feed?2")).ifChanged("\"same\"", null));

    assertThat(one.header("etag")).isEqualTo(two.header("etag"));
    assertThat(text(two)).isEqualTo("body /feed?2");
  }

  @Test
  void tooManyRequestsIsAnAnswerAndAskedOnce() throws HttpFailure {
    server.on("/busy", (request, reply) -> reply.send(429, "Retry-After: 120\r\n", new byte[0]));

    HttpReply reply = client.send(OutboundRequest.get(server.uri("/busy")));

    assertThat(reply.status()).isEqualTo(429);
    assertThat(
            RetryAfter.of(
                reply, java.time.Instant.parse("2026-11-24T10:00:00Z"), Duration.ofHours(1)))
        .contains(Duration.ofMinutes(2));
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void aPostDeliversItsBodyAndFollowsNothing() throws HttpFailure {
    server.on("/hook", (request, reply) -> reply.redirect(302, "/elsewhere"));

    HttpReply reply =
        client.send(
            OutboundRequest.post(
                    server.uri("/hook"),
                    "{\"ä\":1}".getBytes(StandardCharsets.UTF_8),
                    "application/json")
                .withHeader("Idempotency-Key", "1"));

    assertThat(reply.status()).isEqualTo(302);
    assertThat(server.received()).hasSize(1);
    assertThat(server.received().get(0).method()).isEqualTo("POST");
    assertThat(server.received().get(0).body()).isEqualTo("{\"ä\":1}");
    assertThat(server.received().get(0).header("Content-Type")).contains("application/json");
    assertThat(server.received().get(0).header("Idempotency-Key")).contains("1");
  }

  @Test
  void aKeptConnectionThatTheServerClosedIsReplacedForAGet() throws HttpFailure {
    server.on(
        "/",
        (request, reply) -> {
          reply.send(200, "text/plain", "x");
          reply.thenClose();
        });
    for (int i = 0; i < 5; i++) {
      assertThat(text(client.send(OutboundRequest.get(server.uri("/"))))).isEqualTo("x");
    }
  }

  private HttpFailure failure(OutboundRequest request) {
    return failure(client, request);
  }

  private static HttpFailure failure(GuardedClient client, OutboundRequest request) {
    HttpFailure failure = catchThrowableOfType(HttpFailure.class, () -> client.send(request));
    assertThat(failure).as("%s fails", request).isNotNull();
    return failure;
  }

  private static InetAddress[] lookUp(String address) throws UnknownHostException {
    return InetAddress.getAllByName(address);
  }

  private static String text(HttpReply reply) {
    return new String(reply.body(), StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
