package dev.dateline.sink;

import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleAlert;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Severity;
import dev.dateline.schemas.avro.Verdict;
import java.time.Instant;

/** What an alert says. Thread-safe. */
public final class Alerts {

  /** The built-in watchlist, there as long as there is no other: every new claim. */
  public static final String NEW_CLAIMS = "claims.new";

  private Alerts() {}

  /** Returns whether the built-in watchlist asks for the claim. */
  public static boolean isAskedForByDefault(JudgedClaim claim) {
    return claim.getVerdict() == Verdict.NEW;
  }

  /** Returns the alert of a claim, not yet raised; the same id for the same proposition, always. */
  public static Alert of(String watchlist, JudgedClaim claim) {
    return Alert.newBuilder()
        .setId(Ids.of(watchlist, claim.getPropositionId()))
        .setWatchlist(watchlist)
        .setSeverity(severity(claim.getVerdict()))
        .setSummary(ClaimSummary.of(claim))
        .setClaim(claim)
        .setRaised(Instant.EPOCH)
        .build();
  }

  /** Returns the alert of an article, not yet raised; the same id for every revision. */
  public static ArticleAlert of(String watchlist, EnrichedArticle enriched) {
    return ArticleAlert.newBuilder()
        .setId(Ids.of(watchlist, "article", enriched.getArticle().getId()))
        .setWatchlist(watchlist)
        .setSeverity(Severity.INFO)
        .setSummary(ArticleSummary.of(enriched))
        .setArticle(ArticleReferences.of(enriched.getArticle()))
        .setLanguage(enriched.getLanguage())
        .setFocus(enriched.getFocus())
        .setClaims(enriched.getClaims().size())
        .setRaised(Instant.EPOCH)
        .build();
  }

  /** A contradiction matters most, then what was not known before; a repetition least. */
  private static Severity severity(Verdict verdict) {
    return switch (verdict) {
      case DISPUTED, RETRACTED -> Severity.WARNING;
      case NEW, UPDATED, CORROBORATED -> Severity.NOTICE;
      case REPEATED, UNKNOWN -> Severity.INFO;
    };
  }
}
