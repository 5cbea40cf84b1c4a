package dev.dateline.ledger;

import dev.dateline.schemas.avro.SubjectClaim;
import java.time.Instant;

/**
 * A claim that waits for its verdict.
 *
 * @param claim the claim with its subject and article
 * @param content its content in the article's words
 * @param normalisedContent its content as it is compared
 * @param eventTime when its article says it was published, never in the future
 */
public record IncomingClaim(
    SubjectClaim claim, String content, String normalisedContent, Instant eventTime) {

  /** Reads the contents from the claim. */
  public static IncomingClaim of(SubjectClaim claim, Instant eventTime) {
    String content = NormalisedContent.wordsOf(claim.getClaim());
    return new IncomingClaim(claim, content, NormalisedContent.of(content), eventTime);
  }
}
