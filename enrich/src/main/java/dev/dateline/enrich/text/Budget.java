package dev.dateline.enrich.text;

import java.time.Duration;

/**
 * The time one article may take, so that no input can hold up a transaction.
 *
 * <p>Every loop whose length depends on the input calls {@link #check()} once a sentence or
 * oftener. Made per article; not shared between threads.
 */
public final class Budget {

  private final long deadlineNanos;

  private Budget(long deadlineNanos) {
    this.deadlineNanos = deadlineNanos;
  }

  /** Starts the clock. */
  public static Budget of(Duration limit) {
    return new Budget(System.nanoTime() + limit.toNanos());
  }

  /** Returns a budget that never ends, for tests and training. */
  public static Budget unlimited() {
    return new Budget(System.nanoTime() + Long.MAX_VALUE / 2);
  }

  /** Throws {@link OverBudgetException} when the time is used up. */
  public void check() {
    if (System.nanoTime() - deadlineNanos > 0) {
      throw new OverBudgetException();
    }
  }
}
