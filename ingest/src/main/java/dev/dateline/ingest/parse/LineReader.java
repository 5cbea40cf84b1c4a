package dev.dateline.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream line by line as bytes, holding no more than one line.
 *
 * <p>A line longer than {@link #MAX_LINE_BYTES} is skipped to its end. Not thread-safe.
 */
final class LineReader {

  /** Greatest length of a line; a text of the greatest length fits even when all is escaped. */
  static final int MAX_LINE_BYTES = 32 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;
  private int number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Returns the number of the line read last, counted from 1. */
  int number() {
    return number;
  }

  /**
   * Returns the next line without its end, or null at the end of the stream; a line of greater
   * length than the limit is returned cut to one byte more than it.
   */
  byte @Nullable [] read() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean any = false;
    while (fill()) {
      any = true;
      int end = next;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int room = MAX_LINE_BYTES + 1 - line.size();
      line.write(buffer, next, Math.min(end - next, room));
      boolean complete = end < filled;
      next = complete ? end + 1 : end;
      if (complete) {
        break;
      }
    }
    if (!any) {
      return null;
    }
    number++;
    return withoutEnds(line.toByteArray());
  }

  private byte[] withoutEnds(byte[] line) {
    boolean marked =
        number == 1
            && line.length >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    int start = marked ? 3 : 0;
    int end = line.length > start && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    return Arrays.copyOfRange(line, start, end);
  }

  private boolean fill() throws IOException {
    if (next < filled) {
      return true;
    }
    next = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
