package dev.dateline.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceScorerTest {

  private static final String GOLD =
      """
      {"id": "1", "text": "\uD83D\uDE00 Paris, Rome and Bonn", "toponyms": [\
      {"start": 2, "end": 7, "surface": "Paris", "lat": "48.85", "lon": 2.35}, \
      {"start": 9, "end": 13, "surface": "Rome", "lat": 41.9, "lon": 12.5}, \
      {"start": 18, "end": 22, "surface": "Bonn", "lat": null, "lon": null}]}
      {"id": "2", "text": "Oslo", "toponyms": [{"start": 0, "end": 4, "surface": "Oslo", "lat": 59.9, "lon": 10.7}]}
      """;

  private static final String PREDICTED =
      """
      {"id": "1", "places": [\
      {"start": 2, "end": 7, "text": "Paris", "latitude": 49.0, "longitude": 2.4}, \
      {"start": 9, "end": 13, "text": "Rome", "latitude": 34.3, "longitude": -85.2}, \
      {"start": 14, "end": 17, "text": "and", "latitude": 0, "longitude": 0}, \
      {"start": 18, "end": 22, "text": "Born", "latitude": 50.7, "longitude": 7.1}]}
      """;

  @Test
  void figuresAreThoseOfTheCorpusScorer(@TempDir Path directory) throws IOException {
    Path gold = Files.writeString(directory.resolve("gold.jsonl"), GOLD);
    Path predicted = Files.writeString(directory.resolve("predicted.jsonl"), PREDICTED);
    PlaceScorer scorer = new PlaceScorer();

    PlaceScores scores = scorer.score(gold, predicted);

    assertThat(scores.gold()).isEqualTo(3);
    assertThat(scores.predicted()).isEqualTo(4);
    assertThat(scores.recognisedRecall()).isEqualTo(66.7);
    assertThat(scores.precision()).isEqualTo(75.0);
    assertThat(scores.rightOfAll()).isEqualTo(33.3);
    assertThat(scores.rightOfFound()).isEqualTo(50.0);
    assertThat(scores.badOffsets()).isEqualTo(1);
    assertThat(scores.missingDocuments()).isEqualTo(1);
    assertThat(scores.table()).contains("66.7", "75.0", "33.3");
    assertThat(scorer.errors())
        .anyMatch(error -> error.contains("misplaced \"Rome\""))
        .anyMatch(error -> error.contains("spurious \"and\""))
        .anyMatch(error -> error.contains("missed \"Oslo\""))
        .hasSize(3);
  }

  @Test
  void aLineThatIsNotJsonIsNamed(@TempDir Path directory) throws IOException {
    Path gold = Files.writeString(directory.resolve("gold.jsonl"), "{\n");

    assertThatThrownBy(() -> new PlaceScorer().score(gold, gold))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gold.jsonl: line 1: not JSON");
  }
}
