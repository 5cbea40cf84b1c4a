package dev.dateline.app.demo;

import dev.dateline.app.cli.Terminal;
import java.io.PrintWriter;

/**
 * Lines on standard error: progress, which a terminal shows on one line and takes away again, and
 * what has to stay. Thread-safe.
 */
public final class Notices {

  private static final String PREFIX = "dateline: ";

  private final PrintWriter err;
  private final boolean terminal;
  private boolean progressShown;

  /** Shows progress only where standard error is a terminal. */
  public Notices(PrintWriter err) {
    this.err = err;
    this.terminal = Terminal.isErr();
  }

  /** Shows how far things are, on a terminal. */
  public synchronized void progress(String text) {
    if (terminal) {
      clear();
      err.print(PREFIX + text + " …");
      err.flush();
      progressShown = true;
    }
  }

  /** Takes the progress away. */
  public synchronized void clear() {
    if (progressShown) {
      err.print("\r\u001b[2K");
      err.flush();
      progressShown = false;
    }
  }

  /** Prints a line that stays. */
  public synchronized void line(String text) {
    clear();
    err.println(PREFIX + text);
    err.flush();
  }
}
