package dev.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.article.StatedTime;
import dev.dateline.ingest.feed.FeedEntry;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.FeedSource;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.SeenItem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolledFeedTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SITE = "https://news.example/";

  private final PolledFeed feed =
      new PolledFeed(Feed.newBuilder().setUrl(SITE + "feed").setAdded(NOW).build(), null);

  @Test
  void itemsAreDealtWithOldestFirstAndOnce() {
    List<FeedEntry> entries = List.of(item("2", "b", "Two", 2), item("1", "a", "One", 1));
    assertThat(deal(entries)).containsExactly("One new", "Two new");
    assertThat(deal(entries)).isEmpty();
  }

  @Test
  void aRetitledItemIsAVersionOfTheSameArticle() {
    deal(List.of(item("1", "a", "One", 1)));
    assertThat(deal(List.of(item("1", "a", "One, corrected", 1))))
        .containsExactly("One, corrected again");
  }

  @Test
  void anItemUnderANewGuidAndTheSameLinkIsTheSameArticle() {
    deal(List.of(item("1", "a", "One", 1)));
    assertThat(deal(List.of(item("1-changed", "a", "One, corrected", 1))))
        .containsExactly("One, corrected again");
    assertThat(deal(List.of(item("1-once-more", "a", "One, corrected", 1)))).isEmpty();
  }

  @Test
  void anItemWhoseLinkFollowsItsHeadlineIsTheSameArticleByItsGuidAndTime() {
    deal(List.of(item("1", "one", "One", 1)));
    assertThat(deal(List.of(item("1", "one-corrected", "One, corrected", 1))))
        .containsExactly("One, corrected again");
  }

  @Test
  void aGuidThatAFeedUsesForEveryItemHidesNone() {
    assertThat(deal(List.of(item("same", "a", "One", 1)))).containsExactly("One new");
    assertThat(deal(List.of(item("same", "b", "Two", 2)))).containsExactly("Two new");
    assertThat(deal(List.of(item("same", "b", "Two", 2)))).isEmpty();
  }

  @Test
  void aLinkThatSeveralItemsShareMakesThemNoVersionsOfEachOther() {
    assertThat(deal(List.of(item("2", "live", "Two", 2), item("1", "live", "One", 1))))
        .containsExactly("One new", "Two new");
    assertThat(deal(List.of(item("3", "live", "Three", 3), item("2", "live", "Two", 2))))
        .containsExactly("Three new");
  }

  @Test
  void theTextOfAnItemThatStandsAsItDidIsNotReadAgain() {
    assertThat(deal(read("One.", "Two."))).containsExactly("T2 new", "T1 new");
    List<FeedEntry> again = read("One.", "Two, corrected.");
    assertThat(again).extracting(FeedEntry::isRead).containsExactly(false, true);
    assertThat(deal(again)).containsExactly("T2 again");
    assertThat(again.get(0).isRead()).isFalse();
    assertThat(again.get(0).draft().text()).isEqualTo("One.");
    assertThat(deal(read("One.", "Two, corrected."))).isEmpty();
  }

  @Test
  void anItemIsKnownByItsVersionWhenItsMarkIsNot() {
    deal(read("One.", "Two."));
    feed.fresh(List.of());
    List<FeedEntry> again = read("One.", "Two.");
    assertThat(again).extracting(FeedEntry::isRead).containsExactly(true, true);
    assertThat(deal(again)).isEmpty();
  }

  @Test
  void whatIsWrittenAsCharactersIsNotWhatIsWrittenAsMarkup() {
    deal(read("<b>x</b> &lt;p&gt;y&lt;/p&gt;", "Two."));
    assertThat(deal(read("<b>x</b> <![CDATA[<p>y</p>]]>", "Two."))).containsExactly("T1 again");
  }

  @Test
  void anItemThatHoldsOthersHasNoMark() {
    deal(read("One.</description><item><link>https://news.example/3</link><description>", "Two."));
    assertThat(feed.marks()).hasSize(2);
  }

  /** Reads a feed of two items as one that was asked for with the marks of the last answer. */
  private List<FeedEntry> read(String one, String two) {
    String xml =
        """
        <rss version="2.0"><channel><title>News</title>
        <item><title>T1</title><link>https://news.example/1</link><description>%s</description></item>
        <item><title>T2</title><link>https://news.example/2</link><description>%s</description></item>
        </channel></rss>
        """
            .formatted(one, two);
    FeedSource source = FeedSource.fetched(URI.create(SITE + "feed"), StandardCharsets.UTF_8);
    dev.dateline.ingest.feed.Feed read =
        FeedReader.read(xml.getBytes(StandardCharsets.UTF_8), source).orElseThrow();
    read.readTexts(feed.marks());
    return read.entries();
  }

  @Test
  void whatAServerIsAskedWithIsTakenOverOnlyWhenAllIsDealtWith() {
    feed.opened(null);
    feed.unchanged(
        new Answer.Unchanged(
            200, new Answer.Validators("\"e\"", null, "h"), java.time.Duration.ZERO),
        NOW);
    assertThat(feed.snapshot().getEtag()).isNull();
    feed.closed();
    assertThat(feed.snapshot().getEtag()).isEqualTo("\"e\"");
  }

  @Test
  void whatIsRememberedIsBoundedAndKeepsWhatTheFeedShows() {
    for (int i = 0; i < 1_000; i++) {
      deal(List.of(item("g" + i, "l" + i, "T" + i, i % 20)));
    }
    List<SeenItem> seen = feed.snapshot().getSeen();
    assertThat(seen).hasSize(200);
    assertThat(deal(List.of(item("g999", "l999", "T999", 999 % 20)))).isEmpty();
  }

  /** Deals with what is fresh, and tells of it. */
  private List<String> deal(List<FeedEntry> entries) {
    List<String> told = new ArrayList<>();
    for (PolledFeed.Fresh fresh : feed.fresh(entries)) {
      told.add(fresh.entry().draft().title() + (fresh.isNew() ? " new" : " again"));
      if (fresh.isNew()) {
        fresh.item().setArticleId("article of " + fresh.item().getIdentity());
      }
      assertThat(fresh.item().getArticleId()).isNotEmpty();
      feed.remember(fresh.item());
    }
    return told;
  }

  private static FeedEntry item(String guid, String path, String title, int hour) {
    ArticleDraft draft =
        ArticleDraft.builder(SourcePosition.wholeFile(SITE + "feed"), guid, SITE + "feed#" + guid)
            .identity(SITE + "feed#" + guid)
            .url(SITE + path)
            .title(title)
            .text(title + ".")
            .published(new StatedTime(NOW.plusSeconds(3600L * hour), false))
            .build();
    return FeedEntry.of(draft, false);
  }
}
