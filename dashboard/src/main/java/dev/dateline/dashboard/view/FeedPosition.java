package dev.dateline.dashboard.view;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How far somebody has read news.claims: the last offset of each partition. Since it is made of
 * nothing else, it means the same after a restart, and to every dashboard of the cluster.
 *
 * @param offsets by partition; a partition that is missing was not read at all
 */
public record FeedPosition(Map<Integer, Long> offsets) {

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,6}:\\d{1,18}(,\\d{1,6}:\\d{1,18})*)?");
  private static final int LONGEST = 4_000;

  /** A position in no topic there is: whoever is there must begin anew. */
  public static final FeedPosition FOREIGN = new FeedPosition(Map.of(-1, Long.MAX_VALUE));

  /** Takes a copy. */
  public FeedPosition {
    offsets = Map.copyOf(offsets);
  }

  /** Reads what {@link #toString} wrote; empty for anything else. */
  public static Optional<FeedPosition> parse(String text) {
    if (text.length() > LONGEST || !TEXT.matcher(text).matches()) {
      return Optional.empty();
    }
    Map<Integer, Long> offsets = new TreeMap<>();
    if (!text.isEmpty()) {
      for (String pair : text.split(",", -1)) {
        int colon = pair.indexOf(':');
        offsets.put(
            Integer.parseInt(pair.substring(0, colon)), Long.parseLong(pair.substring(colon + 1)));
      }
    }
    return Optional.of(new FeedPosition(offsets));
  }

  /** Returns the position of whoever has read that claim too. */
  public FeedPosition after(ClaimKey claim) {
    Map<Integer, Long> further = new TreeMap<>(offsets);
    further.merge(claim.partition(), claim.offset(), Math::max);
    return new FeedPosition(further);
  }

  /** Returns the last offset read of a partition; -1 when none was. */
  long offset(int partition) {
    return offsets.getOrDefault(partition, -1L);
  }

  @Override
  public String toString() {
    return new TreeMap<>(offsets)
        .entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(","));
  }
}
