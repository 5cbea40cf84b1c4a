package dev.dateline.dashboard.view;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a claim stands in the feed: by arrival, then by where it lies in news.claims.
 *
 * @param arrived when the broker took it, in milliseconds since the epoch
 * @param partition its partition
 * @param offset its offset
 */
public record ClaimKey(long arrived, int partition, long offset) implements Comparable<ClaimKey> {

  private static final Comparator<ClaimKey> ORDER =
      Comparator.comparingLong(ClaimKey::arrived)
          .thenComparingInt(ClaimKey::partition)
          .thenComparingLong(ClaimKey::offset);

  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})-(\\d{1,9})-(\\d{1,18})");

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<ClaimKey> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ClaimKey(
            Long.parseLong(matcher.group(1)),
            Integer.parseInt(matcher.group(2)),
            Long.parseLong(matcher.group(3))));
  }

  @Override
  public int compareTo(ClaimKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return arrived + "-" + partition + "-" + offset;
  }
}
