package dev.dateline.ledger;

import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.ledger.match.Odds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The earlier claims that one claim is compared with in full: of each wording the nearest by a
 * cheap measure, and of those the nearest few. None where one says the same in the same words: that
 * settles it, for as long as it is listed.
 *
 * <p>Which they are depends on the set of claims offered, not on the order in which they were. Not
 * thread-safe.
 */
final class Candidates {

  /** So many are compared in full. */
  private static final int MOST = 12;

  /** So many are remembered, to take the place of those that are no longer listed. */
  private static final int MOST_KEPT = 3 * MOST;

  /** Claims less near than this have next to no word of weight, and no meaning, in common. */
  private static final float LEAST_NEARNESS = 0.35f;

  /**
   * An earlier claim beside the one it is compared with.
   *
   * @param node the earlier claim
   * @param nearness how near it is by the cheap measure
   */
  private record Near(Node node, float nearness) {}

  private static final Comparator<Near> NEAREST_FIRST =
      Comparator.comparingDouble((Near near) -> -near.nearness)
          .thenComparing(Near::node, Node.ORDER);

  /**
   * An earlier claim that was compared in full.
   *
   * @param node the earlier claim
   * @param odds how the later claim stands to it
   */
  record Compared(Node node, Odds odds) {}

  private final class Kept {
    private final Near near;
    private @Nullable Compared compared;

    Kept(Near near) {
      this.near = near;
    }

    Compared compared() {
      Compared known = compared;
      if (known == null) {
        known = new Compared(near.node, matcher.odds(near.node.prepared, node.prepared));
        compared = known;
      }
      return known;
    }
  }

  private final ClaimMatcher matcher;
  private final Node node;
  private final List<Kept> kept = new ArrayList<>();

  /** Whether one near enough was left out for want of room: none nearer than the last kept is. */
  private boolean full;

  /** The first claims of the same wording, on either side. */
  private @Nullable Node equalSame;

  private @Nullable Node equalOpposite;

  Candidates(ClaimMatcher matcher, Node node) {
    this.matcher = matcher;
    this.node = node;
  }

  /** Chooses among all earlier claims. */
  void take(List<Node> earlier) {
    List<Near> near = new ArrayList<>();
    for (Node other : earlier) {
      if (!isEqual(other, node)) {
        float nearness = nearness(other, node);
        if (nearness >= LEAST_NEARNESS && !Linker.apart(other, node)) {
          near.add(new Near(other, nearness));
        }
      }
    }
    near.sort(NEAREST_FIRST);
    for (Near each : near) {
      if (sameWording(each.node) >= 0) {
        continue;
      }
      if (kept.size() == MOST_KEPT) {
        full = true;
        break;
      }
      kept.add(new Kept(each));
    }
  }

  /** Whether an earlier claim could become a candidate of a later one. */
  static boolean couldMeet(Node earlier, Node later) {
    return (isEqual(earlier, later) || nearness(earlier, later) >= LEAST_NEARNESS)
        && !Linker.apart(earlier, later);
  }

  /** Takes one more earlier claim; returns whether that changes what is compared. */
  boolean offer(Node other) {
    if (isEqual(other, node)) {
      return !Linker.apart(other, node)
          && takeEqual(other)
          && (equalSame == other || equalOpposite == other);
    }
    if (equalSame != null) {
      return false;
    }
    return place(other);
  }

  /** Puts one more among those kept where it is near enough; returns whether it is compared. */
  private boolean place(Node other) {
    Near near = new Near(other, nearness(other, node));
    if (near.nearness < LEAST_NEARNESS || Linker.apart(other, node)) {
      return false;
    }
    int same = sameWording(near.node);
    if (same >= 0) {
      if (NEAREST_FIRST.compare(kept.get(same).near, near) < 0) {
        return false;
      }
      kept.remove(same);
    }
    int at = kept.size();
    while (at > 0 && NEAREST_FIRST.compare(kept.get(at - 1).near, near) > 0) {
      at--;
    }
    if (at == MOST_KEPT || (full && at == kept.size())) {
      full = true;
      return same >= 0 && same < MOST;
    }
    kept.add(at, new Kept(near));
    if (kept.size() > MOST_KEPT) {
      kept.remove(MOST_KEPT);
      full = true;
    }
    return at < MOST;
  }

  /** The first earlier claim that says the same in the same words. */
  Optional<Node> equalSame() {
    return Optional.ofNullable(equalSame);
  }

  /** The first earlier claim that denies the same words, or affirms them where this one denies. */
  Optional<Node> equalOpposite() {
    return Optional.ofNullable(equalOpposite);
  }

  /** Those compared in full, the nearest first. */
  List<Compared> compared() {
    return kept.stream().limit(MOST).map(Kept::compared).toList();
  }

  /**
   * Puts others in the place of claims that are no longer listed; returns false where that takes a
   * choice among all earlier claims anew.
   *
   * @param wordings all listed claims, the later ones too
   */
  boolean renew(Wordings wordings) {
    if (equalSame != null) {
      if (!equalSame.listed) {
        equalSame = null;
        takeEqual(wordings);
      }
      return equalSame != null;
    }
    if (equalOpposite != null && !equalOpposite.listed) {
      equalOpposite = null;
      takeEqual(wordings);
    }
    List<Node> gone = new ArrayList<>();
    for (Kept each : kept) {
      if (!each.near.node.listed) {
        gone.add(each.near.node);
      }
    }
    kept.removeIf(each -> !each.near.node.listed);
    for (Node each : gone) {
      for (Node other : wordings.of(each.normalised)) {
        if (Node.ORDER.compare(other, node) < 0 && !isEqual(other, node)) {
          place(other);
        }
      }
    }
    return !full || kept.size() >= MOST;
  }

  /** Takes the earlier claims of the same wording. */
  void takeEqual(Wordings wordings) {
    for (Node other : wordings.of(node.normalised)) {
      if (Node.ORDER.compare(other, node) < 0 && !Linker.apart(other, node)) {
        takeEqual(other);
      }
    }
  }

  /** Takes an earlier claim if it is of the same wording; returns whether it is. */
  private boolean takeEqual(Node other) {
    if (!isEqual(other, node)) {
      return false;
    }
    if (other.denies() == node.denies()) {
      equalSame = first(equalSame, other);
    } else {
      equalOpposite = first(equalOpposite, other);
    }
    return true;
  }

  private static Node first(@Nullable Node one, Node other) {
    return one == null || Node.ORDER.compare(other, one) < 0 ? other : one;
  }

  private int sameWording(Node other) {
    for (int i = 0; i < kept.size(); i++) {
      Node one = kept.get(i).near.node;
      if (one.denies() == other.denies() && one.sameWording(other)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isEqual(Node earlier, Node later) {
    return earlier.sameWording(later) && Linker.saysTheSameStill(earlier, later);
  }

  private static float nearness(Node earlier, Node later) {
    return ClaimMatcher.nearness(earlier.prepared, later.prepared);
  }
}
