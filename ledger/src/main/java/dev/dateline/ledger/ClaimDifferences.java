package dev.dateline.ledger;

import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.ledger.match.Comparison;
import dev.dateline.ledger.match.Difference;
import dev.dateline.schemas.avro.ClaimDifference;
import dev.dateline.schemas.avro.DifferenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in a typed difference what a claim has that an earlier one has not. Thread-safe. */
final class ClaimDifferences {

  private final ClaimMatcher matcher;

  ClaimDifferences(ClaimMatcher matcher) {
    this.matcher = matcher;
  }

  /**
   * What two claims share and differ in.
   *
   * @param shared words both have in common, the rarest first
   * @param differences in what they differ
   */
  record Found(List<String> shared, List<ClaimDifference> differences) {}

  Found compare(Node earlier, Node later) {
    List<ClaimDifference> differences = new ArrayList<>();
    if (!earlier.sharesParty(later)
        && !Objects.equals(earlier.claim().getClaimant(), later.claim().getClaimant())) {
      differences.add(
          difference(
              DifferenceKind.CLAIMANT, earlier.claim().getClaimant(), later.claim().getClaimant()));
    }
    if (earlier.claim().getHedge() != later.claim().getHedge()) {
      differences.add(
          difference(
              DifferenceKind.HEDGE,
              earlier.claim().getHedge().toString(),
              later.claim().getHedge().toString()));
    }
    if (earlier.sameWording(later) && earlier.denies() == later.denies()) {
      return new Found(List.of(), differences);
    }
    Comparison comparison = matcher.compare(earlier.prepared, later.prepared);
    for (Difference each : comparison.differences()) {
      differences.add(difference(kind(each.kind()), each.earlier(), each.later()));
    }
    return new Found(comparison.shared(), differences);
  }

  private static ClaimDifference difference(
      DifferenceKind kind, @Nullable String earlier, @Nullable String later) {
    return new ClaimDifference(
        kind,
        earlier == null || earlier.isEmpty() ? null : earlier,
        later == null || later.isEmpty() ? null : later);
  }

  private static DifferenceKind kind(Difference.Kind kind) {
    return switch (kind) {
      case POLARITY -> DifferenceKind.POLARITY;
      case NUMBER -> DifferenceKind.QUANTITY;
      case PREDICATE -> DifferenceKind.ACTION;
      case PLACE -> DifferenceKind.PLACE;
      case TIME -> DifferenceKind.TIME;
      case NAME -> DifferenceKind.PARTICIPANT;
      case MODALITY -> DifferenceKind.MODALITY;
      case WORDS -> DifferenceKind.WORDING;
    };
  }
}
