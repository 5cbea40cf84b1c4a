package dev.dateline.ledger;

import java.time.Duration;

/**
 * What the ledger remembers, and for how long. Immutable.
 *
 * @param retention how long a proposition is kept after its latest claim, in event time; at least
 *     an hour
 * @param propositionsPerSubject how many propositions of one subject are kept, at least 10; the
 *     longest unclaimed go first
 * @param claimsPerProposition how many claims are listed with a proposition, 2 to 100: the earliest
 *     of each polarity and the latest
 * @param maxContentCharacters the longest content judged; a longer one becomes a dead letter
 * @param sweepInterval how often the next few rows are searched for what has expired, by the wall
 *     clock
 */
public record LedgerSettings(
    Duration retention,
    int propositionsPerSubject,
    int claimsPerProposition,
    int maxContentCharacters,
    Duration sweepInterval) {

  /** A year: long enough for an anniversary to be recognised as one. */
  public static final Duration DEFAULT_RETENTION = Duration.ofDays(366);

  /** Two thousand. */
  public static final int DEFAULT_PROPOSITIONS_PER_SUBJECT = 2_000;

  /** Twenty. */
  public static final int DEFAULT_CLAIMS_PER_PROPOSITION = 20;

  /** Ten thousand characters: longer than any quotation. */
  public static final int DEFAULT_MAX_CONTENT_CHARACTERS = 10_000;

  /** What a ledger entry may list: at three bytes a character it still fits its topic. */
  private static final int MAX_LISTED_CHARACTERS = 300_000;

  /** A second: each time a few rows, which nobody who waits for a claim notices. */
  public static final Duration DEFAULT_SWEEP_INTERVAL = Duration.ofSeconds(1);

  /** Checks every setting. */
  public LedgerSettings {
    require(
        retention.compareTo(Duration.ofHours(1)) >= 0,
        "ledger-retention",
        retention,
        "use an hour or more");
    require(
        propositionsPerSubject >= 10,
        "ledger-propositions-per-subject",
        propositionsPerSubject,
        "use at least 10");
    require(
        claimsPerProposition >= 2 && claimsPerProposition <= 100,
        "ledger-claims-per-proposition",
        claimsPerProposition,
        "use 2 to 100");
    require(
        maxContentCharacters >= 100
            && (long) maxContentCharacters * claimsPerProposition <= MAX_LISTED_CHARACTERS,
        "ledger-max-content-characters",
        maxContentCharacters,
        "use 100 to "
            + MAX_LISTED_CHARACTERS
            + " divided by the number of claims listed with a proposition");
    require(
        sweepInterval.toMillis() >= 100,
        "ledger-sweep-interval",
        sweepInterval,
        "use 100 ms or longer");
  }

  /** Returns the defaults. */
  public static LedgerSettings defaults() {
    return new LedgerSettings(
        DEFAULT_RETENTION,
        DEFAULT_PROPOSITIONS_PER_SUBJECT,
        DEFAULT_CLAIMS_PER_PROPOSITION,
        DEFAULT_MAX_CONTENT_CHARACTERS,
        DEFAULT_SWEEP_INTERVAL);
  }

  private static void require(boolean holds, String setting, Object value, String mend) {
    if (!holds) {
      throw new IllegalArgumentException(
          "setting " + setting + ": \"" + value + "\" does not do; " + mend);
    }
  }
}
