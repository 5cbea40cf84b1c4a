package dev.dateline.ledger;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.ArticleReference;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Retraction;
import dev.dateline.schemas.avro.RetractionKind;
import dev.dateline.schemas.avro.StoredArticle;
import dev.dateline.schemas.avro.SubjectClaim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a revision of an article against those before it: what it says for the first time is made,
 * what it no longer says is withdrawn, what it says again changes nothing.
 *
 * <p>A revision that comes after a later one has its claims made and withdrawn at once, so that the
 * order of arrival changes nothing. Thread-safe.
 */
public final class Revisions {

  /** How many dropped claims of an article are kept in mind. */
  private static final int MOST_DROPPED = 200;

  private Revisions() {}

  /**
   * What a revision changes.
   *
   * @param claims claims to send on: made, or with the revision that withdraws them
   * @param article what is to be kept of the article
   */
  public record Outcome(List<SubjectClaim> claims, StoredArticle article) {}

  /**
   * Returns what a revision changes.
   *
   * @param before what was kept of the article; null when it was never seen
   */
  public static Outcome of(EnrichedArticle enriched, @Nullable StoredArticle before) {
    ArticleReference article = ArticleReferences.of(enriched.getArticle());
    List<SubjectClaim> now = distinct(Subjects.claimsOf(enriched));
    if (before == null) {
      return new Outcome(now, new StoredArticle(article, now, List.of()));
    }
    if (article.getRevision() < before.getArticle().getRevision()) {
      return late(now, before);
    }
    Set<String> made = ids(before.getClaims());
    Set<String> still = ids(now);
    if (!isRead(enriched.getOutcome())) {
      // Not all of it was read this time: what is missing is not taken back.
      List<SubjectClaim> added = now.stream().filter(claim -> !made.contains(id(claim))).toList();
      List<SubjectClaim> all = new ArrayList<>(before.getClaims());
      all.addAll(added);
      return new Outcome(added, new StoredArticle(article, all, before.getDropped()));
    }
    List<SubjectClaim> sent = new ArrayList<>();
    List<SubjectClaim> dropped = new ArrayList<>(before.getDropped());
    dropped.removeIf(claim -> still.contains(id(claim)));
    for (SubjectClaim claim : before.getClaims()) {
      if (!still.contains(id(claim))) {
        SubjectClaim withdrawn = withdrawn(claim, article);
        sent.add(withdrawn);
        dropped.add(withdrawn);
      }
    }
    now.stream().filter(claim -> !made.contains(id(claim))).forEach(sent::add);
    return new Outcome(sent, new StoredArticle(article, now, latest(dropped)));
  }

  private static Outcome late(List<SubjectClaim> claims, StoredArticle before) {
    Set<String> known = ids(before.getClaims());
    known.addAll(ids(before.getDropped()));
    List<SubjectClaim> sent =
        claims.stream()
            .filter(claim -> !known.contains(id(claim)))
            .map(claim -> withdrawn(claim, before.getArticle()))
            .toList();
    List<SubjectClaim> dropped = new ArrayList<>(before.getDropped());
    dropped.addAll(sent);
    return new Outcome(
        sent, new StoredArticle(before.getArticle(), before.getClaims(), latest(dropped)));
  }

  private static boolean isRead(AnnotationOutcome outcome) {
    return switch (outcome) {
      case ANNOTATED, EMPTY, OTHER_LANGUAGE -> true;
      case TOO_LONG, OVER_BUDGET, UNKNOWN -> false;
    };
  }

  private static SubjectClaim withdrawn(SubjectClaim claim, ArticleReference by) {
    return SubjectClaim.newBuilder(claim)
        .setWithdrawn(
            new Retraction(
                RetractionKind.REVISION, by.getId(), by.getRevision(), null, by.getEventTime()))
        .build();
  }

  private static List<SubjectClaim> distinct(List<SubjectClaim> claims) {
    Map<String, SubjectClaim> byId = new LinkedHashMap<>();
    claims.forEach(claim -> byId.putIfAbsent(id(claim), claim));
    return List.copyOf(byId.values());
  }

  private static List<SubjectClaim> latest(List<SubjectClaim> dropped) {
    return List.copyOf(dropped.subList(Math.max(0, dropped.size() - MOST_DROPPED), dropped.size()));
  }

  private static Set<String> ids(List<SubjectClaim> claims) {
    Set<String> ids = new HashSet<>();
    claims.forEach(claim -> ids.add(id(claim)));
    return ids;
  }

  private static String id(SubjectClaim claim) {
    return claim.getClaim().getId();
  }
}
