package dev.dateline.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read from a stream. Not thread-safe. */
public final class CountedInput extends FilterInputStream {

  private long count;

  /** Makes one that reads from the stream, and closes it when it is closed. */
  public CountedInput(InputStream in) {
    super(in);
  }

  /** Returns how many bytes have been read so far. */
  public long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    count += b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count += Math.max(0, read);
    return read;
  }
}
