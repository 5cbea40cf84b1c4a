package dev.dateline.ingest.poll;

import dev.dateline.http.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long an answer stays fresh, after RFC 9111: {@code max-age} less {@code Age}, else
 * {@code Expires} less {@code Date}. Thread-safe.
 */
final class Freshness {

  private static final Pattern MAX_AGE =
      Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");

  private Freshness() {}

  /** Returns it; zero where nothing is stated or the answer must not be kept. */
  static Duration of(HttpReply reply) {
    return of(
        reply.header("cache-control").orElse(""),
        reply.header("age").orElse(null),
        reply.header("expires").orElse(null),
        reply.header("date").orElse(null));
  }

  static Duration of(
      String cacheControl, @Nullable String age, @Nullable String expires, @Nullable String date) {
    String control = cacheControl.toLowerCase(Locale.ROOT);
    if (control.contains("no-cache") || control.contains("no-store")) {
      return Duration.ZERO;
    }
    Matcher maxAge = MAX_AGE.matcher(control);
    if (maxAge.find()) {
      long old = age != null && age.strip().matches("\\d{1,9}") ? Long.parseLong(age.strip()) : 0;
      return notNegative(Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - old));
    }
    Optional<Instant> until = time(expires);
    Optional<Instant> sent = time(date);
    return until.isPresent() && sent.isPresent()
        ? notNegative(Duration.between(sent.get(), until.get()))
        : Duration.ZERO;
  }

  private static Optional<Instant> time(@Nullable String written) {
    if (written == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          ZonedDateTime.parse(written.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // "0" and "-1" are common, and mean: at once
    }
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
