package dev.dateline.ledger;

import dev.dateline.schemas.avro.ArticleReference;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.StoredProposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the claims of a proposition: what results does not depend on the order they arrive in.
 * Thread-safe.
 */
public final class PropositionHistory {

  private static final Comparator<EarlierClaim> OLDEST_FIRST =
      Comparator.comparing(EarlierClaim::getEventTime).thenComparing(EarlierClaim::getClaimId);

  private PropositionHistory() {}

  /** Returns a proposition with its first claim. */
  public static StoredProposition open(String propositionId, IncomingClaim claim) {
    return StoredProposition.newBuilder()
        .setPropositionId(propositionId)
        .setSubject(claim.claim().getSubject())
        .setNormalisedContent(claim.normalisedContent())
        .setClaim(claim.claim().getClaim())
        .setClaims(List.of(listed(claim)))
        .setClaimCount(1)
        .setFirstSeen(claim.eventTime())
        .setLastSeen(claim.eventTime())
        .build();
  }

  /** Returns the proposition with one more claim, listing at most {@code limit} of them. */
  public static StoredProposition join(StoredProposition known, IncomingClaim claim, int limit) {
    List<EarlierClaim> claims = new ArrayList<>(known.getClaims());
    EarlierClaim added = listed(claim);
    claims.add(added);
    claims.sort(OLDEST_FIRST);
    boolean isEarliest = claims.get(0).equals(added);
    return StoredProposition.newBuilder(known)
        .setNormalisedContent(isEarliest ? claim.normalisedContent() : known.getNormalisedContent())
        .setClaim(isEarliest ? claim.claim().getClaim() : known.getClaim())
        .setClaims(bounded(claims, limit))
        .setClaimCount(known.getClaimCount() + 1)
        .setFirstSeen(earlier(known.getFirstSeen(), claim.eventTime()))
        .setLastSeen(later(known.getLastSeen(), claim.eventTime()))
        .build();
  }

  /** Returns the proposition as news.ledger tells it. */
  public static LedgerEntry entryOf(StoredProposition proposition) {
    return LedgerEntry.newBuilder()
        .setPropositionId(proposition.getPropositionId())
        .setSubject(proposition.getSubject())
        .setContent(NormalisedContent.wordsOf(proposition.getClaim()))
        .setClaims(proposition.getClaims())
        .setClaimCount(proposition.getClaimCount())
        .setFirstSeen(proposition.getFirstSeen())
        .setLastSeen(proposition.getLastSeen())
        .build();
  }

  /** The earliest claim of each polarity stays: a later claim is compared with it. */
  private static List<EarlierClaim> bounded(List<EarlierClaim> oldestFirst, int limit) {
    List<EarlierClaim> kept = new ArrayList<>(oldestFirst);
    Set<Polarity> met = EnumSet.noneOf(Polarity.class);
    int surplus = kept.size() - limit;
    for (var each = kept.iterator(); each.hasNext() && surplus > 0; ) {
      if (!met.add(each.next().getPolarity())) {
        each.remove();
        surplus--;
      }
    }
    return kept;
  }

  private static EarlierClaim listed(IncomingClaim claim) {
    ArticleReference article = claim.claim().getArticle();
    return EarlierClaim.newBuilder()
        .setClaimId(claim.claim().getClaim().getId())
        .setArticleId(article.getId())
        .setSource(article.getSource())
        .setClaimant(nameOf(claim.claim().getClaim().getClaimant()))
        .setContent(claim.content())
        .setPolarity(claim.claim().getClaim().getPolarity())
        .setEventTime(claim.eventTime())
        .build();
  }

  private static @Nullable String nameOf(@Nullable Claimant claimant) {
    if (claimant == null) {
      return null;
    }
    return claimant.getName() == null ? claimant.getText() : claimant.getName();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
