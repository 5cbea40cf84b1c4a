package dev.dateline.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/**
 * Runs rounds until the JVM spends little of one on compiling: what runs for days spends nothing on
 * it, and a third of all in its first minute.
 */
final class WarmUp {

  private static final int MOST_ROUNDS = 20;
  private static final double STILL_COMPILING = 0.05;

  private WarmUp() {}

  /**
   * What is run to warm up.
   *
   * @param <E> what it may fail with
   */
  interface Round<E extends Exception> {
    void run(int number) throws InterruptedException, E;
  }

  /**
   * Runs at least one round and at most twenty.
   *
   * @param round is told its number, from 1
   */
  static <E extends Exception> void until(Round<E> round) throws InterruptedException, E {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    for (int number = 1; number <= MOST_ROUNDS; number++) {
      long compiled = compiler.getTotalCompilationTime();
      long start = System.nanoTime();
      round.run(number);
      double share =
          (compiler.getTotalCompilationTime() - compiled) * 1e6 / (System.nanoTime() - start);
      if (share < STILL_COMPILING) {
        break;
      }
    }
  }
}
