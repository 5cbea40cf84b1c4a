package dev.dateline.app.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Knows when the process was told to end (Ctrl-C, SIGTERM), and closes what is open then.
 *
 * <p>From that moment faults are no news: they come from what is being closed. Thread-safe.
 */
public final class StopSignal {

  private static final AtomicBoolean STOPPING = new AtomicBoolean();

  private StopSignal() {}

  /** Tells whether the process is ending. */
  public static boolean isStopping() {
    return STOPPING.get();
  }

  /** Closes these, last opened first, when the process is told to end. */
  public static void closeOnStop(Resources resources) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  STOPPING.set(true);
                  resources.close();
                },
                "stop"));
  }
}
