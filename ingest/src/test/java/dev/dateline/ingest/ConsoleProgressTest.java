package dev.dateline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourcePosition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final MovableClock clock = new MovableClock();

  @Test
  void shortWorkShowsOnlyWhatHappened() {
    try (ConsoleProgress console = console(false)) {
      console.progressed(new IngestProgress(1, 1, 10, 10, 1));
      console.warned(SourcePosition.wholeFile("a.txt"), "the text is empty");
      console.rejected(
          new Rejection(
              new SourcePosition("b.jsonl", 3), null, RejectionCode.INVALID_JSON, "not JSON"));
      console.drained(new IngestSummary(1, 0, 0, 1, 1));
    }
    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "dateline: reading a.txt: the text is empty",
            "dateline: reading b.jsonl: line 3: not JSON",
            "1 published, 0 revised, 0 unchanged, 1 rejected");
  }

  @Test
  void longWorkWithoutATerminalShowsALineNowAndThen() {
    try (ConsoleProgress console = console(false)) {
      for (int i = 1; i <= 20; i++) {
        console.progressed(new IngestProgress(40, i, 400, 10L * i, i));
        clock.now = clock.now.plusSeconds(1);
      }
    }
    assertThat(bytes.toString(UTF_8).lines())
        .containsExactly(
            "dateline: reading: 3 articles from 3 of 40 files, 7 % of the bytes, 2 articles a"
                + " second, 0:24 left",
            "dateline: reading: 13 articles from 13 of 40 files, 32 % of the bytes, 1 articles a"
                + " second, 0:24 left");
  }

  @Test
  void longWorkOnATerminalShowsABarThatGoesAway() {
    try (ConsoleProgress console = console(true)) {
      console.progressed(new IngestProgress(2, 0, 400, 0, 0));
      clock.now = clock.now.plus(Duration.ofSeconds(3));
      console.progressed(new IngestProgress(2, 1, 400, 200, 7));
      console.drained(new IngestSummary(7, 0, 0, 0, 0));
    }
    assertThat(bytes.toString(UTF_8))
        .contains("7 articles")
        .endsWith("7 published, 0 revised, 0 unchanged, 0 rejected\n");
  }

  private ConsoleProgress console(boolean terminal) {
    PrintWriter lines = new PrintWriter(bytes, true, UTF_8);
    return new ConsoleProgress(
        lines, new PrintStream(bytes, true, UTF_8), terminal, clock, lines::println);
  }

  private static final class MovableClock extends Clock {

    private Instant now = Instant.parse("2024-10-08T12:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
