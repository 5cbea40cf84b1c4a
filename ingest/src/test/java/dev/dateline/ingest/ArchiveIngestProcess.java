package dev.dateline.ingest;

import dev.dateline.ingest.publish.PublisherSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Reads an archive in a process of its own, up to a byte at which it says so and stands still. */
final class ArchiveIngestProcess {

  static final String REACHED = "reached";

  private ArchiveIngestProcess() {}

  /** Takes the bootstrap servers, the archive and the byte. */
  public static void main(String[] arguments) {
    long byteToStopAt = Long.parseLong(arguments[2]);
    PublisherSettings publisher = new PublisherSettings("archive", 50, Duration.ofMillis(200));
    IngestSettings settings =
        new IngestSettings(publisher, Duration.ofDays(7), Duration.ofSeconds(1));
    IngestListener listener =
        new IngestListener() {
          @Override
          public void progressed(IngestProgress progress) {
            if (progress.bytesRead() >= byteToStopAt) {
              System.out.println(REACHED);
              standStill();
            }
          }
        };
    FileIngest.of(
            List.of(Path.of(arguments[1])),
            Map.of("bootstrap.servers", arguments[0]),
            settings,
            Clock.systemUTC(),
            listener)
        .runOnce();
  }

  private static void standStill() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
