package dev.dateline.ingest.file;

import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.parse.ArticleReader;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file to read, as it was when it was found.
 *
 * @param path where it lies
 * @param addressName its name as it stands in addresses
 * @param size its length in bytes
 * @param modified when it was last written
 */
public record FileEntry(Path path, String addressName, long size, Instant modified) {

  /** Opens it. */
  public SourceItems open() {
    return ArticleReader.open(path, addressName);
  }

  /** Tells whether the other is the same file with the same size and time. */
  public boolean isUnchangedSince(FileEntry other) {
    return size == other.size && modified.equals(other.modified);
  }
}
