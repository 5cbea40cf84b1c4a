package dev.dateline.ingest;

import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.file.FileEntry;
import dev.dateline.ingest.file.FileScan;
import dev.dateline.ingest.publish.Outcome;

/** Counts what one look through the files gives, and tells the listener. Not thread-safe. */
final class Tally {

  private final IngestListener listener;
  private final int files;
  private final long bytes;
  private int filesRead;
  private long bytesBefore;
  private int published;
  private int revised;
  private int unchanged;
  private int rejected;
  private int warnings;

  Tally(FileScan scan, IngestListener listener) {
    this.listener = listener;
    this.files = scan.files().size();
    this.bytes = scan.bytes();
  }

  void published(Outcome outcome) {
    switch (outcome) {
      case PUBLISHED -> published++;
      case REVISED -> revised++;
      case UNCHANGED -> unchanged++;
    }
  }

  /** Counts articles that were first taken for unchanged and turned out to have gone back. */
  void revised(int goneBack) {
    revised += goneBack;
    unchanged -= goneBack;
  }

  void rejected(Rejection rejection) {
    rejected++;
    listener.rejected(rejection);
  }

  void warned(SourcePosition position, String warning) {
    warnings++;
    listener.warned(position, warning);
  }

  void read(long bytesOfFile) {
    tell(bytesBefore + bytesOfFile);
  }

  void fileRead(FileEntry file) {
    filesRead++;
    bytesBefore += file.size();
    tell(bytesBefore);
  }

  boolean isWorthTelling() {
    return files > 0 || rejected > 0;
  }

  IngestSummary summary() {
    return new IngestSummary(published, revised, unchanged, rejected, warnings);
  }

  private void tell(long bytesRead) {
    int articles = published + revised + unchanged + rejected;
    listener.progressed(new IngestProgress(files, filesRead, bytes, bytesRead, articles));
  }
}
