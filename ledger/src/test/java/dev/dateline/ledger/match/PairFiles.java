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
    return read(Tables.lines("claim-pairs.jsonl")).stream()
        .map(
            node ->
                new LabelledPair(
                    node.path("id").asText(),
                    assertion(node.path("a")),
                    assertion(node.path("b")),
                    Relation.valueOf(node.path("label").asText())))
        .toList();
  }

  static List<JsonNode> read(List<String> lines) {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines) {
      try {
        nodes.add(mapper.readTree(line));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return nodes;
  }

  /** A claim of a file of claims by article and subject. */
  static Assertion claim(JsonNode node) {
    List<String> places = new ArrayList<>();
    node.path("places").forEach(place -> places.add(place.asText()));
    return new Assertion(
        node.path("claimant").asText(null),
        null,
        node.path("denied").asBoolean(),
        node.path("content").asText(),
        places,
        LocalDate.parse(node.path("date").asText()),
        List.of(),
        node.path("kinds").asText());
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
