package dev.dateline.ledger;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.SubjectKind;
import java.util.List;
import java.util.Set;

/**
 * Says what a claim is about: its most specific place, else the first entity its content names,
 * else its claimant, else its article. The answer depends on the claim alone, so that the same
 * claim in two articles meets in one partition. Thread-safe.
 */
public final class Subjects {

  private static final Set<String> PRONOUNS = WordList.of("pronouns.txt");

  private Subjects() {}

  /** Returns the article's claims, each with its subject, in text order. */
  public static List<SubjectClaim> claimsOf(EnrichedArticle enriched) {
    var article = ArticleReferences.of(enriched.getArticle());
    return enriched.getClaims().stream()
        .map(claim -> new SubjectClaim(of(claim, enriched), article, claim, null, null, false))
        .toList();
  }

  /** Returns what a claim of the article is about. */
  public static Subject of(Claim claim, EnrichedArticle enriched) {
    if (!claim.getPlaces().isEmpty()) {
      PlaceReference place = claim.getPlaces().get(0);
      return new Subject(place.getPlaceId(), SubjectKind.PLACE, place.getName());
    }
    if (!claim.getEntityIds().isEmpty()) {
      String id = claim.getEntityIds().get(0);
      return new Subject(id, SubjectKind.ENTITY, nameOf(id, enriched));
    }
    Claimant claimant = claim.getClaimant();
    if (claimant != null && saysWhoSpeaks(claimant)) {
      String name = claimant.getName() == null ? claimant.getText() : claimant.getName();
      return new Subject("claimant:" + NormalisedContent.of(name), SubjectKind.CLAIMANT, name);
    }
    String articleId = enriched.getArticle().getId();
    return new Subject("article:" + articleId, SubjectKind.ARTICLE, articleId);
  }

  private static boolean saysWhoSpeaks(Claimant claimant) {
    return claimant.getName() != null
        || !PRONOUNS.contains(NormalisedContent.of(claimant.getText()));
  }

  private static String nameOf(String entityId, EnrichedArticle enriched) {
    return enriched.getEntities().stream()
        .filter(entity -> entity.getId().equals(entityId))
        .map(Entity::getName)
        .findFirst()
        .orElse(entityId);
  }
}
