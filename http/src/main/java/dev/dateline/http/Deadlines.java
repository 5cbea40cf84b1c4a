package dev.dateline.http;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges that take too long in all, however busily bytes drip. Thread-safe; close it.
 *
 * <p>A time-out of a socket starts anew with every byte; cancelling a request closes its socket.
 */
final class Deadlines implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  Deadlines() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "dateline-http-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Starts the time of one exchange. */
  Deadline start(Duration length) {
    Deadline deadline = new Deadline(length);
    deadline.alarm = timer.schedule(deadline::expire, length.toMillis(), TimeUnit.MILLISECONDS);
    return deadline;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The time of one exchange. Thread-safe; close it when the exchange has ended. */
  static final class Deadline implements AutoCloseable {

    private final Duration length;
    private @Nullable ScheduledFuture<?> alarm;
    private @Nullable Cancellable running;
    private boolean expired;

    private Deadline(Duration length) {
      this.length = length;
    }

    /** Cancels that when the time is over, at once when it is over already. */
    synchronized void cancels(Cancellable request) {
      running = request;
      if (expired) {
        request.cancel();
      }
    }

    synchronized boolean isExpired() {
      return expired;
    }

    Duration length() {
      return length;
    }

    private synchronized void expire() {
      expired = true;
      if (running != null) {
        running.cancel();
      }
    }

    @Override
    public synchronized void close() {
      running = null;
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }
}
