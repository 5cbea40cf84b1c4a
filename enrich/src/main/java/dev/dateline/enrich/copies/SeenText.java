package dev.dateline.enrich.copies;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an article's text.
 *
 * @param sequence counts the articles in the order in which their first revisions came, from 1
 * @param articleId the article's id
 * @param url its address; null when it has none
 * @param source its outlet; null when not known
 * @param fetched when its latest revision was read
 * @param sketch of the latest revision's text
 */
public record SeenText(
    int sequence,
    String articleId,
    @Nullable String url,
    @Nullable String source,
    Instant fetched,
    TextSketch sketch) {

  private static final byte VERSION = 1;

  /** Reads what {@link #toBytes()} wrote. */
  public static SeenText fromBytes(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    if (from.get() != VERSION) {
      throw new IllegalArgumentException("reading a remembered text: of a version not known");
    }
    int sequence = from.getInt();
    Instant fetched = Instant.ofEpochMilli(from.getLong());
    String articleId = String.valueOf(readString(from));
    String url = readString(from);
    String source = readString(from);
    return new SeenText(sequence, articleId, url, source, fetched, TextSketch.read(from));
  }

  /** Returns it as bytes. */
  public byte[] toBytes() {
    byte[] id = articleId.getBytes(StandardCharsets.UTF_8);
    byte[] address = url == null ? null : url.getBytes(StandardCharsets.UTF_8);
    byte[] outlet = source == null ? null : source.getBytes(StandardCharsets.UTF_8);
    ByteBuffer to =
        ByteBuffer.allocate(
            1
                + Integer.BYTES
                + Long.BYTES
                + size(id)
                + size(address)
                + size(outlet)
                + sketch.bytes());
    to.put(VERSION).putInt(sequence).putLong(fetched.toEpochMilli());
    write(to, id);
    write(to, address);
    write(to, outlet);
    sketch.write(to);
    return to.array();
  }

  private static int size(byte @Nullable [] string) {
    return Integer.BYTES + (string == null ? 0 : string.length);
  }

  private static void write(ByteBuffer to, byte @Nullable [] string) {
    to.putInt(string == null ? -1 : string.length);
    if (string != null) {
      to.put(string);
    }
  }

  private static @Nullable String readString(ByteBuffer from) {
    int length = from.getInt();
    if (length < 0) {
      return null;
    }
    byte[] string = new byte[length];
    from.get(string);
    return new String(string, StandardCharsets.UTF_8);
  }
}
