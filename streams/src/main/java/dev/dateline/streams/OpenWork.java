package dev.dateline.streams;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * What a stream thread has processed and not yet committed, so that it commits as soon as nothing
 * more waits, and not only when its commit interval is over.
 *
 * <p>A commit costs the broker about the same for one record as for fifty. After each, the thread
 * therefore waits twenty times as long as it took before it asks for the next: on a quiet machine
 * that is soon, on a busy one the transactions grow. Each stream thread has its own; not for other
 * threads.
 */
final class OpenWork {

  private static final int PAUSE_TIMES = 20;
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(200).toNanos();

  /** How long a thread waits for more, for what was fetched a moment ago may be on its way. */
  private static final long GRACE_NANOS = Duration.ofMillis(3).toNanos();

  private static final ThreadLocal<OpenWork> OF_THREAD = ThreadLocal.withInitial(OpenWork::new);

  private @Nullable ProcessingContext last;
  private boolean committing;
  private long askedAt;
  private long pauseUntil = System.nanoTime();

  private OpenWork() {}

  /** Returns this thread's. */
  static OpenWork ofThisThread() {
    return OF_THREAD.get();
  }

  /** Notes that a record was processed. */
  void processed(ProcessingContext context) {
    last = context;
  }

  /** Notes that the thread is back for more records: what it asked for before has been done. */
  void backForMore() {
    if (committing) {
      committing = false;
      long now = System.nanoTime();
      pauseUntil = now + Math.min(LONGEST_PAUSE_NANOS, PAUSE_TIMES * (now - askedAt));
    }
  }

  /** Returns whether something has been processed since a commit was asked for last. */
  boolean isOpen() {
    return last != null;
  }

  /** Returns how long to wait for more before a commit is asked for. */
  Duration wait(Duration longest) {
    long nanos = Math.max(GRACE_NANOS, pauseUntil - System.nanoTime());
    return longest.toNanos() < nanos ? longest : Duration.ofNanos(nanos);
  }

  /** Asks for a commit, unless the last one was too short a time ago. */
  void commit() {
    ProcessingContext context = last;
    long now = System.nanoTime();
    if (context != null && now - pauseUntil >= 0) {
      last = null;
      committing = true;
      askedAt = now;
      context.commit();
    }
  }
}
