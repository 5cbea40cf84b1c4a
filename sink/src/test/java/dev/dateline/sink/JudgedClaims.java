package dev.dateline.sink;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.schemas.avro.Verdict;

/** Judged claims for tests. */
public final class JudgedClaims {

  private JudgedClaims() {}

  /** Returns the claim of the article with that verdict. */
  public static JudgedClaim of(Article article, Claim claim, Verdict verdict) {
    return JudgedClaim.newBuilder()
        .setSubject(new Subject("geonames:1", SubjectKind.PLACE, "Somewhere"))
        .setArticle(ArticleReferences.of(article))
        .setClaim(claim)
        .setVerdict(verdict)
        .setPropositionId("proposition-of-" + claim.getId())
        .build();
  }
}
