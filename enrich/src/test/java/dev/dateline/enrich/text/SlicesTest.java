package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class SlicesTest {

  @Test
  void everySentenceIsDealtWithOnceHoweverManyThereAre() {
    for (int sentences : new int[] {0, 1, 50, 51, 100, 1_234}) {
      AtomicIntegerArray times = new AtomicIntegerArray(sentences);
      Slices.each(sentences, (from, to) -> count(times, from, to));
      for (int i = 0; i < sentences; i++) {
        assertThat(times.get(i)).as("sentence %s of %s", i, sentences).isEqualTo(1);
      }
    }
  }

  @Test
  void whatASliceThrowsReachesTheCaller() {
    assertThatThrownBy(
            () ->
                Slices.each(
                    1_000,
                    (from, to) -> {
                      if (from >= 500) {
                        throw new OverBudgetException();
                      }
                    }))
        .isInstanceOf(OverBudgetException.class);
  }

  @Test
  void inAPoolOfOneThreadAllIsDoneByThatThread() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    ForkJoinPool one = new ForkJoinPool(1);
    try {
      one.submit(() -> Slices.each(1_000, (from, to) -> threads.add(Thread.currentThread())))
          .join();
    } finally {
      one.shutdown();
    }
    assertThat(threads).hasSize(1);
  }

  private static void count(AtomicIntegerArray times, int from, int to) {
    for (int i = from; i < to; i++) {
      times.incrementAndGet(i);
    }
  }
}
