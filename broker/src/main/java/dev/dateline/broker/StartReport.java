package dev.dateline.broker;

/**
 * What the broker's process said of its start.
 *
 * @param outcome how it went
 * @param message why not, in one line; empty when it started
 */
record StartReport(Outcome outcome, String message) {

  enum Outcome {
    STARTED,
    PORT_TAKEN,
    FAILED
  }

  /** Reads the process's line. */
  static StartReport parse(String line) {
    if (line.equals("started")) {
      return new StartReport(Outcome.STARTED, "");
    }
    String[] parts = line.split(" ", 2);
    String message = parts.length == 2 ? parts[1] : line;
    return new StartReport(
        parts[0].equals("port-taken") ? Outcome.PORT_TAKEN : Outcome.FAILED, message);
  }
}
