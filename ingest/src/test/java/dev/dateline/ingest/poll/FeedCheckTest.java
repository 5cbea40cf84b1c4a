package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.http.testing.ReceivedRequest;
import dev.dateline.http.testing.ScriptedServer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeedCheckTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private static final String FEED =
      "<rss version=\"2.0\"><channel><title>News</title></channel></rss>";

  private final ScriptedServer first = ScriptedServer.start();
  private final ScriptedServer second = ScriptedServer.start();

  @AfterEach
  void stop() {
    first.close();
    second.close();
  }

  @Test
  void theTargetOfARedirectIsAskedForWhereItsOwnRobotsTxtAllowsIt() {
    sendOn();
    first.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /moved\n");
    second.on("/robots.txt", "text/plain", "User-agent: *\nAllow: /\n");

    FeedCheck.Finding finding = check();

    assertThat(finding.feed().orElseThrow().title()).isEqualTo("News");
    assertThat(finding.address()).isEqualTo(second.uri("/moved"));
  }

  @Test
  void theTargetOfARedirectIsLeftAloneWhereItsOwnRobotsTxtForbidsIt() {
    sendOn();
    second.on("/robots.txt", "text/plain", "User-agent: *\nDisallow: /moved\n");

    FeedCheck.Finding finding = check();

    assertThat(finding.feed()).isEmpty();
    assertThat(finding.fault()).contains(second.uri("/moved").toString()).contains("robots.txt");
    assertThat(second.received()).extracting(ReceivedRequest::path).containsExactly("/robots.txt");
  }

  private void sendOn() {
    first.on(
        "/feed",
        (request, reply) ->
            reply.send(301, "Location: " + second.uri("/moved") + "\r\n", new byte[0]));
    second.on("/moved", "application/rss+xml", FEED);
  }

  private FeedCheck.Finding check() {
    return FeedCheck.check(first.uri("/feed"), FetcherTest.settings(), CLOCK);
  }
}
