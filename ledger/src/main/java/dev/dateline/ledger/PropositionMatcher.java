package dev.dateline.ledger;

/**
 * Finds the earlier proposition a claim says, denies or updates. Implementations are thread-safe.
 */
public interface PropositionMatcher {

  /** Returns how the claim stands to the earlier propositions of its subject. */
  Match match(IncomingClaim claim, EarlierPropositions earlier);
}
