package dev.dateline.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScanTest {

  private final Path folder;

  FileScanTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void foldersAreReadToTheirDepthInTheOrderOfNamesWithoutHiddenAndUnfinishedFiles()
      throws IOException {
    Path seeds = folder.resolve("seeds");
    for (String name :
        List.of(
            "b.txt",
            "a/z.html",
            "a/a.jsonl",
            ".hidden.txt",
            ".git/x.txt",
            "c.txt~",
            "d.part",
            "README.md")) {
      write(seeds.resolve(name));
    }
    assertThat(FileScan.of(List.of(seeds)).files().stream().map(FileEntry::addressName))
        .containsExactly("seeds/a/a.jsonl", "seeds/a/z.html", "seeds/b.txt");
  }

  @Test
  void aFileHasTheSameAddressAloneAndInItsFolder() throws IOException {
    Path file = write(folder.resolve("seeds/a.txt"));
    FileScan alone = FileScan.of(List.of(file));
    FileScan both = FileScan.of(List.of(folder.resolve("seeds"), file));
    assertThat(alone.files().get(0).addressName()).isEqualTo("seeds/a.txt");
    assertThat(both.files().stream().map(FileEntry::addressName)).containsExactly("seeds/a.txt");
    assertThat(both.rejections()).isEmpty();
  }

  @Test
  void twoFilesOfOneAddressAreNotTakenForRevisionsOfEachOther() throws IOException {
    Path one = write(folder.resolve("x/news/a.txt"));
    Path other = write(folder.resolve("y/news/a.txt"));
    FileScan scan = FileScan.of(List.of(one, other));
    assertThat(scan.files()).hasSize(1);
    assertThat(scan.rejections().stream().map(Rejection::describe))
        .containsExactly(
            "reading "
                + other
                + ": has the same address as "
                + one
                + ", \"news/a.txt\": give the folder above both, or rename one");
  }

  @Test
  void aMissingPathIsARejectionBesideTheOthers() throws IOException {
    Path file = write(folder.resolve("a.txt"));
    FileScan scan = FileScan.of(List.of(folder.resolve("no.txt"), file));
    assertThat(scan.files()).hasSize(1);
    assertThat(scan.rejections().stream().map(Rejection::code))
        .containsExactly(RejectionCode.NO_SUCH_FILE);
  }

  @Test
  void aSourceGivesTheEntriesOfAllFilesOneAfterTheOther() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"1\"}\nbad\n{\"text\": \"2\"}\n");
    Files.writeString(folder.resolve("b.txt"), "three");
    List<String> positions = new ArrayList<>();
    try (SourceItems items = new FileSource(List.of(folder, folder.resolve("no"))).open()) {
      items.forEachRemaining(item -> positions.add(item.position().toString()));
      assertThat(items.bytesRead()).isEqualTo(37);
    }
    assertThat(positions)
        .containsExactly(
            folder.resolve("no").toString(),
            folder.resolve("a.jsonl") + ": line 1",
            folder.resolve("a.jsonl") + ": line 2",
            folder.resolve("a.jsonl") + ": line 3",
            folder.resolve("b.txt").toString());
  }

  private static Path write(Path file) throws IOException {
    Files.createDirectories(file.resolveSibling("."));
    return Files.writeString(file, "text");
  }
}
