package dev.dateline.ledger;

import dev.dateline.schemas.avro.ClaimRelation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How the propositions of one subject stand to each other. Not thread-safe. */
final class Edges {

  private final Map<String, String> updates = new HashMap<>();
  private final Map<String, NavigableSet<String>> updatedBy = new HashMap<>();
  private final Map<String, NavigableSet<String>> disputes = new HashMap<>();

  /** Reads them from the first claim of each proposition. */
  static Edges of(Collection<Group> groups, Map<String, Node> byId) {
    Edges edges = new Edges();
    for (Group group : groups) {
      Node root = group.root();
      Node nearest =
          root.stored.getNearestId() == null ? null : byId.get(root.stored.getNearestId());
      if (nearest == null || nearest.propositionId.equals(group.id)) {
        continue;
      }
      if (root.stored.getRelation() == ClaimRelation.UPDATES) {
        edges.updates.put(group.id, nearest.propositionId);
        add(edges.updatedBy, nearest.propositionId, group.id);
      } else if (Verdicts.disputesValue(root)) {
        add(edges.disputes, nearest.propositionId, group.id);
        add(edges.disputes, group.id, nearest.propositionId);
      }
    }
    return edges;
  }

  private static void add(Map<String, NavigableSet<String>> edges, String from, String to) {
    edges.computeIfAbsent(from, key -> new TreeSet<>()).add(to);
  }

  @Nullable String updates(String propositionId) {
    return updates.get(propositionId);
  }

  Set<String> updatedBy(String propositionId) {
    return updatedBy.getOrDefault(propositionId, new TreeSet<>());
  }

  List<String> disputes(String propositionId) {
    return List.copyOf(disputes.getOrDefault(propositionId, new TreeSet<>()));
  }

  /** Every proposition whose standing depends on that one. */
  Set<String> around(String propositionId) {
    TreeSet<String> around = new TreeSet<>(updatedBy(propositionId));
    around.addAll(disputes(propositionId));
    String updated = updates(propositionId);
    if (updated != null) {
      around.add(updated);
    }
    return around;
  }
}
