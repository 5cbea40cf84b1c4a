package dev.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.StatedTime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Feeds of every format, valid and broken, against {@code expected.txt} beside them: a line with
 * {@code ==} names the file, the next one is the feed, the others its items.
 */
final class FeedReaderTest {

  @TestFactory
  List<DynamicTest> aFeedGivesWhatIsExpected() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    expected()
        .forEach(
            (file, lines) ->
                tests.add(
                    DynamicTest.dynamicTest(
                        file, () -> assertThat(describe(read(file))).isEqualTo(lines))));
    assertThat(tests).hasSizeGreaterThan(25);
    return tests;
  }

  @Test
  void whatIsNoFeedGivesNone() {
    for (String text : List.of("", "hello", "<html><body>x</body></html>", "{\"a\":1}", "<x/>")) {
      assertThat(FeedReader.read(text.getBytes(StandardCharsets.UTF_8), source("x"))).isEmpty();
    }
  }

  @Test
  void aFeedCutAtAnyByteGivesTheItemsBefore() throws IOException {
    byte[] whole = bytes("rss-2.0.xml");
    for (int length = 700; length < whole.length; length += 7) {
      byte[] cut = Arrays.copyOf(whole, length);
      int complete = count(new String(cut, StandardCharsets.UTF_8), "</item>");

      List<FeedEntry> entries = FeedReader.read(cut, source("cut")).orElseThrow().entries();

      assertThat(entries).as("cut at %d", length).hasSize(complete);
    }
  }

  @Test
  void aRetitledItemKeepsItsIdAndOneThatMovedDoesToo() {
    FeedEntry before = item("First words", "https://news.example/a", "g1");
    FeedEntry retitled = item("Other words", "https://news.example/a", "g1");
    FeedEntry moved = item("First words", "https://news.example/b", "g1");

    assertThat(retitled.draft().address()).isEqualTo(before.draft().address());
    assertThat(moved.draft().address()).isEqualTo(before.draft().address());
  }

  @Test
  void aGuidWithTheHeadlineInItChangesNothingWhenTheItemIsRetitled() {
    FeedEntry before =
        item("The first headline", "https://news.example/a", "news: The first headline");
    FeedEntry retitled =
        item("Another headline now", "https://news.example/a", "news: Another headline now");

    assertThat(retitled.draft().address()).isEqualTo(before.draft().address());
  }

  @Test
  void relativeAddressesCountFromWhereTheFeedWasFetched() {
    byte[] feed =
        "<rss><channel><item><title>T</title><link>../a</link></item></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);

    Feed read =
        FeedReader.read(
                feed, FeedSource.fetched(URI.create("https://news.example/x/feed.xml"), null))
            .orElseThrow();

    assertThat(read.entries().get(0).draft().url()).isEqualTo("https://news.example/a");
  }

  @Test
  void theTransportsCharacterSetCountsBeforeTheDeclared() {
    byte[] feed =
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>Вестник</title></channel></rss>"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(
            FeedReader.read(
                    feed,
                    FeedSource.fetched(URI.create("https://news.example/"), StandardCharsets.UTF_8))
                .orElseThrow()
                .title())
        .isEqualTo("Вестник");
  }

  private static FeedEntry item(String title, String link, String guid) {
    String feed =
        "<rss><channel><link>https://news.example/</link><item><title>%s</title><link>%s</link><guid isPermaLink=\"false\">%s</guid></item></channel></rss>"
            .formatted(title, link, guid);
    return FeedReader.read(feed.getBytes(StandardCharsets.UTF_8), source("x"))
        .orElseThrow()
        .entries()
        .get(0);
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private static FeedSource source(String file) {
    return FeedSource.file(file, "feed/" + file);
  }

  private static Feed read(String file) throws IOException {
    return FeedReader.read(bytes(file), source(file)).orElseThrow();
  }

  private static List<String> describe(Feed feed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        join(
            feed.kind(),
            feed.title(),
            feed.site(),
            feed.self(),
            feed.timeToLive(),
            feed.children(),
            feed.warnings()));
    for (FeedEntry entry : feed.entries()) {
      ArticleDraft draft = entry.draft();
      lines.add(
          join(
              draft.url(),
              draft.title(),
              time(draft.published()),
              time(draft.modified()),
              draft.authors(),
              draft.declaredLanguage(),
              draft.section(),
              draft.source(),
              draft.address(),
              draft.id(),
              entry.summaryOnly() ? "summary" : "whole",
              draft.text().replace("\n", "\\n"),
              draft.warnings()));
    }
    return lines;
  }

  private static String join(@Nullable Object... parts) {
    return String.join(" | ", Arrays.stream(parts).map(String::valueOf).toList()).strip();
  }

  private static @Nullable String time(@Nullable StatedTime time) {
    return time == null ? null : time.instant() + (time.day() ? " day" : "");
  }

  private static Map<String, List<String>> expected() throws IOException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    List<String> lines = List.of();
    for (String line : new String(bytes("expected.txt"), StandardCharsets.UTF_8).lines().toList()) {
      if (line.startsWith("== ")) {
        lines = new ArrayList<>();
        expected.put(line.substring(3), lines);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line.strip());
      }
    }
    return expected;
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(FeedReaderTest.class.getResourceAsStream(file), file)) {
      return in.readAllBytes();
    }
  }
}
