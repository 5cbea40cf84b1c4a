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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the earlier claim that a claim says again, contradicts or updates.
 *
 * <p>The answer depends on the claim and on the set of earlier claims alone, never on the order in
 * which they arrived. Thread-safe.
 */
final class Linker {

  /** How probable it must be that both claims are about one matter. */
  private static final double LEAST_RELATED = 0.77;

  /** The same where how they stand to each other is clear, from {@link #CLEAR} on. */
  private static final double LEAST_RELATED_WHEN_CLEAR = 0.7;

  private static final double CLEAR = 0.75;

  /** The same of one claimant saying a thing again. */
  private static final double LEAST_RELATED_OF_A_CLAIMANT = 0.65;

  /** The same of two claims of one article, which seldom says a thing twice. */
  private static final double LEAST_RELATED_OF_AN_ARTICLE = 0.9;

  /**
   * The same of an express denial and another's claim in its article: who denies there denies what
   * the article has just reported, often in quite other words.
   */
  private static final double LEAST_RELATED_OF_A_DENIAL = 0.35;

  /** How sure such a denial must be to contradict. */
  private static final double LEAST_SCORE_OF_A_DENIAL = 0.6;

  /** An equal statement is preferred to a likelier update or contradiction within this much. */
  private static final double SAME_ADVANTAGE = 0.25;

  /** Matches within this much of the best are taken for as good, and the latest is chosen. */
  private static final double AS_GOOD = 0.1;

  /**
   * A later value of an affirmed claim is preferred to what is at odds with a mere denial within
   * this much: "eleven dead" goes on from "seven dead", whoever denied that anybody died.
   */
  private static final double UPDATE_ADVANTAGE = 0.4;

  /** An equal wording says the same again only so long; after that the matcher decides. */
  private static final Duration SAME_WORDING = Duration.ofDays(30);

  private static final double FARTHEST_KILOMETRES = 60;
  private static final double EARTH_RADIUS_KILOMETRES = 6371;

  private final ClaimMatcher matcher;

  Linker(ClaimMatcher matcher) {
    this.matcher = matcher;
  }

  private record Link(Node nearest, ClaimRelation relation, double score, boolean opposite) {}

  /**
   * Links a claim to the nearest of the earlier ones, which come in their order.
   *
   * @param wordings all listed claims, the later ones too
   */
  void link(Node node, List<Node> earlier, Wordings wordings) {
    node.candidates = candidates(node, earlier, wordings);
    apply(node, choose(node, node.candidates));
  }

  /**
   * Links a claim anew where one that was added before it is nearer; returns whether its link
   * changed.
   *
   * @param earlier all earlier claims, the added one among them
   */
  boolean relink(Node node, Node added, List<Node> earlier, Wordings wordings) {
    Candidates candidates = node.candidates;
    if (candidates == null || !candidates.renew(wordings)) {
      if (!Candidates.couldMeet(added, node)) {
        return false;
      }
      candidates = candidates(node, earlier, wordings);
      node.candidates = candidates;
    } else if (!candidates.offer(added)) {
      return false;
    }
    return apply(node, choose(node, candidates));
  }

  private Candidates candidates(Node node, List<Node> earlier, Wordings wordings) {
    Candidates candidates = new Candidates(matcher, node);
    candidates.takeEqual(wordings);
    if (candidates.equalSame().isEmpty()) {
      candidates.take(earlier);
    }
    return candidates;
  }

  private static boolean apply(Node node, @Nullable Link link) {
    StoredClaim stored = node.stored;
    String nearest = link == null ? null : link.nearest.id();
    ClaimRelation relation = link == null ? ClaimRelation.DIFFERENT : link.relation;
    boolean opposite = link != null && link.opposite;
    double score = link == null ? 1 : Math.round(link.score * 1000) / 1000.0;
    boolean changed =
        !Objects.equals(nearest, stored.getNearestId())
            || relation != stored.getRelation()
            || opposite != stored.getOpposite();
    if (changed || score != stored.getScore()) {
      StoredClaim linked = Records.copy(stored);
      linked.setNearestId(nearest);
      linked.setRelation(relation);
      linked.setOpposite(opposite);
      linked.setScore(score);
      node.stored = linked;
    }
    return changed;
  }

  private static @Nullable Link choose(Node node, Candidates candidates) {
    Node equal = candidates.equalSame().orElse(null);
    if (equal != null) {
      return new Link(equal, ClaimRelation.SAME, 1, false);
    }
    List<Link> others = new ArrayList<>();
    candidates
        .equalOpposite()
        .ifPresent(other -> others.add(new Link(other, ClaimRelation.CONTRADICTS, 1, true)));
    Link same = null;
    for (Candidates.Compared candidate : candidates.compared()) {
      Odds odds = candidate.odds();
      if (odds.relation() == Relation.DIFFERENT
          || odds.related() < leastRelated(candidate.node(), node, odds)) {
        continue;
      }
      Link link =
          new Link(candidate.node(), relation(odds.relation()), odds.score(), odds.opposite());
      if (odds.relation() != Relation.SAME) {
        others.add(link);
      } else if (same == null || better(link, same)) {
        same = link;
      }
    }
    Link other = latestOfTheBest(withoutOutdone(others));
    if (same == null || other == null) {
      return same == null ? other : same;
    }
    return same.score >= other.score - SAME_ADVANTAGE ? same : other;
  }

  /** Leaves out contradictions of denials that an update of an affirmed claim outdoes. */
  private static List<Link> withoutOutdone(List<Link> links) {
    double best =
        links.stream()
            .filter(link -> link.relation == ClaimRelation.UPDATES && !link.nearest.denies())
            .mapToDouble(Link::score)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
    return links.stream()
        .filter(
            link ->
                link.relation != ClaimRelation.CONTRADICTS
                    || !link.nearest.denies()
                    || link.score > best + UPDATE_ADVANTAGE)
        .toList();
  }

  private static double leastRelated(Node earlier, Node later, Odds odds) {
    if (!earlier.claim().getArticleId().equals(later.claim().getArticleId())) {
      if (odds.relation() == Relation.SAME && later.sharesParty(earlier)) {
        return LEAST_RELATED_OF_A_CLAIMANT;
      }
      return odds.score() >= CLEAR ? LEAST_RELATED_WHEN_CLEAR : LEAST_RELATED;
    }
    boolean denial =
        odds.relation() == Relation.CONTRADICTS
            && odds.opposite()
            && odds.score() >= LEAST_SCORE_OF_A_DENIAL
            && later.denies()
            && !earlier.denies()
            && !later.sharesParty(earlier);
    return denial ? LEAST_RELATED_OF_A_DENIAL : LEAST_RELATED_OF_AN_ARTICLE;
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

  /** Whether an equal wording has not become old. */
  static boolean saysTheSameStill(Node earlier, Node later) {
    return Duration.between(earlier.claim().getEventTime(), later.claim().getEventTime())
            .compareTo(SAME_WORDING)
        <= 0;
  }

  /** Whether they are about places of one name that lie far from each other. */
  static boolean apart(Node earlier, Node later) {
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
