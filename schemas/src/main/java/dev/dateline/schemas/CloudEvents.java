package dev.dateline.schemas;

import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.ArticleAlert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Writes the headers that make a record a CloudEvent and a hop of a trace.
 *
 * <p>After CloudEvents 1.0.2, Kafka protocol binding, binary mode, and W3C Trace Context. {@code
 * ce_id} is the same for the same bytes in the same topic, so that a replay tells itself. The trace
 * of a record is that of the record it was made from; a record made from none starts one, whose id
 * is the event's. Thread-safe.
 */
public final class CloudEvents {

  /** The header that carries the trace through every hop. */
  public static final String TRACEPARENT = "traceparent";

  /** What the name of every header of CloudEvents begins with. */
  public static final String PREFIX = "ce_";

  private static final String AVRO = "application/avro";
  private static final String JSON = "application/json";
  private static final int ID_BYTES = 16;
  private static final int SPAN_BYTES = 8;
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");
  private static final String SAMPLED = "01";
  private static final HexFormat HEX = HexFormat.of();

  private CloudEvents() {}

  /**
   * Puts the headers of a record that is about to be written in the place of those it was made
   * with.
   *
   * @param topic where it is written
   * @param headers its headers, which are changed
   * @param value the record; null for a tombstone, which gets no headers of CloudEvents
   * @param bytes the record as written; null exactly when the value is
   */
  public static void stamp(
      Topic<?> topic, Headers headers, @Nullable Object value, byte @Nullable [] bytes) {
    for (Header header : headers.toArray()) {
      if (header.key().startsWith(PREFIX)) {
        headers.remove(header.key());
      }
    }
    if (value == null || bytes == null) {
      return;
    }
    String id = id(topic, bytes);
    put(headers, "ce_specversion", "1.0");
    put(headers, "ce_id", id);
    put(headers, "ce_type", type(topic));
    put(headers, "ce_source", source(topic));
    put(headers, "ce_time", time(value).toString());
    put(headers, "content-type", topic.isJson() ? JSON : AVRO);
    put(headers, TRACEPARENT, child(text(headers.lastHeader(TRACEPARENT)), id));
  }

  /** Returns the {@code ce_type} of a topic's records, "dev.dateline.news.claims". */
  public static String type(Topic<?> topic) {
    return "dev.dateline." + topic.name();
  }

  /** Returns the {@code ce_source} of a topic's records, "/dateline/ledger". */
  public static String source(Topic<?> topic) {
    return "/dateline/" + topic.writer().replace(' ', '-');
  }

  /**
   * Returns the {@code traceparent} of a record made from one with that header.
   *
   * @param parent the header; null or not well-formed where a trace starts here
   * @param id 32 hexadecimal digits of its own
   */
  static String child(@Nullable String parent, String id) {
    var matcher = PARENT.matcher(parent == null ? "" : parent);
    boolean goesOn = matcher.matches();
    String trace = goesOn ? matcher.group(1) : id;
    String flags = goesOn ? matcher.group(2) : SAMPLED;
    byte[] span = sha256().digest((trace + id).getBytes(StandardCharsets.UTF_8));
    return "00-" + trace + "-" + HEX.formatHex(span, 0, SPAN_BYTES) + "-" + flags;
  }

  private static String id(Topic<?> topic, byte[] bytes) {
    MessageDigest digest = sha256();
    digest.update(topic.name().getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(digest.digest(bytes), 0, ID_BYTES);
  }

  /** When it happened: an alert when it was raised, a claim when its article came out. */
  private static Instant time(Object value) {
    if (value instanceof Alert alert) {
      return alert.getRaised();
    }
    if (value instanceof ArticleAlert alert) {
      return alert.getRaised();
    }
    return EventTimes.of(value).orElseGet(Clock.systemUTC()::instant);
  }

  private static void put(Headers headers, String name, String value) {
    headers.remove(name);
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
