package dev.dateline.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.avro.TimeAnchor;
import dev.dateline.schemas.avro.TimeExpression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeScorerTest {

  private static final String TEXT = "😀 On Tuesday and in May, last year.";

  @Test
  void aTimeIsRightWhenItsDaysAre() {
    TimeScorer scorer = new TimeScorer();

    scorer.add(
        "a",
        TEXT,
        List.of(
            new TimeScorer.GoldTime(5, 12, "2023-05-23", "DATE"),
            new TimeScorer.GoldTime(20, 23, "2023-05", "DATE"),
            new TimeScorer.GoldTime(25, 34, "2022", "DATE"),
            new TimeScorer.GoldTime(25, 34, "P1Y", "DURATION")),
        List.of(
            time(5, 12, "Tuesday", "2023-05-23", "2023-05-23"),
            time(20, 23, "May", "2023-05-01", "2023-05-30"),
            time(0, 1, "😀", "2023-05-01", "2023-05-30")));

    assertThat(scorer.figures()).isEqualTo(new TimeScorer.Figures(3, 66.7, 33.3, 50.0, 66.7, 3, 0));
    assertThat(scorer.errors())
        .containsExactly(
            "a: wrong days: \"May\" 2023-05, read as \"May\" 2023-05-01..2023-05-30 by test",
            "a: not found: \"last year\" 2022",
            "a: not in the gold: \"😀\" 2023-05-01..2023-05-30 by test");
    assertThat(scorer.table()).contains("right days, of all").contains("33.3%");
  }

  @Test
  void aPositionThatDoesNotHoldItsSurfaceIsCounted() {
    TimeScorer scorer = new TimeScorer();

    scorer.add("a", TEXT, List.of(), List.of(time(4, 11, "Tuesday", "2023-05-23", "2023-05-23")));

    assertThat(scorer.figures().badOffsets()).isEqualTo(1);
  }

  @Test
  void valuesOfTimexGiveTheirDays() {
    assertThat(TimexValue.parse("2023-W21")).hasValue(value("2023-05-22", "2023-05-28"));
    assertThat(TimexValue.parse("2023-Q4")).hasValue(value("2023-10-01", "2023-12-31"));
    assertThat(TimexValue.parse("2024-02")).hasValue(value("2024-02-01", "2024-02-29"));
    assertThat(TimexValue.parse("2024")).hasValue(value("2024-01-01", "2024-12-31"));
    assertThat(TimexValue.parse("2024-02-29T10:00")).hasValue(value("2024-02-29", "2024-02-29"));
    assertThat(TimexValue.parse("PRESENT_REF")).isEmpty();
    assertThat(TimexValue.parse("--10")).isEmpty();
    assertThat(TimexValue.parse("2024-02-30")).isEmpty();
  }

  @Test
  void documentsOfACorpusBecomeArticlesWithoutTheirGold(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gold.jsonl");
    Files.writeString(
        file,
        """
        {"id":"a","text":"T","dct":"20230525","timex":[]}

        {"id":"b","text":"U","title":"H"}
        """);

    List<GoldDocument> documents = GoldDocuments.read(file);

    assertThat(documents).extracting(GoldDocument::id).containsExactly("a", "b");
    assertThat(documents.get(0).published()).isEqualTo("2023-05-25");
    assertThat(documents.get(0).article().getPublished()).isEqualTo("2023-05-25T00:00:00Z");
    assertThat(documents.get(1).article().getPublished()).isNull();
    assertThat(documents.get(1).article().getTitle()).isEqualTo("H");
  }

  @Test
  void aLineThatIsNoDocumentIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("gold.jsonl");
    Files.writeString(file, "{\"id\":\"a\",\"text\":\"T\"}\n{\"id\":\"b\"}\n");

    assertThatThrownBy(() -> GoldDocuments.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("gold.jsonl: line 2: a document needs \"id\" and \"text\"");
  }

  private static TimexValue value(String from, String to) {
    return new TimexValue(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static TimeExpression time(int start, int end, String text, String from, String to) {
    return new TimeExpression(
        start,
        end,
        text,
        LocalDate.parse(from),
        LocalDate.parse(to),
        TimeAnchor.PUBLISHED,
        "test",
        null,
        null);
  }
}
