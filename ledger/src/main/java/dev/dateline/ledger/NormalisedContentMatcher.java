package dev.dateline.ledger;

import dev.dateline.ledger.Match.Relation;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.StoredProposition;
import java.util.List;
import java.util.Optional;

/**
 * Takes two claims of one subject for the same proposition when their normalised contents are
 * equal.
 *
 * <p>Reads one proposition a claim, however many the subject has. Thread-safe.
 */
public final class NormalisedContentMatcher implements PropositionMatcher {

  @Override
  public Match match(IncomingClaim claim, EarlierPropositions earlier) {
    return earlier
        .find(Judge.propositionId(claim))
        .map(proposition -> compare(claim, proposition))
        .orElseGet(() -> Match.different("no earlier claim of this subject has this content"));
  }

  private static Match compare(IncomingClaim claim, StoredProposition proposition) {
    Polarity polarity = claim.claim().getClaim().getPolarity();
    Optional<EarlierClaim> agreeing =
        proposition.getClaims().stream()
            .filter(earlier -> earlier.getPolarity() == polarity)
            .findFirst();
    return agreeing
        .map(same -> found(Relation.SAME, proposition, same, "the same content"))
        .orElseGet(
            () ->
                found(
                    Relation.CONTRADICTS,
                    proposition,
                    proposition.getClaims().get(0),
                    "the same content with the opposite polarity"));
  }

  private static Match found(
      Relation relation, StoredProposition proposition, EarlierClaim nearest, String reason) {
    return new Match(relation, proposition, nearest, 1.0, List.of(reason));
  }
}
