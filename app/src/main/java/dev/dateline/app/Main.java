package dev.dateline.app;

import dev.dateline.app.cli.DatelineCommand;

/** Runs the {@code dateline} command and ends the process with its exit status. */
public final class Main {

  private Main() {}

  /**
   * Runs it.
   *
   * @param arguments the words after {@code dateline}
   */
  public static void main(String[] arguments) {
    System.exit(DatelineCommand.commandLine(System.getenv()).execute(arguments));
  }
}
