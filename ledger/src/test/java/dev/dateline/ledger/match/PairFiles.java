package dev.dateline.ledger.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the labelled pairs the model is trained on. */
final class PairFiles {
  private PairFiles() {}

  static List<LabelledPair> own() {
    List<LabelledPair> pairs = new ArrayList<>();
    for (String line : Tables.lines("training-pairs.txt")) {
      List<String> columns = Tables.columns(line);
      LocalDate date = LocalDate.parse(columns.get(2));
      String[] later = columns.get(5).split("@", -1);
      pairs.add(
          new LabelledPair(
              "own-" + (pairs.size() + 1),
              assertion(columns.get(3), columns.get(4), columns.get(1), date),
              assertion(
                  columns.get(6),
                  columns.get(7),
                  later.length > 1 ? later[1] : columns.get(1),
                  date.plusDays(Integer.parseInt(later[0].substring(1)))),
              relation(columns.get(0))));
    }
    return pairs;
  }

  static List<LabelledPair> gold() {
    ObjectMapper mapper = new ObjectMapper();
    List<LabelledPair> pairs = new ArrayList<>();
    for (String line : Tables.lines("claim-pairs.jsonl")) {
      try {
        JsonNode node = mapper.readTree(line);
        pairs.add(
            new LabelledPair(
                node.path("id").asText(),
                assertion(node.path("a")),
                assertion(node.path("b")),
                Relation.valueOf(node.path("label").asText())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pairs;
  }

  private static Relation relation(String letter) {
    return Arrays.stream(Relation.values())
        .filter(relation -> relation.name().startsWith(letter))
        .findFirst()
        .orElseThrow();
  }

  private static Assertion assertion(
      String claimant, String content, String place, LocalDate date) {
    boolean denied = content.startsWith("-");
    return new Assertion(
        claimant,
        null,
        denied,
        denied ? content.substring(1) : content,
        Tables.entries(place),
        date,
        List.of());
  }

  private static Assertion assertion(JsonNode node) {
    JsonNode place = node.path("place");
    return new Assertion(
        node.path("claimant").asText(),
        null,
        node.path("polarity").asText().equals("denied"),
        node.path("content").asText(),
        place.isNull() ? List.of() : Tables.entries(place.asText()),
        LocalDate.parse(node.path("date").asText()),
        List.of());
  }
}
