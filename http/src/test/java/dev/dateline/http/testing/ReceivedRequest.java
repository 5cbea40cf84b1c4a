package dev.dateline.http.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the server received it.
 *
 * @param method GET or POST
 * @param path path and query
 * @param headers by their names in lower case
 * @param body the body as UTF-8; empty when there was none
 * @param at when it came
 */
public record ReceivedRequest(
    String method, String path, Map<String, String> headers, String body, Instant at) {

  static ReceivedRequest of(String requestLine, Map<String, String> headers, byte[] body) {
    String[] parts = requestLine.split(" ", 3);
    return new ReceivedRequest(
        parts[0],
        parts[1],
        Map.copyOf(headers),
        new String(body, StandardCharsets.UTF_8),
        Instant.now());
  }

  /** Returns a header's value. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
