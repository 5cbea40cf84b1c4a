package dev.dateline.app.cli;

import org.jspecify.annotations.Nullable;

/**
 * Ends a command with one line for people and an exit status.
 *
 * <p>The line says what was being done, the value, and the mend.
 */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  /** Makes one without a cause. */
  public CommandFailure(ExitStatus status, String message) {
    this(status, message, null);
  }

  /** Makes one whose cause {@code --debug} shows. */
  public CommandFailure(ExitStatus status, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** Returns how the process ends. */
  public ExitStatus status() {
    return status;
  }
}
