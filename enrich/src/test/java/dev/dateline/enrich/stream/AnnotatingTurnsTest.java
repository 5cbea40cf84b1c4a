package dev.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.dateline.enrich.Articles;
import dev.dateline.schemas.avro.Article;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnnotatingTurnsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void noMoreArticlesAreAnnotatedAtATimeThanThereAreTurns() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch bothAtWork = new CountDownLatch(2);
    AnnotatingTurns<String> turns =
        new AnnotatingTurns<>(
            article -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              bothAtWork.countDown();
              await(bothAtWork);
              now.decrementAndGet();
              return article.getText() + " read";
            },
            2,
            LONG);

    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Article article = Articles.of("Article " + i, null);
      all.add(threads.submit(() -> turns.apply(article)));
    }

    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).get()).isEqualTo("Article " + i + " read");
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void articleOfSeveralSlicesTakesAsManyTurns() throws Exception {
    BlockingQueue<Integer> begun = new LinkedBlockingQueue<>();
    CountDownLatch end = new CountDownLatch(1);
    AnnotatingTurns<Integer> turns =
        new AnnotatingTurns<>(
            article -> {
              int characters = article.getText().length();
              begun.add(characters);
              if (characters > AnnotatingTurns.CHARACTERS_A_TURN) {
                await(end);
              }
              return characters;
            },
            2,
            LONG);
    int most = 3 * AnnotatingTurns.CHARACTERS_A_TURN;
    threads.execute(() -> turns.apply(Articles.of("x".repeat(most), null)));
    assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo(most);

    Thread other = new Thread(() -> turns.apply(Articles.of("short", null)));
    other.start();

    Awaitility.await().until(() -> other.getState() == Thread.State.TIMED_WAITING);
    assertThat(begun).isEmpty();
    end.countDown();
    assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo("short".length());
  }

  @Test
  void whoWaitsTooLongGoesOnWithoutATurn() throws Exception {
    BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    CountDownLatch end = new CountDownLatch(1);
    AnnotatingTurns<String> turns =
        new AnnotatingTurns<>(
            article -> {
              begun.add(article.getText());
              if (article.getText().equals("held")) {
                await(end);
              }
              return article.getText();
            },
            1,
            Duration.ofMillis(20));
    Future<String> held = threads.submit(() -> turns.apply(Articles.of("held", null)));
    assertThat(begun.poll(30, TimeUnit.SECONDS)).isEqualTo("held");

    assertThat(turns.apply(Articles.of("other", null))).isEqualTo("other");

    assertThat(held).isNotDone();
    end.countDown();
    assertThat(held.get()).isEqualTo("held");
  }

  @Test
  void turnOfAnArticleThatFailsIsGivenBack() {
    AnnotatingTurns<String> turns =
        new AnnotatingTurns<>(
            article -> {
              throw new IllegalStateException("annotating");
            },
            1,
            LONG);

    Article bad = Articles.of("bad", null);
    for (int i = 0; i < 3; i++) {
      assertThatIllegalStateException()
          .isThrownBy(() -> turns.apply(bad))
          .withMessage("annotating");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
