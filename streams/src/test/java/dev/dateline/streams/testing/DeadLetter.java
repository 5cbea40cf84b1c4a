package dev.dateline.streams.testing;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as a test looks at it.
 *
 * @param key the original key's bytes as UTF-8 text
 * @param value the original value's bytes
 * @param headers its headers as text; those of the error by their field's name alone
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
public record DeadLetter(String key, byte @Nullable [] value, Map<String, String> headers) {

  private static final String PREFIX = "dateline.error.";

  static DeadLetter of(TestRecord<byte[], byte[]> message) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : message.getHeaders()) {
      String name =
          header.key().startsWith(PREFIX) ? header.key().substring(PREFIX.length()) : header.key();
      headers.put(name, text(header.value()));
    }
    return new DeadLetter(text(message.key()), message.value(), Map.copyOf(headers));
  }

  /** Returns a header; fails when there is none. */
  public String header(String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new AssertionError("expected a header " + name + ", found " + headers.keySet());
    }
    return value;
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
  }
}
