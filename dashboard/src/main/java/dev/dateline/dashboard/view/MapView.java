package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Counts claims by place. */
public final class MapView {

  private MapView() {}

  /**
   * One place on the map.
   *
   * @param place the place
   * @param claims claims about it in the window
   * @param disputed those among them whose verdict is DISPUTED
   * @param verdicts claims by verdict
   * @param sources how many outlets carry them
   * @param latest time of the latest
   */
  public record Point(
      PlaceCard place,
      int claims,
      int disputed,
      Map<Verdict, Integer> verdicts,
      int sources,
      Instant latest) {}

  private static final class Tally {
    private final PlaceCard place;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Set<String> sources = new HashSet<>();
    private int claims;
    private Instant latest = Instant.MIN;

    Tally(PlaceCard place) {
      this.place = place;
    }

    void add(ClaimCard claim, Instant time) {
      claims++;
      verdicts.merge(Verdict.valueOf(claim.verdict()), 1, Integer::sum);
      String source = claim.article().source();
      if (source != null) {
        sources.add(source);
      }
      latest = latest.isAfter(time) ? latest : time;
    }

    Point point() {
      return new Point(
          place,
          claims,
          verdicts.getOrDefault(Verdict.DISPUTED, 0),
          verdicts,
          sources.size(),
          latest);
    }
  }

  /**
   * Returns the places of claims made since then, those of most claims first.
   *
   * @param time which of a claim's times counts
   */
  public static List<Point> points(
      ClaimFeed feed, Instant since, Function<ClaimCard, Instant> time) {
    Map<String, Tally> tallies = new HashMap<>();
    for (FeedClaim claim : feed.all()) {
      PlaceCard place = claim.card().place();
      Instant when = time.apply(claim.card());
      if (place != null && !when.isBefore(since)) {
        tallies.computeIfAbsent(place.id(), id -> new Tally(place)).add(claim.card(), when);
      }
    }
    List<Point> points = new ArrayList<>();
    tallies.values().forEach(tally -> points.add(tally.point()));
    points.sort(
        Comparator.comparingInt(Point::claims)
            .reversed()
            .thenComparing(point -> point.place().id()));
    return points;
  }
}
