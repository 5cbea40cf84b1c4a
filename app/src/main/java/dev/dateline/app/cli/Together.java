package dev.dateline.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Does several things at a time, each in a thread of its own. */
final class Together {

  private Together() {}

  /**
   * Returns when all have ended, or throws as soon as one fails; the caller then closes the others.
   *
   * @return the greatest of what they return
   */
  static int run(List<Callable<Integer>> work) throws Exception {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            work.size(),
            task -> {
              Thread thread = new Thread(task, "ingest");
              thread.setDaemon(true);
              return thread;
            });
    try {
      CompletionService<Integer> ends = new ExecutorCompletionService<>(threads);
      work.forEach(ends::submit);
      int greatest = 0;
      for (int i = 0; i < work.size(); i++) {
        greatest = Math.max(greatest, ends.take().get());
      }
      return greatest;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }
}
