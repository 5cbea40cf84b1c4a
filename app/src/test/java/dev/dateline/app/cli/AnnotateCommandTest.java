package dev.dateline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotateCommandTest {

  private Path article = Path.of("");
  private Path directory = Path.of("");

  @BeforeEach
  void writeArticle(@TempDir Path folder) throws IOException {
    directory = folder;
    article =
        Files.writeString(
            folder.resolve("article.txt"),
            "Wagner Group chief Yevgeny Prigozin spoke in Paris, Texas, on Monday. Prigozin said"
                + " that the troops would leave.");
  }

  @Test
  void anAliasFileGivesItsIdsAndNames() throws IOException {
    Path aliases =
        Files.writeString(
            directory.resolve("aliases.tsv"),
            "wikidata:Q4378472\tYevgeny V. Prigozhin\tPrigozhin\n");

    CommandRun run =
        CommandRun.of(Map.of(), "annotate", "--aliases", aliases.toString(), article.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("\"wikidata:Q4378472\"", "\"Yevgeny V. Prigozhin\"")
        .doesNotContain("person:prihosin");
  }

  @Test
  void anExplanationSaysWhyInEightyColumns() {
    CommandRun run = CommandRun.of(Map.of(), "annotate", "--explain", article.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("Yevgeny Prigozhin · person · ", "written Prigozin, folds to ")
        .contains("1. Paris, Texas, US (settlement)", "size and kind");
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }
}
