package dev.dateline.ledger;

import dev.dateline.schemas.avro.SubjectClaim;
import java.time.Instant;

/**
 * A claim that waits for its verdict.
 *
 * @param claim the claim with its subject and article
 * @param content its content in the article's words
 * @param eventTime when its article says it was published, never in the future
 */
public record IncomingClaim(SubjectClaim claim, String content, Instant eventTime) {

  /**
   * Reads the content from the claim; its event time is clamped to {@code latest} and to when the
   * article was fetched.
   */
  public static IncomingClaim of(SubjectClaim claim, Instant latest) {
    Instant eventTime = claim.getArticle().getEventTime();
    for (Instant limit : new Instant[] {claim.getArticle().getFetched(), latest}) {
      eventTime = eventTime.isAfter(limit) ? limit : eventTime;
    }
    return new IncomingClaim(claim, NormalisedContent.wordsOf(claim.getClaim()), eventTime);
  }

  /** Returns the claim's id. */
  public String id() {
    return claim.getClaim().getId();
  }
}
