package dev.dateline.ingest.article;

import java.util.Iterator;

/**
 * The entries of a source, one by one, in the source's order.
 *
 * <p>Reads no further than it was asked to. What cannot be read is a {@link Rejection}, never an
 * exception. Not thread-safe; close it.
 */
public interface SourceItems extends Iterator<SourceItem>, AutoCloseable {

  /** Returns how many bytes of the source have been read so far, before any decompression. */
  long bytesRead();

  /** Releases the source; may be called more than once. */
  @Override
  void close();
}
