package dev.dateline.ledger;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.StoredProposition;
import dev.dateline.schemas.avro.Verdict;
import java.util.Optional;

/**
 * Gives a claim its verdict, from the claim and the earlier propositions of its subject alone.
 *
 * <p>Thread-safe. It changes nothing it is given.
 */
public final class Judge {

  private final PropositionMatcher matcher;
  private final int claimsPerProposition;

  /** Makes a judge that lists at most that many claims with a proposition. */
  public Judge(PropositionMatcher matcher, int claimsPerProposition) {
    this.matcher = matcher;
    this.claimsPerProposition = claimsPerProposition;
  }

  /** Returns the id of the proposition that a claim opens when it matches no earlier one. */
  public static String propositionId(IncomingClaim claim) {
    return Ids.of(claim.claim().getSubject().getId(), claim.normalisedContent());
  }

  /** Returns the verdict on a claim that was not judged before. */
  public Judgement judge(IncomingClaim claim, EarlierPropositions earlier) {
    Match match = matcher.match(claim, earlier);
    Optional<StoredProposition> before = propositionBefore(claim, match, earlier);
    StoredProposition after =
        before
            .map(known -> PropositionHistory.join(known, claim, claimsPerProposition))
            .orElseGet(() -> PropositionHistory.open(propositionId(claim), claim));
    return new Judgement(judged(claim, match, after), after, before.isEmpty());
  }

  /** A contradiction or a later value in other words opens a proposition of its own. */
  private static Optional<StoredProposition> propositionBefore(
      IncomingClaim claim, Match match, EarlierPropositions earlier) {
    return switch (match.relation()) {
      case SAME -> Optional.ofNullable(match.proposition());
      case CONTRADICTS, UPDATES, DIFFERENT -> earlier.find(propositionId(claim));
    };
  }

  private static JudgedClaim judged(
      IncomingClaim claim, Match match, StoredProposition proposition) {
    EarlierClaim nearest = match.nearest();
    return JudgedClaim.newBuilder()
        .setSubject(claim.claim().getSubject())
        .setArticle(claim.claim().getArticle())
        .setClaim(claim.claim().getClaim())
        .setVerdict(verdict(match))
        .setPropositionId(proposition.getPropositionId())
        .setNearest(nearest)
        .setClaims(proposition.getClaimCount())
        .build();
  }

  private static Verdict verdict(Match match) {
    return switch (match.relation()) {
      case SAME -> Verdict.REPEATED;
      case CONTRADICTS -> Verdict.DISPUTED;
      case UPDATES -> Verdict.UPDATED;
      case DIFFERENT -> Verdict.NEW;
    };
  }
}
