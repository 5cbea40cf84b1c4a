package dev.dateline.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to make: a GET that follows redirects, or a POST that does not.
 *
 * <p>Immutable; the body is not copied.
 */
public final class OutboundRequest {

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final byte @Nullable [] body;
  private final boolean followsRedirects;
  private final @Nullable Duration deadline;

  private OutboundRequest(
      String method,
      URI uri,
      Map<String, String> headers,
      byte @Nullable [] body,
      boolean followsRedirects,
      @Nullable Duration deadline) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    this.body = body;
    this.followsRedirects = followsRedirects;
    this.deadline = deadline;
  }

  /** Returns a GET of the address, which {@link HttpAddress} reads from what people write. */
  public static OutboundRequest get(URI uri) {
    return new OutboundRequest("GET", uri, Map.of(), null, true, null);
  }

  /**
   * Returns a POST of the body to the address; a redirect is returned, not followed, for following
   * it would deliver to somebody who was not named.
   */
  public static OutboundRequest post(URI uri, byte[] body, String contentType) {
    return new OutboundRequest("POST", uri, Map.of(), body, false, null)
        .withHeader("Content-Type", contentType);
  }

  /** Returns the same with a header more, or another value for it. */
  public OutboundRequest withHeader(String name, String value) {
    if (!name.matches("[-!#$%&'*+.^_`|~\\w]+")
        || value.chars().anyMatch(c -> c < ' ' || c == 127)) {
      throw new IllegalArgumentException("not a header: \"" + name + ": " + value + "\"");
    }
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new OutboundRequest(
        method, uri, Collections.unmodifiableMap(more), body, followsRedirects, deadline);
  }

  /**
   * Returns the same asking only for what changed since an earlier answer.
   *
   * @param etag that answer's ETag, passed on as it stands; null when it had none
   * @param lastModified that answer's Last-Modified, passed on as it stands; null when it had none
   */
  public OutboundRequest ifChanged(@Nullable String etag, @Nullable String lastModified) {
    OutboundRequest conditional = etag == null ? this : withHeader("If-None-Match", etag);
    return lastModified == null
        ? conditional
        : conditional.withHeader("If-Modified-Since", lastModified);
  }

  /** Returns the same with a redirect returned as it is. */
  public OutboundRequest withoutRedirects() {
    return new OutboundRequest(method, uri, headers, body, false, deadline);
  }

  /** Returns the same with a deadline of its own instead of the client's. */
  public OutboundRequest within(Duration ownDeadline) {
    return new OutboundRequest(method, uri, headers, body, followsRedirects, ownDeadline);
  }

  /** Returns the address. */
  public URI uri() {
    return uri;
  }

  String method() {
    return method;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte @Nullable [] body() {
    return body;
  }

  boolean followsRedirects() {
    return followsRedirects;
  }

  Duration deadlineOr(Duration usual) {
    return deadline == null ? usual : deadline;
  }

  @Override
  public String toString() {
    return method
        + " "
        + uri
        + (body == null ? "" : ", " + new String(body, StandardCharsets.UTF_8).length() + " chars");
  }
}
