package dev.dateline.ingest;

import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.file.FileEntry;
import dev.dateline.ingest.file.FileScan;
import dev.dateline.ingest.file.FileSource;
import dev.dateline.ingest.publish.ArticlePublisher;
import dev.dateline.schemas.avro.Article;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Publishes the articles of files and folders, once or for as long as one watches them.
 *
 * <pre>{@code
 * try (FileIngest ingest = FileIngest.of(paths, Map.of("bootstrap.servers", "localhost:9092"),
 *     IngestSettings.defaults(), Clock.systemUTC(), listener)) {
 *   IngestSummary summary = ingest.runOnce();   // drains; call watch() instead to stay
 * }
 * }</pre>
 *
 * <p>{@link #close()} may be called from any thread and ends the other two; one thread at a time
 * calls those. They throw {@link dev.dateline.ingest.publish.IngestException} with one line for
 * people when Kafka is out of reach, a topic is missing or another instance took over.
 */
public final class FileIngest implements AutoCloseable {

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(10);

  private final FileSource source;
  private final ArticleAssembler assembler;
  private final Supplier<ArticlePublisher> opening;
  private final Duration pollInterval;
  private final IngestListener listener;
  private final ReentrantLock working = new ReentrantLock();
  private final CountDownLatch closed = new CountDownLatch(1);

  FileIngest(
      List<Path> paths,
      IngestSettings settings,
      Clock clock,
      IngestListener listener,
      Supplier<ArticlePublisher> opening) {
    this.source = new FileSource(paths);
    this.assembler = new ArticleAssembler(clock, settings.backfillAge());
    this.pollInterval = settings.pollInterval();
    this.listener = listener;
    this.opening = opening;
  }

  /**
   * Makes an ingest that connects when it starts to run.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   */
  public static FileIngest of(
      List<Path> paths,
      Map<String, Object> clientProperties,
      IngestSettings settings,
      Clock clock,
      IngestListener listener) {
    return new FileIngest(
        paths,
        settings,
        clock,
        listener,
        () ->
            ArticlePublisher.open(
                clientProperties, settings.publisher(), clock, listener::published));
  }

  /** Reads everything there is, publishes what is new, and returns when that is committed. */
  public IngestSummary runOnce() {
    working.lock();
    try (ArticlePublisher publisher = opening.get()) {
      return look(publisher, new FileChanges());
    } finally {
      working.unlock();
    }
  }

  /**
   * Does the same and then reads every file that is added or changed, until closed.
   *
   * @return what became of everything together
   */
  public IngestSummary watch() throws InterruptedException {
    working.lock();
    try (ArticlePublisher publisher = opening.get()) {
      IngestSummary all = IngestSummary.NONE;
      FileChanges changes = new FileChanges();
      do {
        all = all.plus(look(publisher, changes));
      } while (!closed.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS));
      return all;
    } finally {
      working.unlock();
    }
  }

  /** Ends reading, publishes what was read, and waits for that up to ten seconds. */
  @Override
  public void close() {
    closed.countDown();
    if (working.isHeldByCurrentThread()) {
      return;
    }
    try {
      if (working.tryLock(LONGEST_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        working.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private IngestSummary look(ArticlePublisher publisher, FileChanges changes) {
    FileScan scan = changes.in(source.scan());
    Tally tally = new Tally(scan, listener);
    for (Rejection rejection : scan.rejections()) {
      tally.rejected(rejection);
    }
    for (FileEntry file : scan.files()) {
      if (isClosed()) {
        break;
      }
      read(file, publisher, tally);
    }
    if (isClosed()) {
      publisher.commit();
    } else {
      tally.revised(publisher.flush());
    }
    if (tally.isWorthTelling()) {
      listener.drained(tally.summary());
    }
    return tally.summary();
  }

  private void read(FileEntry file, ArticlePublisher publisher, Tally tally) {
    try (SourceItems items = file.open()) {
      while (!isClosed() && items.hasNext()) {
        take(items.next(), publisher, tally);
        publisher.commitIfDue();
        tally.read(items.bytesRead());
      }
    }
    tally.fileRead(file);
  }

  private void take(SourceItem item, ArticlePublisher publisher, Tally tally) {
    if (item instanceof ArticleDraft draft) {
      try {
        Article article = assembler.assemble(draft);
        tally.published(publisher.publish(article, draft.address()));
        article.getWarnings().forEach(warning -> tally.warned(draft.position(), warning));
      } catch (ArticleRejectedException e) {
        tally.rejected(e.rejection());
      }
    } else if (item instanceof Rejection rejection) {
      tally.rejected(rejection);
    }
  }
}
