package dev.dateline.sink.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesFilesTest {

  private static final String ALERT = "{\"id\":\"a\"}";
  private static final String LINE = "{\"partition\":0,\"offset\":7,\"alert\":{\"id\":\"a\"}}";

  private final Path folder;

  JsonLinesFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void eachRecordIsALineWithItsPartitionAndOffset() throws IOException {
    append(1_000, 7);

    assertThat(names()).containsExactly("alerts-000001.jsonl");
    assertThat(lines()).containsExactly(LINE);
  }

  @Test
  void newFileBeginsWhenTheNextLineWouldNotFitAndAWriterThatComesLaterGoesOnInTheLast()
      throws IOException {
    append(2L * (LINE.length() + 1), 0, 1, 2);
    assertThat(names()).containsExactly("alerts-000001.jsonl", "alerts-000002.jsonl");

    append(2L * (LINE.length() + 1), 3, 4);
    assertThat(names())
        .containsExactly("alerts-000001.jsonl", "alerts-000002.jsonl", "alerts-000003.jsonl");
    assertThat(lines()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void recordLongerThanAFileHasOneOfItsOwn() throws IOException {
    append(10, 0, 1);

    assertThat(names()).hasSize(2);
    assertThat(lines()).hasSize(2);
  }

  @Test
  void recordThatIsReadAgainIsNotWrittenAgainWhicheverFileItIsIn() throws IOException {
    append(10, 0, 1, 2);
    append(10, 0, 1, 2, 3);

    assertThat(lines()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void halfALineThatAKillLeftIsTakenBackAndItsRecordWrittenWhole() throws IOException {
    append(1_000, 0);
    Files.writeString(
        folder.resolve("alerts-000001.jsonl"),
        "{\"partition\":0,\"offset\":1,\"ale",
        StandardOpenOption.APPEND);

    append(1_000, 0, 1);

    assertThat(lines())
        .containsExactly(
            LINE.replace("\"offset\":7", "\"offset\":0"),
            LINE.replace("\"offset\":7", "\"offset\":1"));
  }

  private void append(long mostBytes, long... offsets) throws IOException {
    try (JsonLinesFiles files = JsonLinesFiles.open(folder, mostBytes)) {
      for (long offset : offsets) {
        files.append(0, offset, ALERT);
      }
    }
  }

  private List<String> names() throws IOException {
    return files().stream().map(path -> path.getFileName().toString()).toList();
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files()) {
      lines.addAll(Files.readAllLines(file));
    }
    return lines;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }
}
