package dev.dateline.http;

import java.time.Duration;

/**
 * The limits that every outbound exchange keeps.
 *
 * @param userAgent how we name ourselves
 * @param addresses which network addresses a socket may be opened to
 * @param deadline longest time for one request with its look-ups, redirects and whole body
 * @param connectTimeout longest time to look one name up, and to connect to one address
 * @param idleTimeout longest time between two pieces of an answer
 * @param maxBytes longest body after decompression, in bytes
 * @param maxRatio greatest length of a body over what came over the wire, once it is longer than a
 *     mebibyte; deflate reaches 1,032, honest pages 30
 * @param maxRedirects most redirects that are followed
 */
public record HttpSettings(
    String userAgent,
    AddressPolicy addresses,
    Duration deadline,
    Duration connectTimeout,
    Duration idleTimeout,
    int maxBytes,
    int maxRatio,
    int maxRedirects) {

  /** Checks each. */
  public HttpSettings {
    if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "user agent: \"" + userAgent + "\" is not printable ASCII");
    }
    requirePositive("deadline", deadline);
    requirePositive("connect timeout", connectTimeout);
    requirePositive("idle timeout", idleTimeout);
    requirePositive("greatest length", maxBytes);
    requirePositive("greatest ratio", maxRatio);
    if (maxRedirects < 0) {
      throw new IllegalArgumentException("most redirects: " + maxRedirects + " is negative");
    }
  }

  /**
   * Returns the defaults: public addresses only, 30 seconds in all, 10 to connect, 10 of silence,
   * 16 MiB, a ratio of 100, five redirects.
   */
  public static HttpSettings defaults() {
    return new HttpSettings(
        "Dateline/0.1 (news ingestion)",
        AddressPolicy.publicOnly(),
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        16 * 1024 * 1024,
        100,
        5);
  }

  /** Returns the same with another name for ourselves. */
  public HttpSettings withUserAgent(String other) {
    return new HttpSettings(
        other, addresses, deadline, connectTimeout, idleTimeout, maxBytes, maxRatio, maxRedirects);
  }

  /** Returns the same with another policy of addresses. */
  public HttpSettings withAddresses(AddressPolicy other) {
    return new HttpSettings(
        userAgent, other, deadline, connectTimeout, idleTimeout, maxBytes, maxRatio, maxRedirects);
  }

  /** Returns the same with private addresses allowed or not. */
  public HttpSettings withPrivateAddresses(boolean allowed) {
    return withAddresses(allowed ? AddressPolicy.ANY : AddressPolicy.publicOnly());
  }

  /** Returns the same with another deadline. */
  public HttpSettings withDeadline(Duration other) {
    return new HttpSettings(
        userAgent, addresses, other, connectTimeout, idleTimeout, maxBytes, maxRatio, maxRedirects);
  }

  /** Returns the same with another greatest length of a body. */
  public HttpSettings withMaxBytes(int other) {
    return new HttpSettings(
        userAgent, addresses, deadline, connectTimeout, idleTimeout, other, maxRatio, maxRedirects);
  }

  private static void requirePositive(String what, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(what + ": " + value + " is not positive");
    }
  }

  private static void requirePositive(String what, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(what + ": " + value + " is not positive");
    }
  }
}
