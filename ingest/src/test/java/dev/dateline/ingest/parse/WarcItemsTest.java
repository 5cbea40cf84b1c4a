package dev.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of web pages, as crawls write them. */
final class WarcItemsTest {

  private static final String PAGE =
      "<html><head><title>%1$s</title></head><body><p>%1$s: the ministry said on Tuesday, after a"
          + " night of talks, that the bridge was open again.</p></body></html>";

  private final Path folder;

  WarcItemsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void onlySuccessfulPagesOfAnArchiveAreArticlesEachUnderItsAddress() throws IOException {
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    warc.write(WarcBuilder.info());
    warc.write(page("https://news.example/1?utm_source=x", "200 OK", "text/html", "One"));
    warc.write(page("https://news.example/gone", "404 Not Found", "text/html", "Gone"));
    warc.write(page("https://news.example/moved", "301 Moved", "text/html", "Moved"));
    warc.write(page("https://news.example/x.json", "200 OK", "application/json", "{}"));
    warc.write(WarcBuilder.request("https://news.example/2"));
    warc.write(page("https://news.example/2", "200 OK", "text/html; charset=koi8-r", "Мост"));

    List<SourceItem> items = items(file("crawl.warc", warc.toByteArray()));

    assertThat(items).allMatch(ArticleDraft.class::isInstance);
    assertThat(items.stream().map(ArticleDraft.class::cast).map(ArticleDraft::url))
        .containsExactly("https://news.example/1", "https://news.example/2");
    assertThat(items.stream().map(ArticleDraft.class::cast).map(ArticleDraft::title))
        .containsExactly("One", "Мост");
    assertThat(items.get(1).position()).hasToString(folder.resolve("crawl.warc") + ": record 7");
  }

  @Test
  void everyRecordMayBeAGzipMemberOfItsOwn() throws IOException {
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    warc.write(WarcBuilder.gzip(WarcBuilder.info()));
    for (int i = 0; i < 50; i++) {
      warc.write(
          WarcBuilder.gzip(page("https://news.example/" + i, "200 OK", "text/html", "No " + i)));
    }

    List<SourceItem> items = items(file("crawl.warc.gz", warc.toByteArray()));

    assertThat(items).hasSize(50);
    assertThat(((ArticleDraft) items.get(49)).title()).isEqualTo("No 49");
  }

  @Test
  void anArchiveThatIsCutGivesThePagesBeforeAndSaysSo() throws IOException {
    ByteArrayOutputStream warc = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      warc.write(page("https://news.example/" + i, "200 OK", "text/html", "No " + i));
    }
    byte[] cut = Arrays.copyOf(warc.toByteArray(), warc.size() - 100);

    List<SourceItem> items = items(file("cut.warc", cut));

    assertThat(items.subList(0, 2)).allMatch(ArticleDraft.class::isInstance);
    assertThat(items.subList(2, items.size())).isNotEmpty().allMatch(Rejection.class::isInstance);
  }

  @Test
  void whatIsNoArchiveIsOneClearLine() throws IOException {
    List<SourceItem> items = items(file("no.warc", "hello".getBytes(StandardCharsets.UTF_8)));

    assertThat(items).hasSize(1);
    assertThat(((Rejection) items.get(0)).code()).isEqualTo(RejectionCode.UNREADABLE);
  }

  private static byte[] page(String address, String status, String type, String title) {
    Charset charset = type.contains("koi8-r") ? Charset.forName("KOI8-R") : StandardCharsets.UTF_8;
    return WarcBuilder.response(address, status, type, PAGE.formatted(title).getBytes(charset));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static List<SourceItem> items(Path file) {
    List<SourceItem> items = new ArrayList<>();
    try (SourceItems read = ArticleReader.open(file)) {
      read.forEachRemaining(items::add);
    }
    return items;
  }
}
