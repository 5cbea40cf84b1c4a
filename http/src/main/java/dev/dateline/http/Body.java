package dev.dateline.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** A body as it was read: unpacked, within the limits, whole or not. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Body(byte[] bytes, boolean complete) {

  static final Body NONE = new Body(new byte[0], true);

  private static final int FREE_OF_RATIO = 1 << 20;
  private static final int MOST_ENCODINGS = 2;

  /**
   * Reads a body to its end.
   *
   * @param encodings the value of Content-Encoding; null when there is none
   * @throws IOException when nothing could be read
   */
  static Body read(InputStream in, @Nullable String encodings, URI uri, HttpSettings settings)
      throws IOException, HttpFailure {
    CountedInput wire = new CountedInput(in);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 14];
    try {
      InputStream unpacked = unpack(wire, encodings, uri);
      for (int n = unpacked.read(buffer); n >= 0; n = unpacked.read(buffer)) {
        out.write(buffer, 0, n);
        check(out.size(), wire.count(), uri, settings);
      }
      return new Body(out.toByteArray(), true);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      if (out.size() == 0) {
        throw e;
      }
      // The other end closed too early, or its packing is broken: what came may still be of use.
      return new Body(out.toByteArray(), false);
    }
  }

  private static void check(int length, long sent, URI uri, HttpSettings settings)
      throws HttpFailure {
    if (length > settings.maxBytes()) {
      throw new HttpFailure(
          HttpFailure.Kind.TOO_LARGE,
          uri,
          "the answer is longer than " + settings.maxBytes() + " bytes");
    }
    if (length > FREE_OF_RATIO && length > sent * settings.maxRatio()) {
      throw new HttpFailure(
          HttpFailure.Kind.DECOMPRESSION_BOMB,
          uri,
          "the answer unpacks to more than " + settings.maxRatio() + " times what was sent");
    }
  }

  private static InputStream unpack(InputStream in, @Nullable String encodings, URI uri)
      throws IOException, HttpFailure {
    InputStream unpacked = in;
    List<String> applied =
        encodings == null
            ? List.of()
            : Arrays.asList(encodings.toLowerCase(Locale.ROOT).split(","));
    if (applied.size() > MOST_ENCODINGS) {
      throw unreadable(uri, encodings);
    }
    // The last one applied is the first one to undo.
    Collections.reverse(applied);
    for (String encoding : applied) {
      unpacked =
          switch (encoding.strip()) {
            case "gzip", "x-gzip" -> gzip(unpacked);
            case "deflate" -> deflate(unpacked);
            case "identity", "" -> unpacked;
            default -> throw unreadable(uri, encodings);
          };
    }
    return unpacked;
  }

  private static HttpFailure unreadable(URI uri, @Nullable String encodings) {
    return new HttpFailure(
        HttpFailure.Kind.UNREADABLE,
        uri,
        "the answer is encoded as \"" + encodings + "\", and gzip was asked for");
  }

  /** Servers that say gzip and send none are read as they are. */
  @SuppressWarnings("resource") // the caller closes the stream below
  private static InputStream gzip(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    byte[] start = peek(buffered);
    boolean packed = start.length == 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    return packed ? new GZIPInputStream(buffered) : buffered;
  }

  /** Deflate is meant to have zlib's header, and many servers leave it out. */
  @SuppressWarnings("resource") // the caller closes the stream below
  private static InputStream deflate(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in);
    byte[] start = peek(buffered);
    boolean headed =
        start.length == 2
            && (start[0] & 0x0F) == 8
            && ((start[0] & 0xFF) * 256 + (start[1] & 0xFF)) % 31 == 0;
    return new InflaterInputStream(buffered, new Inflater(!headed));
  }

  private static byte[] peek(BufferedInputStream in) throws IOException {
    in.mark(2);
    byte[] start = in.readNBytes(2);
    in.reset();
    return start;
  }
}
