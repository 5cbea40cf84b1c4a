package dev.dateline.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long a server asks us to wait: seconds or a date, as RFC 9110 has it. Thread-safe. */
public final class RetryAfter {

  private RetryAfter() {}

  /**
   * Returns how long to wait from now, never negative and never longer than the cap; empty when the
   * answer does not ask for it or cannot be read.
   */
  public static Optional<Duration> of(HttpReply reply, Instant now, Duration cap) {
    return reply.header("retry-after").flatMap(value -> parse(value.strip(), now, cap));
  }

  static Optional<Duration> parse(String value, Instant now, Duration cap) {
    if (value.matches("\\d{1,18}")) {
      return Optional.of(capped(Duration.ofSeconds(Long.parseLong(value)), cap));
    }
    try {
      Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(capped(Duration.between(now, until), cap));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration capped(Duration asked, Duration cap) {
    if (asked.isNegative()) {
      return Duration.ZERO;
    }
    return asked.compareTo(cap) > 0 ? cap : asked;
  }
}
