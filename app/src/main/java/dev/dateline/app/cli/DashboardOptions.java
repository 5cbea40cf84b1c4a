package dev.dateline.app.cli;

import dev.dateline.dashboard.DashboardSettings;
import picocli.CommandLine.Option;

/** How the dashboard is served. */
final class DashboardOptions {

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "localhost",
      description = {
        "The address the page is served on. Default: ${DEFAULT-VALUE}, for this machine only; 0.0.0.0 for"
            + " all. There is no login: put a proxy with one in front."
      })
  private String host = "localhost";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8642",
      description = "The page's port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port = DashboardSettings.DEFAULT_PORT;

  @Option(
      names = "--feed-claims",
      paramLabel = "N",
      defaultValue = "20000",
      description =
          "How many of the latest claims are held; 20000 fit in -Xmx256m. Default: ${DEFAULT-VALUE}.")
  private int claims = DashboardSettings.DEFAULT_MOST_CLAIMS;

  DashboardSettings settings() {
    return SettingsCheck.of(
        () -> DashboardSettings.defaults().withMostClaims(claims).at(host, port));
  }
}
