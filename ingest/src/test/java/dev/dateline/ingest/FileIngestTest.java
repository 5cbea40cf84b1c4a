package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.parse.WarcBuilder;
import dev.dateline.ingest.publish.FakeKafka;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileIngestTest {

  private final Path folder;
  private final FakeKafka kafka = new FakeKafka();
  private final Told told = new Told();

  FileIngestTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aFolderIsPublishedOnceAndASecondRunFindsNothingNew() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "date 2023-05-25 one");
    Files.writeString(folder.resolve("b.jsonl"), "{\"text\": \"two\"}\n{\"text\": \"three\"}\n");
    IngestSummary first = ingest().runOnce();
    assertThat(first).isEqualTo(new IngestSummary(3, 0, 0, 0, 0));
    IngestSummary second = ingest().runOnce();
    assertThat(second).isEqualTo(new IngestSummary(0, 0, 3, 0, 0));
    assertThat(second.isNothingNew()).isTrue();
    assertThat(kafka.articles()).containsExactly("1:one", "1:two", "1:three");
  }

  @Test
  void whatIsBadIsToldInOneLineEachAndTheRestIsPublished() throws IOException {
    Files.write(folder.resolve("a.txt"), new byte[50]);
    Files.writeString(folder.resolve("b.jsonl"), "{broken\n{\"text\": \"one\"}\n");
    Files.write(folder.resolve("c.txt"), new byte[] {'Z', (byte) 0xFC, 'r'});
    Files.writeString(folder.resolve("d.txt"), "");
    assertThat(ingest().runOnce()).isEqualTo(new IngestSummary(3, 0, 0, 2, 2));
    assertThat(kafka.articles()).containsExactly("1:one", "1:Zür", "1:");
    assertThat(told.lines)
        .containsExactly(
            "reading "
                + folder.resolve("a.txt")
                + ": not a text: it holds nothing but 50 zero bytes",
            "reading "
                + folder.resolve("b.jsonl")
                + ": line 1: not JSON: Unexpected character ('b' (code 98)): was expecting"
                + " double-quote to start field name",
            "reading " + folder.resolve("c.txt") + ": not UTF-8: read as windows-1252",
            "reading " + folder.resolve("d.txt") + ": the text is empty");
  }

  @Test
  void progressEndsWithEveryByteAndFileRead() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one");
    Files.writeString(folder.resolve("b.jsonl"), "{\"text\": \"two\"}\n");
    ingest().runOnce();
    assertThat(told.progress.get(told.progress.size() - 1))
        .isEqualTo(new IngestProgress(2, 2, 19, 19, 2));
  }

  @Test
  void aWatchedFolderGivesWhatIsAddedAndChangedUntilClosed() throws Exception {
    Files.writeString(folder.resolve("a.txt"), "one");
    FileIngest ingest = ingest();
    CompletableFuture<IngestSummary> watching = CompletableFuture.supplyAsync(() -> watch(ingest));
    Awaitility.await().until(() -> told.published.contains("1:one"));
    Files.writeString(folder.resolve("b.txt"), "two");
    Awaitility.await().until(() -> told.published.contains("1:two"));
    Files.writeString(folder.resolve("a.txt"), "one, revised");
    Files.setLastModifiedTime(
        folder.resolve("a.txt"), FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
    Awaitility.await().until(() -> told.published.contains("2:one, revised"));
    ingest.close();
    assertThat(watching.join()).isEqualTo(new IngestSummary(2, 1, 0, 0, 0));
    assertThat(told.published).containsExactly("1:one", "1:two", "2:one, revised");
  }

  @Test
  void anArchiveOfTwoThousandPagesIsPublishedInOrderAndOnceThoughKilledAtRandomBytes()
      throws IOException {
    int pages = 2_000;
    Path archive = folder.resolve("crawl.warc.gz");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
      for (int i = 0; i < pages; i++) {
        String page = "<title>%1$d</title><p>Page %1$d of the crawl.</p>".formatted(i);
        out.write(
            WarcBuilder.gzip(
                WarcBuilder.response(
                    "https://news.example/" + i,
                    "200 OK",
                    "text/html",
                    page.getBytes(StandardCharsets.UTF_8))));
      }
    }
    long seed = 20261124;
    Random random = new Random(seed);
    for (int kill = 0; kill < 4; kill++) {
      told.killAt = 1 + (long) (random.nextDouble() * Files.size(archive));
      assertThatThrownBy(() -> ingest().runOnce()).as("seed %d", seed).hasMessage("killed");
    }
    told.killAt = Long.MAX_VALUE;

    ingest().runOnce();

    assertThat(kafka.articles())
        .isEqualTo(
            IntStream.range(0, pages).mapToObj(i -> "1:Page " + i + " of the crawl.").toList());
  }

  private static IngestSummary watch(FileIngest ingest) {
    try {
      return ingest.watch();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private FileIngest ingest() {
    IngestSettings settings =
        new IngestSettings(
            IngestSettings.defaults().publisher(), Duration.ofDays(7), Duration.ofMillis(20));
    return new FileIngest(
        List.of(folder),
        settings,
        Clock.systemUTC(),
        told,
        () -> kafka.start(settings.publisher(), told::published));
  }

  private static final class Told implements IngestListener {

    final List<String> lines = new ArrayList<>();
    long killAt = Long.MAX_VALUE;
    final List<IngestProgress> progress = new ArrayList<>();
    final List<String> published = new CopyOnWriteArrayList<>();

    @Override
    public void progressed(IngestProgress now) {
      if (now.bytesRead() >= killAt) {
        throw new IllegalStateException("killed");
      }
      progress.add(now);
    }

    @Override
    public void published(dev.dateline.schemas.avro.Article article) {
      published.add(article.getRevision() + ":" + article.getText());
    }

    @Override
    public void rejected(Rejection rejection) {
      lines.add(rejection.describe());
    }

    @Override
    public void warned(SourcePosition position, String warning) {
      lines.add("reading " + position + ": " + warning);
    }
  }
}
