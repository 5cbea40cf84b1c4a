package dev.dateline.app.demo;

import dev.dateline.ingest.IngestListener;
import dev.dateline.ingest.IngestProgress;
import dev.dateline.ingest.IngestSummary;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells people what ingest does: progress, rejections and warnings, one line each. */
public final class IngestNotices implements IngestListener {

  private static final long PROGRESS_NANOS = 200_000_000L;

  private final Notices notices;
  private final Consumer<IngestSummary> drained;
  private long lastProgress = System.nanoTime() - PROGRESS_NANOS;

  /** Makes one; {@code drained} is told of each look through the files that found something. */
  public IngestNotices(Notices notices, Consumer<IngestSummary> drained) {
    this.notices = notices;
    this.drained = drained;
  }

  @Override
  public void progressed(IngestProgress progress) {
    long now = System.nanoTime();
    if (now - lastProgress >= PROGRESS_NANOS) {
      lastProgress = now;
      long percent = progress.bytes() == 0 ? 100 : 100 * progress.bytesRead() / progress.bytes();
      notices.progress(
          String.format(
              Locale.ROOT,
              "reading: %,d of %,d files, %,d articles, %d %%",
              progress.filesRead(),
              progress.files(),
              progress.articles(),
              Math.min(100, percent)));
    }
  }

  @Override
  public void rejected(Rejection rejection) {
    notices.line(rejection.describe());
  }

  @Override
  public void warned(SourcePosition position, String warning) {
    notices.line("reading " + position + ": " + warning);
  }

  @Override
  public void drained(IngestSummary summary) {
    drained.accept(summary);
  }
}
