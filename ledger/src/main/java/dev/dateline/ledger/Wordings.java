package dev.dateline.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The listed claims of one subject by what they say word for word. Not thread-safe. */
final class Wordings {

  private final Map<String, List<Node>> nodes = new HashMap<>();

  void add(Node node) {
    nodes.computeIfAbsent(node.normalised, wording -> new ArrayList<>()).add(node);
  }

  void remove(Node node) {
    List<Node> same = nodes.get(node.normalised);
    if (same != null && same.remove(node) && same.isEmpty()) {
      nodes.remove(node.normalised);
    }
  }

  /** Returns the claims that say it so, in no order. */
  List<Node> of(String normalised) {
    return nodes.getOrDefault(normalised, List.of());
  }
}
