package dev.dateline.app.cli;

import java.util.function.Supplier;

/** Makes the refusal of a settings record a failure of the command line. */
public final class SettingsCheck {

  private SettingsCheck() {}

  /**
   * Returns the settings.
   *
   * @throws CommandFailure with status 2 and the record's own line where it refuses a value
   */
  public static <T> T of(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitStatus.USAGE, String.valueOf(e.getMessage()), e);
    }
  }
}
