package dev.dateline.ledger;

import dev.dateline.schemas.avro.ClaimRelation;
import dev.dateline.schemas.avro.Retraction;
import dev.dateline.schemas.avro.RetractionKind;
import dev.dateline.schemas.avro.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Gives each claim of a proposition its verdict, in the claims' order.
 *
 * <p>Syndication is no corroboration: a copy of another outlet's wording is REPEATED, and so is a
 * claim of a claimant who made it before, relayed it, or is not told apart from others.
 */
final class Verdicts {

  /** From this likeness of two contents on one copies the other. */
  private static final double COPY = 0.8;

  private Verdicts() {}

  /** Judges every claim of a proposition anew. */
  static void judgeAll(Group group, @Nullable Node rootsNearest) {
    group.members.forEach(Verdicts::forgetTakenBack);
    for (int i = 0; i < group.members.size(); i++) {
      judge(group, i, i == 0 ? rootsNearest : null);
    }
  }

  /**
   * Judges one claim of a proposition by those before it, and marks what it takes back.
   *
   * @param nearest what the claim is linked to outside its proposition; null when nothing or not
   *     known
   */
  static void judge(Group group, int index, @Nullable Node nearest) {
    Node node = group.members.get(index);
    List<Node> earlier = group.members.subList(0, index);
    Node copied = copied(node, earlier);
    List<Node> takenBack = takenBack(node, earlier);
    String copyOf = copied == null ? null : copied.id();
    Verdict verdict = verdict(node, earlier, copied, takenBack, nearest);
    if (verdict != node.claim().getVerdict() || !Objects.equals(copyOf, node.claim().getCopyOf())) {
      node.judge(
          claim -> {
            claim.setCopyOf(copyOf);
            claim.setVerdict(verdict);
          });
    }
    for (Node target : takenBack) {
      if (target.stands()) {
        target.judge(claim -> claim.setRetracted(retraction(node)));
      }
    }
    group.forgetCounts();
  }

  private static Retraction retraction(Node by) {
    return new Retraction(
        by.stored.getCorrection() ? RetractionKind.CORRECTION : RetractionKind.WITHDRAWAL,
        by.claim().getArticleId(),
        by.claim().getRevision(),
        by.id(),
        by.claim().getEventTime());
  }

  private static Verdict verdict(
      Node node,
      List<Node> earlier,
      @Nullable Node copied,
      List<Node> takenBack,
      @Nullable Node nearest) {
    if (!takenBack.isEmpty()) {
      return Verdict.RETRACTED;
    }
    if (earlier.isEmpty()) {
      return opening(node, nearest);
    }
    if (first(earlier, other -> other.against() == node.against()) == null) {
      // Who says the opposite of what only it has said has changed its account.
      boolean onlyItsOwn = first(earlier, other -> !node.sharesParty(other)) == null;
      return onlyItsOwn ? Verdict.UPDATED : Verdict.DISPUTED;
    }
    if (copied != null || own(node, earlier) != null || node.parties.isEmpty()) {
      return Verdict.REPEATED;
    }
    return node.against() ? Verdict.DISPUTED : Verdict.CORROBORATED;
  }

  /** The verdict on a claim that opens a proposition. */
  private static Verdict opening(Node node, @Nullable Node nearest) {
    return switch (node.stored.getRelation()) {
      case UPDATES -> Verdict.UPDATED;
      case CONTRADICTS ->
          nearest != null && node.sharesParty(nearest) ? Verdict.UPDATED : Verdict.DISPUTED;
      case SAME, DIFFERENT, UNKNOWN -> Verdict.NEW;
    };
  }

  /** Returns the first earlier claim of the same side that shares a party; null when none does. */
  static @Nullable Node own(Node node, List<Node> earlier) {
    return first(earlier, other -> other.against() == node.against() && node.sharesParty(other));
  }

  /** Returns the first of some claims that is so; null when none is. */
  static @Nullable Node first(List<Node> nodes, Predicate<Node> which) {
    for (Node node : nodes) {
      if (which.test(node)) {
        return node;
      }
    }
    return null;
  }

  private static @Nullable Node copied(Node node, List<Node> earlier) {
    return first(
        earlier,
        other ->
            other.against() == node.against()
                && !other.claim().getArticleId().equals(node.claim().getArticleId())
                && isCopy(node, other));
  }

  /** Two speakers may use the same few words; a copy also has the sentence around them. */
  static boolean isCopy(Node node, Node other) {
    if (node.content().likeness(other.content()) < COPY) {
      return false;
    }
    return node.parties.isEmpty()
        || node.sharesParty(other)
        || node.sentence().likeness(other.sentence()) >= COPY;
  }

  /**
   * What a claim takes back: its claimant's own claims, where its words say so or are theirs; for a
   * correction its outlet's too.
   */
  static List<Node> takenBack(Node node, List<Node> earlier) {
    List<Node> taken = new ArrayList<>();
    String source = node.claim().getSource();
    boolean correction = node.stored.getCorrection();
    for (Node other : earlier) {
      if (other.against() == node.against()) {
        continue;
      }
      boolean ofItsOutlet =
          correction && source != null && source.equals(other.claim().getSource());
      boolean saysSo = node.stored.getTakesBack() || node.sameWording(other);
      if (ofItsOutlet || (saysSo && node.sharesParty(other))) {
        taken.add(other);
      }
    }
    return taken;
  }

  /** A revision's withdrawal is given; one that another claim makes is found anew. */
  private static void forgetTakenBack(Node node) {
    Retraction retraction = node.claim().getRetracted();
    if (retraction != null && retraction.getKind() != RetractionKind.REVISION) {
      node.judge(claim -> claim.setRetracted(null));
    }
  }

  /** Returns whether a link outside the proposition says that a value is at odds with another. */
  static boolean disputesValue(Node root) {
    return root.stored.getRelation() == ClaimRelation.CONTRADICTS && !root.stored.getOpposite();
  }
}
