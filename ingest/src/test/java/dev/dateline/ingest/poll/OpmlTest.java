package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Feed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpmlTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void foldersTitlesAndAddressesAreReadAndEachFeedOnce() {
    Opml.Content content =
        Opml.read(
            """
            <?xml version="1.0"?>
            <opml version="1.0"><head><title>x</title></head><body>
              <outline text="World"><outline text="Asia">
                <outline type="rss" text="One &amp; two" xmlUrl="https://One.example/feed?a=1&amp;b=2"/>
              </outline></outline>
              <outline text="Again" xmlUrl="https://one.example/feed?a=1&amp;b=2"/>
              <outline title="Old reader" XMLURL="http://two.example/rss"/>
            </body></opml>
            """,
            NOW);
    assertThat(content.isOpml()).isTrue();
    assertThat(content.feeds().values())
        .extracting(Feed::getUrl, Feed::getTitle, Feed::getFolders)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "https://one.example/feed?a=1&b=2", "One & two", List.of("World", "Asia")),
            org.assertj.core.groups.Tuple.tuple("http://two.example/rss", "Old reader", List.of()));
  }

  @Test
  void unescapedAmpersandsAndAddressesThatAreNoneCostOnlyThemselves() {
    Opml.Content content =
        Opml.read(
            """
            <opml version="2.0"><body>
              <outline text="A & B" xmlUrl="https://a.example/feed?x=1&y=2"/>
              <outline text="bad" xmlUrl="htp://x"/>
            </body></opml>
            """,
            NOW);
    assertThat(content.feeds().keySet()).containsExactly("https://a.example/feed?x=1&y=2");
    assertThat(content.rejected()).containsExactly("htp://x");
  }

  @Test
  void whatIsNoOpmlIsToldApart() {
    assertThat(Opml.read("{\"feeds\": []}", NOW).isOpml()).isFalse();
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() {
    List<Feed> feeds =
        List.of(
            feed("https://a.example/feed?x=1&y=2", "A \"quoted\" <title>", List.of()),
            feed("https://b.example/", "B", List.of("World", "Asia & Pacific")));
    Opml.Content content = Opml.read(Opml.write(feeds), NOW);
    assertThat(content.feeds().values()).containsExactlyElementsOf(feeds);
  }

  private static Feed feed(String url, String title, List<String> folders) {
    return Feed.newBuilder().setUrl(url).setTitle(title).setFolders(folders).setAdded(NOW).build();
  }
}
