package dev.dateline.ledger;

import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.ledger.match.Odds;
import dev.dateline.ledger.match.Relation;
import dev.dateline.schemas.avro.ClaimRelation;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.StoredClaim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier claim that a claim says again, contradicts or updates.
 *
 * <p>The answer depends on the claim and on the set of earlier claims alone, never on the order in
 * which they arrived. Thread-safe.
 */
final class Linker {

  /** Of the earlier claims this many, the nearest by a cheap measure, are compared in full. */
  private static final int FULL_COMPARISONS = 12;

  /** Claims less near than this have next to no word of weight, and no meaning, in common. */
  private static final float LEAST_NEARNESS = 0.35f;

  /** How probable it must be that both claims are about one matter. */
  private static final double LEAST_MATCHING = 0.5;

  /** An equal statement is preferred to a likelier update or contradiction within this much. */
  private static final double SAME_ADVANTAGE = 0.25;

  /** Matches within this much of the best are taken for as good, and the latest is chosen. */
  private static final double AS_GOOD = 0.1;

  /** An equal wording says the same again only so long; after that the matcher decides. */
  private static final Duration SAME_WORDING = Duration.ofDays(30);

  private static final double FARTHEST_KILOMETRES = 60;
  private static final double EARTH_RADIUS_KILOMETRES = 6371;

  private final ClaimMatcher matcher;

  Linker(ClaimMatcher matcher) {
    this.matcher = matcher;
  }

  private record Ranked(Node node, float nearness) {}

  private record Link(Node nearest, ClaimRelation relation, double score, boolean opposite) {}

  /** Links a claim to the nearest of the earlier ones; returns whether its link changed. */
  boolean link(Node node, List<Node> earlier) {
    Link link = find(node, earlier);
    StoredClaim stored = node.stored;
    String nearest = link == null ? null : link.nearest.id();
    ClaimRelation relation = link == null ? ClaimRelation.DIFFERENT : link.relation;
    boolean opposite = link != null && link.opposite;
    double score = link == null ? 1 : link.score;
    boolean changed =
        !Objects.equals(nearest, stored.getNearestId())
            || relation != stored.getRelation()
            || opposite != stored.getOpposite();
    node.stored =
        StoredClaim.newBuilder(stored)
            .setNearestId(nearest)
            .setRelation(relation)
            .setOpposite(opposite)
            .setScore(Math.round(score * 1000) / 1000.0)
            .build();
    return changed;
  }

  /** Returns whether an earlier claim could be what a later one is linked to. */
  boolean couldMeet(Node earlier, Node later) {
    return !apart(earlier, later)
        && (earlier.normalised.equals(later.normalised)
            || ClaimMatcher.nearness(earlier.prepared, later.prepared) >= LEAST_NEARNESS);
  }

  private @Nullable Link find(Node node, List<Node> earlier) {
    Link equal = null;
    List<Ranked> ranked = new ArrayList<>();
    Set<String> wordings = new HashSet<>();
    for (Node other : earlier) {
      if (apart(/* earlier= */ other, /* later= */ node)) {
        continue;
      }
      if (other.normalised.equals(node.normalised)) {
        if (within(other, node)) {
          if (other.denies() == node.denies()) {
            return new Link(other, ClaimRelation.SAME, 1, false);
          }
          if (equal == null) {
            equal = new Link(other, ClaimRelation.CONTRADICTS, 1, true);
          }
          continue;
        }
      }
      if (wordings.add((other.denies() ? "-" : "+") + other.normalised)) {
        float nearness = ClaimMatcher.nearness(other.prepared, node.prepared);
        if (nearness >= LEAST_NEARNESS) {
          ranked.add(new Ranked(other, nearness));
        }
      }
    }
    if (ranked.size() > FULL_COMPARISONS) {
      ranked.sort(Comparator.comparingDouble(one -> -one.nearness));
    }
    List<Link> others = new ArrayList<>();
    if (equal != null) {
      others.add(equal);
    }
    Link same = null;
    for (Ranked candidate : ranked.subList(0, Math.min(ranked.size(), FULL_COMPARISONS))) {
      Odds odds = matcher.odds(candidate.node.prepared, node.prepared);
      if (odds.relation() == Relation.DIFFERENT || odds.matching() < LEAST_MATCHING) {
        continue;
      }
      Link link =
          new Link(candidate.node, relation(odds.relation()), odds.score(), odds.opposite());
      if (odds.relation() != Relation.SAME) {
        others.add(link);
      } else if (same == null || better(link, same)) {
        same = link;
      }
    }
    Link other = latestOfTheBest(others);
    if (same == null || other == null) {
      return same == null ? other : same;
    }
    return same.score >= other.score - SAME_ADVANTAGE ? same : other;
  }

  private static boolean better(Link one, Link other) {
    int byScore = Double.compare(one.score, other.score);
    return byScore > 0 || (byScore == 0 && Node.ORDER.compare(one.nearest, other.nearest) < 0);
  }

  private static @Nullable Link latestOfTheBest(List<Link> links) {
    double best = links.stream().mapToDouble(Link::score).max().orElse(0);
    return links.stream()
        .filter(link -> link.score >= best - AS_GOOD)
        .max(Comparator.comparing(Link::nearest, Node.ORDER))
        .orElse(null);
  }

  private static boolean within(Node earlier, Node later) {
    return Duration.between(earlier.claim().getEventTime(), later.claim().getEventTime())
            .compareTo(SAME_WORDING)
        <= 0;
  }

  /** Whether they are about places of one name that lie far from each other. */
  private static boolean apart(Node earlier, Node later) {
    PlaceReference first = earlier.stored.getPlace();
    PlaceReference second = later.stored.getPlace();
    return first != null
        && second != null
        && !first.getPlaceId().equals(second.getPlaceId())
        && kilometres(first, second) > FARTHEST_KILOMETRES;
  }

  /** Great-circle distance by the haversine formula. */
  private static double kilometres(PlaceReference one, PlaceReference other) {
    double latitude = Math.toRadians(other.getLatitude() - one.getLatitude()) / 2;
    double longitude = Math.toRadians(other.getLongitude() - one.getLongitude()) / 2;
    double a =
        Math.pow(Math.sin(latitude), 2)
            + Math.cos(Math.toRadians(one.getLatitude()))
                * Math.cos(Math.toRadians(other.getLatitude()))
                * Math.pow(Math.sin(longitude), 2);
    return 2 * EARTH_RADIUS_KILOMETRES * Math.asin(Math.sqrt(Math.min(1, a)));
  }

  private static ClaimRelation relation(Relation relation) {
    return switch (relation) {
      case SAME -> ClaimRelation.SAME;
      case CONTRADICTS -> ClaimRelation.CONTRADICTS;
      case UPDATES -> ClaimRelation.UPDATES;
      case DIFFERENT -> ClaimRelation.DIFFERENT;
    };
  }
}
