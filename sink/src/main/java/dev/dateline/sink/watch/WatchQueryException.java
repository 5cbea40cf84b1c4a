package dev.dateline.sink.watch;

/** A watchlist's query that cannot be understood. */
public final class WatchQueryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;

  /**
   * Makes one.
   *
   * @param column the character of the query where the fault is, from 1
   * @param message what is wrong and the mend, without the position
   */
  WatchQueryException(int column, String message) {
    super(message);
    this.column = column;
  }

  /** Returns the character of the query where the fault is, from 1. */
  public int column() {
    return column;
  }

  /** Returns what is wrong and the mend, one line. */
  public String fault() {
    return String.valueOf(getMessage());
  }
}
