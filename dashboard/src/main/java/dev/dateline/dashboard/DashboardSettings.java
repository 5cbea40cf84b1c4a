package dev.dateline.dashboard;

/**
 * How the dashboard is served.
 *
 * @param host address it listens on; only this machine reaches "localhost"
 * @param port its port; 0 takes a free one
 * @param mostClaims how many of the latest claims the feed holds
 * @param mostStreams how many pages may be open at a time
 */
public record DashboardSettings(String host, int port, int mostClaims, int mostStreams) {

  /** The port it has unless told otherwise. */
  public static final int DEFAULT_PORT = 8642;

  /** How many claims the feed holds unless told otherwise. */
  public static final int DEFAULT_MOST_CLAIMS = 20_000;

  private static final int DEFAULT_MOST_STREAMS = 1_000;
  private static final int GREATEST_PORT = 65_535;
  private static final int GREATEST_MOST_CLAIMS = 1_000_000;

  /** Checks the values. */
  public DashboardSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException(
          "starting the dashboard: no host: give an address of this machine, like 0.0.0.0");
    }
    if (port < 0 || port > GREATEST_PORT) {
      throw new IllegalArgumentException(
          "starting the dashboard: not a port: " + port + ": give 0 to 65535, 0 takes a free one");
    }
    if (mostClaims < 1 || mostClaims > GREATEST_MOST_CLAIMS) {
      throw new IllegalArgumentException(
          "starting the dashboard: a feed of "
              + mostClaims
              + " claims: give 1 to "
              + GREATEST_MOST_CLAIMS);
    }
    if (mostStreams < 1) {
      throw new IllegalArgumentException(
          "starting the dashboard: " + mostStreams + " open pages: give 1 or more");
    }
  }

  /** Returns the settings where nothing is said: this machine only. */
  public static DashboardSettings defaults() {
    return new DashboardSettings(
        "localhost", DEFAULT_PORT, DEFAULT_MOST_CLAIMS, DEFAULT_MOST_STREAMS);
  }

  /** Returns these settings with another address. */
  public DashboardSettings at(String otherHost, int otherPort) {
    return new DashboardSettings(otherHost, otherPort, mostClaims, mostStreams);
  }

  /** Returns these settings with another length of the feed. */
  public DashboardSettings withMostClaims(int claims) {
    return new DashboardSettings(host, port, claims, mostStreams);
  }
}
