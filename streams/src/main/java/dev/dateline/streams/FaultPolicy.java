package dev.dateline.streams;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of an application whose thread died: a fault that may pass replaces the
 * thread, any other stops the application, and so do too many in a short time. Thread-safe.
 */
final class FaultPolicy implements StreamsUncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);
  private static final int MAX_REPLACEMENTS = 10;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final String application;
  private final Clock clock;
  private final Deque<Instant> replacements = new ArrayDeque<>();
  private volatile @Nullable Throwable latest;

  FaultPolicy(String application, Clock clock) {
    this.application = application;
    this.clock = clock;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable fault) {
    latest = fault;
    if (Faults.isRetriable(fault) && mayReplace()) {
      LOG.warn("{}: a thread failed and is replaced: {}", application, describe(fault));
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    LOG.error("{}: stopped: {}", application, describe(fault), fault);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Returns the latest fault; empty when there was none. */
  Optional<Throwable> latest() {
    return Optional.ofNullable(latest);
  }

  /** Returns the fault as one line. */
  static String describe(Throwable fault) {
    Throwable root = Faults.rootOf(fault);
    String message =
        root.getMessage() == null ? "" : ": " + root.getMessage().lines().findFirst().orElse("");
    return root.getClass().getSimpleName() + message;
  }

  private synchronized boolean mayReplace() {
    Instant now = clock.instant();
    while (!replacements.isEmpty() && replacements.peekFirst().isBefore(now.minus(WINDOW))) {
      replacements.removeFirst();
    }
    replacements.addLast(now);
    return replacements.size() <= MAX_REPLACEMENTS;
  }
}
