package dev.dateline.app.cli;

import dev.dateline.http.HttpSettings;
import dev.dateline.ingest.poll.PollSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How feeds are asked. */
final class PollOptions {

  @Option(
      names = "--shortest-interval",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "Shortest time between two looks at a feed. Default: ${DEFAULT-VALUE}.")
  private long shortestInterval = 300;

  @Option(
      names = "--longest-interval",
      paramLabel = "SECONDS",
      defaultValue = "14400",
      description =
          "Longest time between two looks at a feed that answers. Default: ${DEFAULT-VALUE}.")
  private long longestInterval = 14_400;

  @Option(
      names = "--host-delay",
      paramLabel = "MS",
      defaultValue = "1000",
      description = {
        "Milliseconds between two requests to a host, of which there is one at a time."
            + " Default: ${DEFAULT-VALUE}."
      })
  private long hostDelay = 1_000;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "16",
      description = "Most requests at a time, to different hosts. Default: ${DEFAULT-VALUE}.")
  private int requests = 16;

  @Option(
      names = "--summaries-only",
      description = "Do not fetch the pages of items that are only summaries.")
  private boolean summariesOnly;

  @Option(
      names = "--user-agent",
      paramLabel = "TEXT",
      description = {
        "How we name ourselves to servers; the word before the slash is our name in robots.txt."
            + " Say where you can be reached. Default: Dateline/0.1 (news ingestion)."
      })
  private @Nullable String userAgent;

  @Option(
      names = "--allow-private-addresses",
      description = "Allow addresses that are not on the public internet, for an intranet.")
  private boolean privateAddresses;

  /** Returns the settings. */
  PollSettings settings() {
    return SettingsCheck.of(
        () -> {
          PollSettings defaults = PollSettings.defaults();
          HttpSettings http = defaults.http().withPrivateAddresses(privateAddresses);
          return new PollSettings(
              Duration.ofSeconds(shortestInterval),
              Duration.ofSeconds(longestInterval),
              defaults.longestWait(),
              Duration.ofMillis(hostDelay),
              requests,
              !summariesOnly,
              defaults.backfillAge(),
              userAgent == null ? http : http.withUserAgent(userAgent));
        });
  }
}
