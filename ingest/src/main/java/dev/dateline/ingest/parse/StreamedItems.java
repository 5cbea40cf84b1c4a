package dev.dateline.ingest.parse;

import dev.dateline.http.CountedInput;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.Rejection;
import dev.dateline.ingest.article.RejectionCode;
import dev.dateline.ingest.article.SourceItem;
import dev.dateline.ingest.article.SourceItems;
import dev.dateline.ingest.article.SourcePosition;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The entries of a file that is read as it streams, one held at a time. Not thread-safe. */
abstract class StreamedItems implements SourceItems {

  private final InputStream in;
  private final CountedInput counted;
  private @Nullable SourceItem next;
  private boolean ended;

  /**
   * Makes one.
   *
   * @param in what is read, closed with this
   * @param counted the same before any decompression
   */
  StreamedItems(InputStream in, CountedInput counted) {
    this.in = in;
    this.counted = counted;
  }

  /** Reads one record; returns what it gives, null when that is nothing. */
  abstract @Nullable SourceItem advance();

  /** Tells that there is no more to read. */
  void end() {
    ended = true;
  }

  /** Ends with a rejection: what comes after cannot be read. */
  Rejection brokenOff(SourcePosition position, Exception cause) {
    end();
    return new Rejection(
        position,
        null,
        RejectionCode.UNREADABLE,
        "cannot be read any further: " + OneLine.quoted(String.valueOf(cause.getMessage())));
  }

  @Override
  public final boolean hasNext() {
    while (next == null && !ended) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public final SourceItem next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    SourceItem item = next;
    next = null;
    return item;
  }

  @Override
  public final long bytesRead() {
    return counted.count();
  }

  @Override
  public final void close() {
    ended = true;
    next = null;
    try {
      in.close();
    } catch (IOException e) {
      // It was only read: nothing can be lost.
      return;
    }
  }
}
