package dev.dateline.sink;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Severity;
import dev.dateline.schemas.avro.Verdict;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Which claims raise an alert, and what it says. Thread-safe. */
public final class Alerts {

  /** The built-in watchlist: every new claim. */
  public static final String NEW_CLAIMS = "claims.new";

  private final Clock clock;

  /** Makes alerts that say they were raised at the clock's time. */
  public Alerts(Clock clock) {
    this.clock = clock;
  }

  /** Returns whether the claim raises an alert: it is new, and its article is no backfill. */
  public boolean isRaisedBy(JudgedClaim claim) {
    return claim.getVerdict() == Verdict.NEW && !claim.getArticle().getBackfill();
  }

  /** Returns the alert of a claim; the same id for the same proposition, always. */
  public Alert of(JudgedClaim claim) {
    return Alert.newBuilder()
        .setId(Ids.of(NEW_CLAIMS, claim.getPropositionId()))
        .setWatchlist(NEW_CLAIMS)
        .setSeverity(Severity.NOTICE)
        .setSummary(ClaimSummary.of(claim))
        .setClaim(claim)
        .setRaised(clock.instant().truncatedTo(ChronoUnit.MILLIS))
        .build();
  }
}
