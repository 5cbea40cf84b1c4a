package dev.dateline.ingest;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Shows people how ingest goes on: a bar with rate and remaining time on a terminal, a plain line
 * now and then elsewhere, and one line for every rejection and warning.
 *
 * <p>Short work shows neither bar nor progress lines. Not thread-safe; close it to take the bar
 * away.
 */
public final class ConsoleProgress implements IngestListener, AutoCloseable {

  private static final Duration SHORT_WORK = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int KIBIBYTE = 1024;

  private final PrintStream out;
  private final boolean terminal;
  private final Clock clock;
  private @Nullable Instant started;
  private Instant lastLine = Instant.MIN;
  private @Nullable ProgressBar bar;

  /**
   * Makes one.
   *
   * @param out where to write, as a rule standard error
   * @param terminal whether a person watches it
   * @param clock tells when it is time for another line
   */
  public ConsoleProgress(PrintStream out, boolean terminal, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void progressed(IngestProgress progress) {
    Instant now = clock.instant();
    Instant start = started == null ? now : started;
    started = start;
    if (Duration.between(start, now).compareTo(SHORT_WORK) < 0) {
      return;
    }
    if (terminal) {
      if (bar == null) {
        bar = newBar(progress);
      }
      bar.maxHint(progress.bytes());
      bar.stepTo(progress.bytesRead());
      bar.setExtraMessage(String.format(" %,d articles", progress.articles()));
    } else if (!now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      lastLine = now;
      out.printf(
          "ingest: %,d articles from %,d of %,d files, %d %% of the bytes%n",
          progress.articles(),
          progress.filesRead(),
          progress.files(),
          progress.bytes() == 0 ? 100 : 100 * progress.bytesRead() / progress.bytes());
    }
  }

  @Override
  public void rejected(Rejection rejection) {
    line("ingest: " + rejection.describe());
  }

  @Override
  public void warned(SourcePosition position, String warning) {
    line("ingest: reading " + position + ": " + warning);
  }

  @Override
  public void drained(IngestSummary summary) {
    close();
    line("ingest: " + summary);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    started = null;
    lastLine = Instant.MIN;
  }

  private ProgressBar newBar(IngestProgress progress) {
    return new ProgressBarBuilder()
        .setTaskName("ingest")
        .setInitialMax(progress.bytes())
        .setUnit(" KiB", KIBIBYTE)
        .showSpeed()
        .clearDisplayOnFinish()
        .setConsumer(new ConsoleProgressBarConsumer(out))
        .build();
  }

  private void line(String line) {
    if (bar != null) {
      // The bar has the line to itself and draws itself again below.
      out.print("\r\u001B[K");
    }
    out.println(line);
  }
}
