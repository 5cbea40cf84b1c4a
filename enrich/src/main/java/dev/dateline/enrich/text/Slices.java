package dev.dateline.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;

/**
 * Divides work on the sentences of a long text among threads, so that who waits for a long article
 * does not wait for one core alone.
 *
 * <p>The threads are those of the fork-join pool that the caller runs in, or of the common pool
 * beside the caller: in a pool of one thread all is done by that one. Thread-safe.
 */
public final class Slices {

  /**
   * A thousand words or so: long enough to be worth handing over, and longer than most articles.
   */
  private static final int SENTENCES = 50;

  private Slices() {}

  /** What is done with the sentences from one to before another. */
  @FunctionalInterface
  public interface Slice {
    /**
     * Does it, on any thread, beside other slices.
     *
     * @param from the first sentence
     * @param to one past the last
     */
    void work(int from, int to);
  }

  /**
   * Does the work for all sentences and returns when all is done; what was written is then seen by
   * the caller.
   *
   * <p>Throws what a slice throws.
   *
   * @param sentences how many there are
   */
  public static void each(int sentences, Slice slice) {
    if (sentences <= SENTENCES) {
      slice.work(0, sentences);
      return;
    }
    List<ForkJoinTask<?>> tasks = new ArrayList<>();
    for (int from = 0; from < sentences; from += SENTENCES) {
      int first = from;
      int end = Math.min(sentences, from + SENTENCES);
      tasks.add(ForkJoinTask.adapt(() -> slice.work(first, end)));
    }
    ForkJoinTask.invokeAll(tasks);
  }
}
