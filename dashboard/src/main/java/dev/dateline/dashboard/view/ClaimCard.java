package dev.dateline.dashboard.view;

import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.Cue;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.JudgedClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim in the feed: what one line of it says.
 *
 * @param key its place in the feed, for paging
 * @param id Claim.id
 * @param verdict what the ledger found
 * @param propositionId the proposition it belongs to
 * @param subjectId what it is about
 * @param subject the same for people
 * @param claimant who says it: canonical name, else the words of the text; null where nobody is
 *     named
 * @param claimantId entity id of the claimant; null when it could not be told
 * @param role the claimant's role as written, with what it belongs to; null when none is
 * @param anonymous whether the text keeps the name back
 * @param cue the words that mark the attribution; null for a quotation without any
 * @param content what is claimed, cut to 2,000 characters
 * @param polarity whether the claimant affirms or denies it
 * @param hedge how sure it is made to sound
 * @param kind how the words are given
 * @param place the place it is about; null when none is known
 * @param from first day it is about; null when unknown
 * @param to last day it is about; null exactly when from is
 * @param entityIds entities named in the content
 * @param arrived when it came out of the ledger
 * @param article its article
 * @param nearest whom the nearest earlier claim is by; null when there is none or nobody is named
 * @param nearestId id of the nearest earlier claim; null when there is none
 * @param claims how many claims its proposition has
 * @param independentClaimants how many independent claimants make it
 * @param denials how many claims speak against it
 * @param contest what kind of contest it belongs to; null when to none
 * @param retracts ids of the claims it takes back
 */
public record ClaimCard(
    String key,
    String id,
    String verdict,
    String propositionId,
    String subjectId,
    String subject,
    @Nullable String claimant,
    @Nullable String claimantId,
    @Nullable String role,
    boolean anonymous,
    @Nullable String cue,
    String content,
    String polarity,
    String hedge,
    String kind,
    @Nullable PlaceCard place,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> entityIds,
    Instant arrived,
    ArticleCard article,
    @Nullable String nearest,
    @Nullable String nearestId,
    int claims,
    int independentClaimants,
    int denials,
    @Nullable String contest,
    List<String> retracts) {

  private static final int MOST_IDS = 50;

  /** Returns the card of a claim. */
  public static ClaimCard of(ClaimKey key, JudgedClaim judged) {
    Claim claim = judged.getClaim();
    Claimant claimant = claim.getClaimant();
    Cue cue = claim.getCue();
    EarlierClaim nearest = judged.getNearest();
    return new ClaimCard(
        key.toString(),
        claim.getId(),
        judged.getVerdict().name(),
        judged.getPropositionId(),
        judged.getSubject().getId(),
        Clip.of(judged.getSubject().getName(), Clip.NAME),
        claimant == null ? null : Clip.of(ClaimTexts.nameOf(claimant), Clip.NAME),
        claimant == null ? null : claimant.getEntityId(),
        claimant == null ? null : role(claimant),
        claimant != null && claimant.getAnonymous(),
        cue == null ? null : Clip.of(cue.getText(), Clip.NAME),
        content(claim),
        claim.getPolarity().name(),
        claim.getHedge().name(),
        claim.getKind().name(),
        PlaceCard.orNull(judged.getPlace()),
        claim.getFrom(),
        claim.getTo(),
        claim.getEntityIds().stream().limit(MOST_IDS).toList(),
        Instant.ofEpochMilli(key.arrived()),
        ArticleCard.of(judged.getArticle()),
        nearest == null ? null : Clip.orNull(nearest.getClaimant(), Clip.NAME),
        nearest == null ? null : nearest.getClaimId(),
        judged.getClaims(),
        judged.getIndependentClaimants(),
        judged.getDenials(),
        judged.getContest() == null ? null : judged.getContest().name(),
        judged.getRetracts().stream().limit(MOST_IDS).toList());
  }

  private static @Nullable String role(Claimant claimant) {
    String role = claimant.getRole();
    String affiliation = claimant.getAffiliation();
    if (role == null) {
      return Clip.orNull(affiliation, Clip.NAME);
    }
    boolean added = affiliation != null && !role.contains(affiliation);
    return Clip.of(added ? role + ", " + affiliation : role, Clip.NAME);
  }

  private static String content(Claim claim) {
    return Clip.of(ClaimTexts.content(claim, " ").replaceAll("\\s+", " ").strip(), Clip.PARAGRAPH);
  }

  long bytes() {
    long ids = 0;
    for (String each : entityIds) {
      ids += Clip.bytes(each);
    }
    return 500
        + ids
        + (place == null ? 0 : place.bytes())
        + article.bytes()
        + Clip.bytes(key)
        + Clip.bytes(id)
        + Clip.bytes(propositionId)
        + Clip.bytes(subjectId)
        + Clip.bytes(subject)
        + Clip.bytes(claimant)
        + Clip.bytes(claimantId)
        + Clip.bytes(role)
        + Clip.bytes(content)
        + Clip.bytes(nearest)
        + Clip.bytes(nearestId);
  }
}
