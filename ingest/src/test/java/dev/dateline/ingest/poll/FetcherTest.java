package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.http.GuardedClient;
import dev.dateline.http.HttpSettings;
import dev.dateline.http.testing.ScriptedServer;
import dev.dateline.schemas.avro.FeedFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>News</title><ttl>45</ttl>
      <item><guid>1</guid><title>One</title><link>https://news.example/1</link>
      <description>Short.</description></item></channel></rss>
      """;

  private final ScriptedServer server = ScriptedServer.start();
  private final PollSettings settings = settings();
  private final GuardedClient client = GuardedClient.open(settings.http());
  private final Fetcher fetcher = new Fetcher(client, settings, Clock.fixed(NOW, ZoneOffset.UTC));

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aFeedIsReadWithWhatToAskWithNextAndHowLongItStaysFresh() {
    server.on(
        "/feed",
        (request, reply) ->
            reply.send(
                200,
                String.join(
                    "\r\n",
                    "Content-Type: application/rss+xml",
                    "ETag: \"e1\"",
                    "Last-Modified: Sun, 01 Mar 2026 11:00:00 GMT",
                    "Cache-Control: max-age=60",
                    ""),
                FEED.getBytes(StandardCharsets.UTF_8)));
    Answer.Changed answer = (Answer.Changed) ask(null, null, "");
    assertThat(answer.feed().entries()).hasSize(1);
    assertThat(answer.validators().etag()).isEqualTo("\"e1\"");
    assertThat(answer.validators().lastModified()).isEqualTo("Sun, 01 Mar 2026 11:00:00 GMT");
    assertThat(answer.fresh()).isEqualTo(Duration.ofMinutes(45));
    assertThat(server.received().get(0).header("user-agent").orElseThrow()).startsWith("Dateline/");
  }

  @Test
  void whatItAnsweredBeforeIsSentAndNothingNewIsNoNews() {
    server.on("/feed", (request, reply) -> reply.send(304, "", new byte[0]));
    Answer.Unchanged answer = (Answer.Unchanged) ask("\"e1\"", "yesterday", "h");
    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.validators()).isEqualTo(new Answer.Validators("\"e1\"", "yesterday", "h"));
    assertThat(server.received().get(0).header("if-none-match")).contains("\"e1\"");
    assertThat(server.received().get(0).header("if-modified-since")).contains("yesterday");
  }

  @Test
  void theSameBodyUnderAnotherEtagIsNoNews() {
    server.on(
        "/feed",
        (request, reply) ->
            reply.send(
                200,
                "ETag: \"" + server.received().size() + "\"\r\n",
                FEED.getBytes(StandardCharsets.UTF_8)));
    Answer.Changed first = (Answer.Changed) ask(null, null, "");
    Answer second = ask("\"1\"", null, first.validators().bodySha256());
    assertThat(second).isInstanceOf(Answer.Unchanged.class);
    assertThat(((Answer.Unchanged) second).validators().etag()).isEqualTo("\"2\"");
  }

  @Test
  void eachStatusIsAFailureOfItsKind() {
    assertThat(Fetcher.kind(403, false)).isEqualTo(FeedFailure.REFUSED);
    assertThat(Fetcher.kind(404, false)).isEqualTo(FeedFailure.MISSING);
    assertThat(Fetcher.kind(410, false)).isEqualTo(FeedFailure.GONE);
    assertThat(Fetcher.kind(429, false)).isEqualTo(FeedFailure.THROTTLED);
    assertThat(Fetcher.kind(500, false)).isEqualTo(FeedFailure.TRANSIENT);
    assertThat(Fetcher.kind(503, true)).isEqualTo(FeedFailure.THROTTLED);
  }

  @Test
  void aServerThatAsksToWaitIsHeard() {
    server.on("/feed", (request, reply) -> reply.send(429, "Retry-After: 90\r\n", new byte[0]));
    Answer.Failed answer = (Answer.Failed) ask(null, null, "");
    assertThat(answer.kind()).isEqualTo(FeedFailure.THROTTLED);
    assertThat(answer.retryAfter()).contains(Duration.ofSeconds(90));
  }

  @Test
  void aPageInsteadOfAFeedIsAFailureThatNamesTheFeedItLinks() {
    server.on(
        "/feed",
        "text/html",
        "<html><head><link rel=alternate type='application/rss+xml' href='/real.xml'></head></html>");
    Answer.Failed answer = (Answer.Failed) ask(null, null, "");
    assertThat(answer.kind()).isEqualTo(FeedFailure.UNREADABLE);
    assertThat(answer.message())
        .endsWith("not a feed: it names the feed " + server.uri("/real.xml"));
  }

  @Test
  void anAddressInsideOurNetworkIsRefused() {
    try (GuardedClient guarded = GuardedClient.open(HttpSettings.defaults())) {
      Fetcher careful = new Fetcher(guarded, settings, Clock.systemUTC());
      Answer.Failed answer =
          (Answer.Failed)
              careful.fetch(Request.ForFeed.first("f", URI.create("http://169.254.169.254/")));
      assertThat(answer.kind()).isEqualTo(FeedFailure.UNREADABLE);
    }
  }

  @Test
  void robotsTxtAllowsForbidsAndDelaysByOurName() {
    server.on(
        "/robots.txt",
        "text/plain",
        """
        User-agent: *
        Disallow: /

        User-agent: dateline
        Allow: /feed
        Disallow: /private
        Crawl-delay: 3
        """);
    Robots robots = robots();
    assertThat(robots.allows(server.uri("/feed"))).isTrue();
    assertThat(robots.allows(server.uri("/private/feed"))).isFalse();
    assertThat(robots.delay(server.uri("/feed"))).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void withoutRobotsTxtAllIsAllowedAndWithABrokenServerNothingIs() {
    assertThat(robots().allows(server.uri("/feed"))).isTrue();
    server.on("/robots.txt", (request, reply) -> reply.send(500, "", new byte[0]));
    Robots robots = robots();
    assertThat(robots.allows(server.uri("/feed"))).isFalse();
    assertThat(robots.unreachable(server.uri("/feed")).orElseThrow()).contains("answers 500");
  }

  @Test
  void rulesKnownBeforeOutliveABrokenServer() {
    server.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n");
    Robots robots = robots();
    robots.keep(server.uri("/feed"), Robots.failed("no answer", NOW));
    assertThat(robots.allows(server.uri("/feed"))).isTrue();
    assertThat(robots.allows(server.uri("/private"))).isFalse();
    assertThat(robots.unreachable(server.uri("/feed"))).isEqualTo(Optional.empty());
  }

  private Robots robots() {
    Robots robots = new Robots();
    Request request = new Request.ForRobots(Robots.addressFor(server.uri("/feed")));
    robots.keep(server.uri("/feed"), ((Answer.RobotsRead) fetcher.fetch(request)).rules());
    return robots;
  }

  @Test
  void aRedirectIsARequestOfItsOwnAndOnlyPermanentOnesChangeTheAddress() {
    server.on("/feed", (request, reply) -> reply.send(301, "Location: /new\r\n", new byte[0]));
    server.on("/new", (request, reply) -> reply.send(302, "Location: /now\r\n", new byte[0]));
    server.on("/now", "application/rss+xml", FEED);
    Request asked = Request.ForFeed.first("f", server.uri("/feed"));

    Request second = Request.Redirected.of(asked, (Answer.SentOn) fetcher.fetch(asked));
    Request third = Request.Redirected.of(second, (Answer.SentOn) fetcher.fetch(second));

    assertThat(second.uri()).isEqualTo(server.uri("/new"));
    assertThat(third.original()).isEqualTo(asked);
    Answer.Changed answer = (Answer.Changed) fetcher.fetch(third);
    assertThat(answer.address()).isEqualTo(server.uri("/new"));
    assertThat(server.received()).hasSize(3);
  }

  @Test
  void redirectsInACircleEnd() {
    server.on("/feed", (request, reply) -> reply.send(302, "Location: /feed\r\n", new byte[0]));
    Request request = Request.ForFeed.first("f", server.uri("/feed"));
    Answer answer = fetcher.fetch(request);
    while (answer instanceof Answer.SentOn sentOn) {
      request = Request.Redirected.of(request, sentOn);
      answer = fetcher.fetch(request);
    }
    assertThat(((Answer.Failed) answer).message()).endsWith("more than 5 redirects");
  }

  private Answer ask(@Nullable String etag, @Nullable String lastModified, String hash) {
    return fetcher.fetch(
        new Request.ForFeed("f", server.uri("/feed"), etag, lastModified, hash, Set.of()));
  }

  static PollSettings settings() {
    PollSettings usual = PollSettings.defaults();
    return new PollSettings(
        usual.shortestInterval(),
        usual.longestInterval(),
        usual.longestWait(),
        usual.hostDelay(),
        usual.requests(),
        usual.pages(),
        usual.backfillAge(),
        usual.http().withPrivateAddresses(true));
  }
}
