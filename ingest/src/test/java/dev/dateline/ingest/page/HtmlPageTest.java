package dev.dateline.ingest.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

  private static final String PARAGRAPHS =
      "<p>The ministry said on Tuesday, after a night of talks, that the bridge was open again.</p>"
          + "<p>Drivers, traders and commuters welcomed the news, although tolls have doubled.</p>";

  private final Path folder;

  HtmlPageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void linkedDataSpeaksFirst() throws IOException {
    ArticleDraft draft =
        page(
            """
            <html lang="en-GB"><head><title>Bridge open - The Courier</title>
            <link rel="canonical" href="https://www.courier.example/bridge?utm_source=feed">
            <meta property="og:title" content="Bridge open!">
            <script type="application/ld+json">{"@graph": [{"@type": "WebPage"},
              {"@type": ["NewsArticle"], "headline": "Bridge &amp; tolls", "datePublished":
              "2024-10-08T06:40:00+0200", "dateModified": "2024-10-09", "articleSection": ["Local"],
              "author": [{"name": "Ann Writer"}], "publisher": {"name": "The Courier"}}]}</script>
            </head><body><article>%s</article></body></html>
            """
                .formatted(PARAGRAPHS));
    assertThat(draft.title()).isEqualTo("Bridge & tolls");
    assertThat(draft.url()).isEqualTo("https://www.courier.example/bridge");
    assertThat(draft.address()).isEqualTo(draft.url());
    assertThat(draft.source()).isEqualTo("The Courier");
    assertThat(draft.section()).isEqualTo("Local");
    assertThat(draft.declaredLanguage()).isEqualTo("en-GB");
    assertThat(draft.authors()).containsExactly("Ann Writer");
    assertThat(Objects.requireNonNull(draft.published()).instant())
        .isEqualTo(Instant.parse("2024-10-08T04:40:00Z"));
    assertThat(Objects.requireNonNull(draft.modified()).day()).isTrue();
  }

  @Test
  void aWallBeforeTheArticleIsSaid() throws IOException {
    String pays =
        "<html><body><article><h1>Bridge</h1>%s<div class='offer'><p>Subscribe now to keep reading."
            + "</p></div></article></body></html>";
    assertThat(page(pays.formatted(PARAGRAPHS)).warnings())
        .containsExactly("behind a pay wall: the text is what the page shows without paying");
    String declared =
        "<html><head><script type='application/ld+json'>{\"@type\": \"NewsArticle\","
            + " \"isAccessibleForFree\": false}</script></head><body><article>%s</article></body></html>";
    assertThat(
            page(declared.formatted(PARAGRAPHS.repeat(12).replace("Tuesday", "Monday"))).warnings())
        .containsExactly("the page says that it is not free: some of the text may be missing");
    String consent =
        "<html><body><h1>Before you continue</h1><p>We and our 812 partners store cookies to make"
            + " this site work, to measure and to show advertisements.</p><p>You can change that"
            + " whenever you like, in the settings.</p></body></html>";
    assertThat(page(consent).warnings())
        .containsExactly(
            "the page asks for consent or a browser first: the text is what it shows before");
    String minified = "<body><p>Short.</p><nav><a>Home</a><a>Accept all cookies</a></nav>";
    assertThat(page(minified).warnings())
        .containsExactly(
            "the page asks for consent or a browser first: the text is what it shows before");
    assertThat(page("<html><body><article>" + PARAGRAPHS + "</article></body></html>").warnings())
        .isEmpty();
  }

  @Test
  void withoutLinkedDataTheMetaElementsSpeak() throws IOException {
    ArticleDraft draft =
        page(
            "<html><head><title>T</title><script type=application/ld+json>{broken</script>"
                + "<meta property=og:title content='Bridge open'>"
                + "<meta property=article:published_time content=2024-10-08>"
                + "<meta property=og:url content=https://courier.example/bridge></head><body>"
                + PARAGRAPHS);
    assertThat(draft.title()).isEqualTo("Bridge open");
    assertThat(draft.source()).isEqualTo("courier.example");
    assertThat(Objects.requireNonNull(draft.published()).day()).isTrue();
  }

  @Test
  void theBodyIsItsParagraphsAndNothingAroundThem() throws IOException {
    ArticleDraft draft =
        page(
            "<body><nav><p>Home, world, sport, and more to read about</p></nav><div id=main><div>"
                + PARAGRAPHS
                + "<figure><figcaption>The bridge, seen from above</figcaption></figure>"
                + "<ul><li><a href=/x>Read more about it, here and there</a></li></ul></div></div>"
                + "<div class=comments><p>First comment, of many, by somebody who was there</p></div>"
                + "<footer><p>All rights reserved, 2024, The Courier</p></footer>");
    assertThat(draft.text())
        .isEqualTo(
            "The ministry said on Tuesday, after a night of talks, that the bridge was open again.\n\n"
                + "Drivers, traders and commuters welcomed the news, although tolls have doubled.");
    assertThat(draft.address()).isEqualTo("file:" + folder.getFileName() + "/page.html");
  }

  @Test
  void aFrontPageIsNoArticlesAddress() throws IOException {
    ArticleDraft draft =
        page("<link rel=canonical href='https://courier.example/'><body>" + PARAGRAPHS);
    assertThat(draft.url()).isNull();
  }

  @Test
  void aPageWithoutParagraphsSaysSo() throws IOException {
    ArticleDraft draft = page("<html><body><script>var x = 1;</script></body></html>");
    assertThat(draft.text()).isEmpty();
    assertThat(draft.warnings()).containsExactly("the text is empty: the page holds no paragraphs");
  }

  @Test
  void theDeclaredCharacterSetIsUsed() throws IOException {
    String html =
        "<meta charset=\"%s\"><body><p>Za\u017C\u00F3\u0142\u0107 g\u0119\u015Bl\u0105</p>";
    assertThat(page(html.formatted("iso-8859-2"), Charset.forName("ISO-8859-2")).text())
        .isEqualTo("Zażółć gęślą");
    assertThat(page(html.formatted("utf-8"), UTF_8).text()).isEqualTo("Zażółć gęślą");
    assertThat(page("<meta charset=latin1><p>\u0093Z\u00FCrich\u0094", ISO_8859_1).text())
        .isEqualTo("“Zürich”");
  }

  private ArticleDraft page(String html) throws IOException {
    return page(html, UTF_8);
  }

  private ArticleDraft page(String html, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("page.html"), html.getBytes(charset));
    try (SourceItems items = ArticleReader.open(file)) {
      return (ArticleDraft) items.next();
    }
  }
}
