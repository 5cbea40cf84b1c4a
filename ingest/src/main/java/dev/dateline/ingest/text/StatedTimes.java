package dev.dateline.ingest.text;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.ingest.article.StatedTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates and date-times that sources write.
 *
 * <p>ISO 8601 with a T or a space, with an offset as +02:00, +0200, +02 or Z, or without any, which
 * counts as UTC; a day alone; seconds or milliseconds since 1970; and what {@link LooseTimes} makes
 * out, RFC 822 among it. Thread-safe.
 */
public final class StatedTimes {

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[' ']")
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Seconds or milliseconds since 1970, from 2001 on: nothing else has ten or thirteen digits. */
  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(?:\\d{3})?");

  private static final double LARGEST_SECONDS = 1e11;

  private StatedTimes() {}

  /** Returns the time written, or empty when it is not written in any of these ways. */
  public static Optional<StatedTime> parse(String written) {
    String stripped = written.strip();
    if (EPOCH.matcher(stripped).matches()) {
      return Optional.of(ofEpoch(Double.parseDouble(stripped)));
    }
    return parseIso(stripped).or(() -> LooseTimes.parse(written));
  }

  /** Returns the time written, or null with a warning in the draft where it cannot be read. */
  public static @Nullable StatedTime parseOrWarn(
      String what, @Nullable String written, ArticleDraft.Builder draft) {
    if (written == null || written.isBlank()) {
      return null;
    }
    Optional<StatedTime> time = parse(written);
    if (time.isEmpty()) {
      draft.warn(
          what + " \"" + OneLine.quoted(written) + "\" is no date that can be read: left out");
    }
    return time.orElse(null);
  }

  /** Returns the instant of a number: seconds since the epoch, or milliseconds when too great. */
  public static StatedTime ofEpoch(double number) {
    double millis = Math.abs(number) < LARGEST_SECONDS ? number * 1000 : number;
    return new StatedTime(Instant.ofEpochMilli(Math.round(millis)), false);
  }

  private static Optional<StatedTime> parseIso(String written) {
    if (written.isEmpty() || Character.isLetter(written.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          stated(
              ISO.parseBest(written, OffsetDateTime::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static StatedTime stated(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime dateTime) {
      return new StatedTime(dateTime.toInstant(), false);
    }
    if (parsed instanceof LocalDateTime dateTime) {
      return new StatedTime(dateTime.toInstant(ZoneOffset.UTC), false);
    }
    return new StatedTime(LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC), true);
  }
}
