package dev.dateline.dashboard;

/** Says in one line why the dashboard cannot start or go on. */
public final class DashboardException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one whose message says what was being done, the value, and the mend. */
  public DashboardException(String message, Throwable cause) {
    super(message, cause);
  }
}
