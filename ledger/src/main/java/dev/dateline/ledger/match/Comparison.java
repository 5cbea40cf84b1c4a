package dev.dateline.ledger.match;

import java.util.List;

/**
 * What the matcher finds of two claims.
 *
 * @param relation how the later stands to the earlier
 * @param score how probable that relation is, from 0 to 1
 * @param shared words both have in common, the rarest first
 * @param differences in what they differ, the weightiest first
 */
public record Comparison(
    Relation relation, double score, List<String> shared, List<Difference> differences) {
  public Comparison {
    shared = List.copyOf(shared);
    differences = List.copyOf(differences);
  }

  /** The reasons in one line, for people. */
  public String reasons() {
    StringBuilder reasons =
        new StringBuilder("both: ").append(shared.isEmpty() ? "–" : String.join(", ", shared));
    differences.forEach(difference -> reasons.append("; ").append(difference));
    return reasons.toString();
  }
}
