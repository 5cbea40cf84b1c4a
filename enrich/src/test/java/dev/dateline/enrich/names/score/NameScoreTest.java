package dev.dateline.enrich.names.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameScoreTest {

  @Test
  void onlyExactSpansOfTheSameLabelCount() {
    NameScore score = new NameScore();
    score.add(
        "a",
        "Ada met Grace Hopper in Leeds",
        List.of(
            new ScoredName(0, 3, "PER"),
            new ScoredName(8, 20, "PER"),
            new ScoredName(24, 29, "LOC"),
            new ScoredName(4, 7, "MISC")),
        List.of(
            new ScoredName(0, 3, "PER"),
            new ScoredName(8, 13, "PER"),
            new ScoredName(24, 29, "ORG")));

    assertThat(score.of("PER")).isEqualTo(new NameScore.Figures(1, 2, 2));
    assertThat(score.of("ORG")).isEqualTo(new NameScore.Figures(0, 1, 0));
    assertThat(score.all()).isEqualTo(new NameScore.Figures(1, 3, 3));
    assertThat(score.all().f1()).isCloseTo(100.0 / 3, within(1e-9));
    assertThat(score.errors())
        .containsExactly(
            "missed\tPER\ta\tAda met [Grace Hopper] in Leeds",
            "wrong\tPER\ta\tAda met [Grace] Hopper in Leeds",
            "wrong\tORG\ta\tAda met Grace Hopper in [Leeds]",
            "missed\tLOC\ta\tAda met Grace Hopper in [Leeds]");
  }

  @Test
  void offsetsAreCodePoints() {
    NameScore score = new NameScore();
    ScoredName leeds = new ScoredName(2, 7, "LOC");
    score.add("a", "\ud83d\ude00 Leeds", List.of(leeds), List.of());

    assertThat(score.errors()).containsExactly("missed\tLOC\ta\t\ud83d\ude00 [Leeds]");
  }

  @Test
  void theTableShowsEveryLabel() {
    assertThat(new NameScore().table()).contains("precision", "all", "PER", "ORG", "LOC");
  }

  @Test
  void goldFilesAreReadLineByLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("gold.jsonl");
    Files.writeString(
        file,
        """
        {"id": "a", "text": "Ada", "tokens": ["Ada"], "sents": [[0, 1]], "entities": [{"start": 0, "end": 3, "label": "PER", "x": [1]}]}

        {"id": "b", "text": "", "entities": []}
        """);

    assertThat(GoldNames.read(file))
        .containsExactly(
            new GoldNames("a", "Ada", List.of(new ScoredName(0, 3, "PER"))),
            new GoldNames("b", "", List.of()));
  }

  @Test
  void aBrokenGoldFileIsToldByItsLine(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("gold.jsonl");
    Files.writeString(file, "{\"id\": \"a\"}\n[]\n");

    assertThatThrownBy(() -> GoldNames.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2");
  }
}
