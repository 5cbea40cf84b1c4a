package dev.dateline.app.cli;

/** What the process says to its caller when it ends. The numbers are a contract. */
public enum ExitStatus {
  /** It did what was asked. */
  OK(0, "done"),
  /** It could not: a broker does not answer, a port is taken, a check found a difference. */
  FAILURE(1, "failure: no broker, a port in use, a check that found a difference"),
  /** The command, a setting or a file it names is wrong: the same call fails again. */
  USAGE(2, "usage or settings: an unknown option, a missing file, an unknown topic"),
  /** Everything was read, and some inputs were rejected; the others are unaffected. */
  REJECTED(3, "done, but some inputs were rejected");

  private final int number;
  private final String meaning;

  ExitStatus(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** Returns the process's exit status. */
  public int number() {
    return number;
  }

  /** Returns what it means, for the help text. */
  public String meaning() {
    return meaning;
  }
}
