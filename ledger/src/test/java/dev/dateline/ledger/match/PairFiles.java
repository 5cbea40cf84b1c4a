package dev.dateline.ledger.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the labelled pairs the model is trained on. */
final class PairFiles {
  private PairFiles() {}

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
