package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** The feeds a page names. */
final class FeedDiscoveryTest {

  private static final URI PAGE = URI.create("https://news.example/world/page");

  @Test
  void declaredFeedsComeFirstThenLinksThenComments() {
    String html =
        """
        <html><head>
        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
        <link rel="alternate" type="application/atom+xml; charset=utf-8" href="../atom.xml">
        <link rel="ALTERNATE" type="application/feed+json" href="//cdn.example/feed.json">
        <link rel="alternate" hreflang="fr" href="/fr/">
        <link rel="stylesheet" href="/feed.css">
        </head><body><a href="/rss">RSS</a> <a href="/feedback">Write to us</a></body></html>
        """;

    assertThat(FeedDiscovery.find(html, PAGE))
        .containsExactly(
            URI.create("https://news.example/atom.xml"),
            URI.create("https://cdn.example/feed.json"),
            URI.create("https://news.example/rss"),
            URI.create("https://news.example/comments/feed/"));
  }

  @Test
  void aBaseElementCounts() {
    assertThat(
            FeedDiscovery.find(
                "<base href='https://other.example/x/'><link rel=alternate type=application/rss+xml href=feed>",
                PAGE))
        .containsExactly(URI.create("https://other.example/x/feed"));
  }

  @Test
  void aPageWithoutFeedsNamesNone() {
    assertThat(FeedDiscovery.find("<p>nothing", PAGE)).isEmpty();
  }
}
