package dev.dateline.ingest;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
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

  private final PrintWriter lines;
  private final PrintStream terminal;
  private final boolean watched;
  private final Clock clock;
  private final Consumer<IngestSummary> drained;
  private @Nullable Instant started;
  private Instant lastLine = Instant.MIN;
  private @Nullable ProgressBar bar;

  /**
   * Makes one.
   *
   * @param lines where lines go, as a rule standard error
   * @param terminal where the bar goes, as a rule the same
   * @param watched whether a person watches that
   * @param clock tells when it is time for another line
   * @param drained is told of each look through the files that found something
   */
  public ConsoleProgress(
      PrintWriter lines,
      PrintStream terminal,
      boolean watched,
      Clock clock,
      Consumer<IngestSummary> drained) {
    this.lines = lines;
    this.terminal = terminal;
    this.watched = watched;
    this.clock = clock;
    this.drained = drained;
  }

  @Override
  public void progressed(IngestProgress progress) {
    Instant now = clock.instant();
    Instant start = started == null ? now : started;
    started = start;
    if (Duration.between(start, now).compareTo(SHORT_WORK) < 0) {
      return;
    }
    if (watched) {
      if (bar == null) {
        bar = newBar(progress);
      }
      bar.maxHint(progress.bytes());
      bar.stepTo(progress.bytesRead());
      bar.setExtraMessage(String.format(Locale.ROOT, " %,d articles", progress.articles()));
    } else if (!now.isBefore(lastLine.plus(BETWEEN_LINES))) {
      lastLine = now;
      line(
          String.format(
              Locale.ROOT,
              "reading: %,d articles from %,d of %,d files, %d %% of the bytes%s",
              progress.articles(),
              progress.filesRead(),
              progress.files(),
              progress.bytes() == 0 ? 100 : 100 * progress.bytesRead() / progress.bytes(),
              rate(progress, Duration.between(start, now))));
    }
  }

  @Override
  public void rejected(Rejection rejection) {
    line(rejection.describe());
  }

  @Override
  public void warned(SourcePosition position, String warning) {
    line("reading " + position + ": " + warning);
  }

  @Override
  public void drained(IngestSummary summary) {
    close();
    drained.accept(summary);
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
        .setConsumer(new ConsoleProgressBarConsumer(terminal))
        .build();
  }

  /** Returns articles a second and how long the rest takes at this rate. */
  private static String rate(IngestProgress progress, Duration past) {
    double seconds = past.toMillis() / 1_000.0;
    if (progress.bytesRead() == 0 || seconds <= 0) {
      return "";
    }
    double rest = seconds * (progress.bytes() - progress.bytesRead()) / progress.bytesRead();
    return String.format(
        Locale.ROOT,
        ", %,.0f articles a second, %d:%02d left",
        progress.articles() / seconds,
        (long) rest / 60,
        (long) rest % 60);
  }

  private void line(String line) {
    if (bar != null) {
      // The bar has the line to itself and draws itself again below.
      terminal.print("\r\u001B[K");
      terminal.flush();
    }
    lines.println("dateline: " + line);
    lines.flush();
  }
}
