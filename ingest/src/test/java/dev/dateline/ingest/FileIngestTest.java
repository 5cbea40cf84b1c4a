package dev.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.publish.FakeKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
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
    final List<IngestProgress> progress = new ArrayList<>();
    final List<String> published = new CopyOnWriteArrayList<>();

    @Override
    public void progressed(IngestProgress now) {
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
