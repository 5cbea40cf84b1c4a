package dev.dateline.app.cli;

import dev.dateline.ledger.LedgerSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What the ledger remembers, and for how long. */
final class LedgerOptions {

  private static final long DEFAULT_RETENTION_DAYS = 366;

  @Option(
      names = "--ledger-retention",
      paramLabel = "DAYS",
      defaultValue = "" + DEFAULT_RETENTION_DAYS,
      description =
          "Days a proposition is kept after its latest claim, by the articles' time."
              + " Default: ${DEFAULT-VALUE}.")
  private long retentionDays = DEFAULT_RETENTION_DAYS;

  @Option(
      names = "--ledger-propositions-per-subject",
      paramLabel = "N",
      defaultValue = "" + LedgerSettings.DEFAULT_PROPOSITIONS_PER_SUBJECT,
      description =
          "Propositions kept of one subject, at least 10; the longest unclaimed go first."
              + " Default: ${DEFAULT-VALUE}.")
  private int propositionsPerSubject = LedgerSettings.DEFAULT_PROPOSITIONS_PER_SUBJECT;

  @Option(
      names = "--ledger-claims-per-proposition",
      paramLabel = "N",
      defaultValue = "" + LedgerSettings.DEFAULT_CLAIMS_PER_PROPOSITION,
      description =
          "Claims listed with a proposition, 2 to 100: the earliest of each side and the latest."
              + " Default: ${DEFAULT-VALUE}.")
  private int claimsPerProposition = LedgerSettings.DEFAULT_CLAIMS_PER_PROPOSITION;

  @Option(
      names = "--ledger-max-content-characters",
      paramLabel = "N",
      defaultValue = "" + LedgerSettings.DEFAULT_MAX_CONTENT_CHARACTERS,
      description =
          "Longest content judged; a longer one becomes a dead letter. Default: ${DEFAULT-VALUE}.")
  private int maxContentCharacters = LedgerSettings.DEFAULT_MAX_CONTENT_CHARACTERS;

  /** Returns the settings. */
  LedgerSettings settings() {
    return SettingsCheck.of(
        () ->
            new LedgerSettings(
                Duration.ofDays(retentionDays),
                propositionsPerSubject,
                claimsPerProposition,
                maxContentCharacters,
                LedgerSettings.DEFAULT_SWEEP_INTERVAL));
  }
}
