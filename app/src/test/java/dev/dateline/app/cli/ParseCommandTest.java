package dev.dateline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would be published, shown without Kafka. */
final class ParseCommandTest {

  private final Path folder;

  ParseCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFeedGivesALineForEachItemWithAddressesCountedFromWhereItWasFound() throws IOException {
    Path feed =
        write(
            "feed.xml",
            "<rss version='2.0'><channel><title>T</title><language>en</language><item><title>One</title><link>/1</link>"
                + "<pubDate>Fri, 20 Nov 2020 08:30:00 GMT</pubDate><author>a@x.example (Ann Writer)</author><description>Text.</description></item>"
                + "<item><title>Two</title><link>/2</link></item></channel></rss>");

    CommandRun run = run("--url", "https://news.example/feed.xml", feed.toString());

    assertThat(run.status()).isZero();
    List<JsonNode> lines = lines(run);
    assertThat(lines).hasSize(2);
    JsonNode one = lines.get(0);
    assertThat(one.fieldNames())
        .toIterable()
        .containsExactly(
            "file",
            "id",
            "url",
            "title",
            "authors",
            "published",
            "modified",
            "language",
            "text",
            "warnings");
    assertThat(one.path("file").textValue()).isEqualTo(feed.toString());
    assertThat(one.path("url").textValue()).isEqualTo("https://news.example/1");
    assertThat(one.path("authors").path(0).textValue()).isEqualTo("Ann Writer");
    assertThat(one.path("published").textValue()).isEqualTo("2020-11-20T08:30:00Z");
    assertThat(one.path("language").textValue()).isEqualTo("en");
    assertThat(one.path("text").textValue()).isEqualTo("Text.");
    assertThat(one.path("warnings")).isEmpty();
  }

  @Test
  void aFileOfNoKnownKindGivesAnErrorLineAndTheOthersGoOn() throws IOException {
    Path plant = write("plant.xml", "<plant/>");
    Path page = write("page.html", "<title>T</title><p>Some words of a page.</p>");

    CommandRun run = run(plant.toString(), page.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(lines(run)).hasSize(2);
    assertThat(lines(run).get(0).path("error").textValue()).isEqualTo("unknown-format");
    assertThat(lines(run).get(1).path("text").textValue()).isEqualTo("Some words of a page.");
    assertThat(run.err().lines())
        .containsExactly(
            "reading " + plant + ": XML of <plant>, which is no feed, sitemap, NITF or NewsML-G2");
  }

  @Test
  void aSitemapIndexHoldsNoArticleAndNamesTheSitemapsThatDo() throws IOException {
    Path index =
        write(
            "sitemap.xml",
            "<?xml version='1.0'?><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>https://news.example/november.xml</loc></sitemap>"
                + "<sitemap><loc>https://news.example/october.xml</loc></sitemap></sitemapindex>");

    CommandRun run = run(index.toString());

    assertThat(run.status()).isEqualTo(3);
    assertThat(lines(run)).hasSize(1);
    assertThat(lines(run).get(0).path("error").textValue()).isEqualTo("missing-text");
    assertThat(run.err().lines())
        .containsExactly(
            "reading "
                + index
                + ": a sitemap index holds no articles itself: give the sitemaps it names, like"
                + " https://news.example/november.xml, or have the index polled with `dateline"
                + " feeds add`");
  }

  @Test
  void whatIsNoAddressIsRefused() throws IOException {
    CommandRun run = run("--url", "news.example", write("x.txt", "x").toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--url news.example: not a whole http or https address");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("ingest", "parse"));
    all.addAll(List.of(arguments));
    return CommandRun.of(Map.of(), all.toArray(String[]::new));
  }

  private static List<JsonNode> lines(CommandRun run) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return lines;
  }
}
