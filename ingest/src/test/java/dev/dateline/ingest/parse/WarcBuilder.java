package dev.dateline.ingest.parse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Writes records of WARC archives for tests. */
public final class WarcBuilder {

  private WarcBuilder() {}

  /** Returns the record that opens an archive. */
  public static byte[] info() {
    return record("warcinfo", null, "application/warc-fields", bytes("software: test\r\n"));
  }

  /** Returns a response with its page. */
  public static byte[] response(String address, String status, String type, byte[] page) {
    byte[] head =
        bytes(
            "HTTP/1.1 "
                + status
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Length: "
                + page.length
                + "\r\n\r\n");
    return record("response", address, "application/http; msgtype=response", join(head, page));
  }

  /** Returns a request. */
  public static byte[] request(String address) {
    return record(
        "request",
        address,
        "application/http; msgtype=request",
        bytes("GET / HTTP/1.1\r\nHost: news.example\r\n\r\n"));
  }

  /** Returns the bytes as one gzip member. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] record(
      String type,
      @org.jspecify.annotations.Nullable String address,
      String contentType,
      byte[] block) {
    String target = address == null ? "" : "WARC-Target-URI: " + address + "\r\n";
    byte[] head =
        bytes(
            "WARC/1.0\r\nWARC-Type: "
                + type
                + "\r\n"
                + target
                + "WARC-Date: 2026-11-20T08:30:00Z\r\nWARC-Record-ID: <urn:uuid:"
                + UUID.nameUUIDFromBytes(join(bytes(type + target), block))
                + ">\r\nContent-Type: "
                + contentType
                + "\r\nContent-Length: "
                + block.length
                + "\r\n\r\n");
    return join(join(head, block), bytes("\r\n\r\n"));
  }

  private static byte[] join(byte[] one, byte[] other) {
    byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
