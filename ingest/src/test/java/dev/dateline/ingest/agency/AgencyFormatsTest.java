package dev.dateline.ingest.agency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of news agencies, built after the examples of their standards. */
final class AgencyFormatsTest {

  private final Path folder;

  AgencyFormatsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void nitfGivesHeadlineAuthorsTimeAndParagraphsWithoutCaptions() throws IOException {
    ArticleDraft draft = drafts("nitf.xml").get(0);

    assertThat(draft.id()).isEqualTo("courier.20261120.0042");
    assertThat(draft.address()).isEqualTo("courier.20261120.0042");
    assertThat(draft.title()).isEqualTo("Bridge opens after night of talks");
    assertThat(draft.authors()).containsExactly("Ann Writer", "Bob Byline");
    assertThat(draft.source()).isEqualTo("The Courier");
    assertThat(draft.section()).isEqualTo("Local");
    assertThat(draft.declaredLanguage()).isEqualTo("en");
    assertThat(published(draft)).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
    assertThat(draft.text())
        .isEqualTo(
            """
            The bridge opened on Friday, said Mayor Jo Vale.

            Tolls cost $4 now & drivers complained.

            What next

            Talks go on.""");
    assertThat(draft.warnings()).isEmpty();
  }

  @Test
  void newsMlGivesEachItemOfAMessageAndSaysWhatIsNotUsable() throws IOException {
    List<ArticleDraft> drafts = drafts("newsml-g2.xml");

    assertThat(drafts).hasSize(2);
    ArticleDraft bridge = drafts.get(0);
    assertThat(bridge.address()).isEqualTo("urn:newsml:courier.example:20261120:bridge");
    assertThat(bridge.title()).isEqualTo("Bridge opens after talks");
    assertThat(bridge.authors()).containsExactly("Ann Writer");
    assertThat(bridge.source()).isEqualTo("The Courier Agency");
    assertThat(bridge.section()).isEqualTo("transport");
    assertThat(bridge.declaredLanguage()).isEqualTo("en-GB");
    assertThat(published(bridge)).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
    assertThat(Objects.requireNonNull(bridge.modified()).instant())
        .isEqualTo(Instant.parse("2026-11-20T13:45:00Z"));
    assertThat(bridge.text()).isEqualTo("The bridge opened.\n\nTolls doubled.");
    ArticleDraft withdrawn = drafts.get(1);
    assertThat(withdrawn.title()).isEqualTo("Withdrawn");
    assertThat(withdrawn.authors()).containsExactly("Bob Byline");
    assertThat(withdrawn.text()).isEqualTo("In NITF.");
    assertThat(withdrawn.warnings()).containsExactly("its status is \"stat:canceled\", not usable");
  }

  @Test
  void ninjsOfBothVersionsIsRead() throws IOException {
    ArticleDraft one = drafts("ninjs-1.json").get(0);
    ArticleDraft two = drafts("ninjs-2.json").get(0);

    assertThat(one.url()).isEqualTo("https://courier.example/item/20261120-bridge");
    assertThat(one.title()).isEqualTo("Bridge opens after talks");
    assertThat(one.authors()).containsExactly("Ann Writer", "Bob Byline");
    assertThat(one.section()).isEqualTo("transport");
    assertThat(one.source()).isEqualTo("The Courier");
    assertThat(published(one)).isEqualTo(Instant.parse("2026-11-20T13:30:00Z"));
    assertThat(one.text()).isEqualTo("The bridge opened.\n\nTolls doubled.");
    assertThat(two.address()).isEqualTo("urn:courier:20261120:bridge");
    assertThat(two.title()).isEqualTo("Bridge opens");
    assertThat(two.authors()).containsExactly("Ann Writer");
    assertThat(two.declaredLanguage()).isEqualTo("de");
    assertThat(two.text()).isEqualTo(one.text());
    assertThat(two.warnings()).containsExactly("its status is \"withheld\", not usable");
  }

  @Test
  void xmlOfAnotherKindIsOneClearLine() throws IOException {
    Path file = Files.writeString(folder.resolve("plant.xml"), "<?xml version='1.0'?><plant/>");

    List<SourceItem> items = items(file);

    assertThat(items).hasSize(1);
    assertThat(((Rejection) items.get(0)).describe())
        .isEqualTo(
            "reading " + file + ": XML of <plant>, which is no feed, sitemap, NITF or NewsML-G2");
  }

  @Test
  void aFeedWhoseItemsSayNothingIsOneClearLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("feed.xml"),
            "<rss version='2.0'><channel><title>t</title>"
                + "<item><author>a@b.example</author></item></channel></rss>");

    List<SourceItem> items = items(file);

    assertThat(items).hasSize(1);
    assertThat(((Rejection) items.get(0)).describe())
        .isEqualTo(
            "reading "
                + file
                + ": a feed without an item that can be taken: "
                + "an item has neither title nor text nor address: left out");
  }

  private static Instant published(ArticleDraft draft) {
    return Objects.requireNonNull(draft.published()).instant();
  }

  private List<ArticleDraft> drafts(String resource) throws IOException {
    Path file = folder.resolve(resource);
    try (InputStream in =
        Objects.requireNonNull(AgencyFormatsTest.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, file);
    }
    return items(file).stream().map(ArticleDraft.class::cast).toList();
  }

  private static List<SourceItem> items(Path file) {
    List<SourceItem> items = new ArrayList<>();
    try (SourceItems read = ArticleReader.open(file)) {
      read.forEachRemaining(items::add);
    }
    return items;
  }
}
