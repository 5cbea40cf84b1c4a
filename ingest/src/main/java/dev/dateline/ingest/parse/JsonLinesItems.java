package dev.dateline.ingest.parse;

import dev.dateline.ingest.article.ArticleRejectedException;
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

/** The articles of a stream of JSON Lines; blank lines are passed over. Not thread-safe. */
final class JsonLinesItems implements SourceItems {

  private final InputStream in;
  private final CountedInput counted;
  private final LineReader lines;
  private final String name;
  private final String addressName;
  private @Nullable SourceItem next;
  private boolean ended;

  JsonLinesItems(InputStream in, CountedInput counted, String name, String addressName) {
    this.in = in;
    this.counted = counted;
    this.lines = new LineReader(in);
    this.name = name;
    this.addressName = addressName;
  }

  @Override
  public boolean hasNext() {
    while (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  @Override
  public SourceItem next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    SourceItem item = next;
    next = null;
    return item;
  }

  @Override
  public long bytesRead() {
    return counted.count();
  }

  @Override
  public void close() {
    ended = true;
    next = null;
    try {
      in.close();
    } catch (IOException e) {
      // It was only read: nothing can be lost.
      return;
    }
  }

  private void advance() {
    byte[] line;
    try {
      line = lines.read();
    } catch (IOException e) {
      ended = true;
      next =
          new Rejection(
              new SourcePosition(name, lines.number() + 1),
              null,
              RejectionCode.UNREADABLE,
              "cannot be read any further: " + OneLine.quoted(String.valueOf(e.getMessage())));
      return;
    }
    if (line == null) {
      ended = true;
    } else if (!isBlank(line)) {
      next = parse(line);
    }
  }

  private SourceItem parse(byte[] line) {
    SourcePosition position = new SourcePosition(name, lines.number());
    if (line.length > LineReader.MAX_LINE_BYTES) {
      return new Rejection(
          position,
          null,
          RejectionCode.TOO_LONG,
          "the line is longer than " + LineReader.MAX_LINE_BYTES + " bytes");
    }
    try {
      return JsonLine.parse(line, position, addressName);
    } catch (ArticleRejectedException e) {
      return e.rejection();
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
