package dev.dateline.enrich.stream;

import dev.dateline.schemas.avro.Article;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets no more articles be annotated at a time than there are processors, first come first served;
 * a long one, which is annotated in slices, counts as several.
 *
 * <p>There are more threads than that, so that a long article holds up few others. Were all of them
 * at work at once, as when many long articles come together, each would take as long as all, and
 * the ledger would get too little of the processors to judge the claims that are there already.
 * Thread-safe, if the annotator is.
 */
final class AnnotatingTurns<R> implements Function<Article, R> {

  /** About two slices of fifty sentences, in UTF-16 units. */
  static final int CHARACTERS_A_TURN = 10_000;

  /**
   * Who has waited so long goes on without a turn: the thread's transaction would time out, and the
   * article be read again for ever.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Function<Article, R> annotator;
  private final int atOnce;
  private final Semaphore turns;
  private final Duration patience;

  /** Makes one for the processors of this machine. */
  AnnotatingTurns(Function<Article, R> annotator) {
    this(annotator, Runtime.getRuntime().availableProcessors(), PATIENCE);
  }

  AnnotatingTurns(Function<Article, R> annotator, int atOnce, Duration patience) {
    this.annotator = annotator;
    this.atOnce = atOnce;
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /** Returns what the annotator returns, and throws what it throws. */
  @Override
  public R apply(Article article) {
    int wanted = Math.min(atOnce, 1 + article.getText().length() / CHARACTERS_A_TURN);
    boolean taken = take(wanted);
    try {
      return annotator.apply(article);
    } finally {
      if (taken) {
        turns.release(wanted);
      }
    }
  }

  private boolean take(int wanted) {
    try {
      return turns.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
