package dev.dateline.app.cli;

import dev.dateline.enrich.stream.CopySettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How much is remembered to find near copies in. */
final class CopyOptions {

  @Option(
      names = "--copies-most",
      paramLabel = "N",
      defaultValue = "50000",
      description = {
        "Most articles remembered to find near copies among, about a kilobyte each."
            + " Default: ${DEFAULT-VALUE}."
      })
  private int most = 50_000;

  @Option(
      names = "--copies-hours",
      paramLabel = "HOURS",
      defaultValue = "72",
      description = {
        "How long an article is remembered to find near copies of. Default: ${DEFAULT-VALUE}."
      })
  private int hours = 72;

  /** Returns the settings. */
  CopySettings settings() {
    return SettingsCheck.of(() -> new CopySettings(most, Duration.ofHours(hours)));
  }
}
