package dev.dateline.ledger;

import dev.dateline.schemas.avro.ClaimDifference;
import dev.dateline.schemas.avro.ClaimRelation;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Retraction;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells what the ledger finds of a claim at the moment it arrives. Thread-safe. */
final class Arrivals {

  private final Standings standings;
  private final ClaimDifferences differences;

  Arrivals(Standings standings, ClaimDifferences differences) {
    this.standings = standings;
    this.differences = differences;
  }

  /**
   * A verdict with the claim it refers to.
   *
   * @param verdict the verdict
   * @param nearest the claim it refers to; null for NEW
   * @param retracts ids of the claims taken back
   * @param retraction how they were; null when none is
   */
  private record Finding(
      Verdict verdict,
      @Nullable Node nearest,
      List<String> retracts,
      @Nullable Retraction retraction) {

    static Finding of(Verdict verdict, @Nullable Node nearest) {
      return new Finding(verdict, nearest, List.of(), null);
    }
  }

  /**
   * Returns the claim with its verdict.
   *
   * @param target what it is linked to outside its proposition, as the first claim of its own side
   *     there; null when nothing
   * @param overtaken a known claim, later by event time, that updates this one; null when none does
   */
  JudgedClaim judged(
      IncomingClaim incoming,
      Node node,
      Group group,
      @Nullable Node target,
      @Nullable Node overtaken) {
    return told(incoming, node, group, finding(node, group, target, overtaken));
  }

  /** Returns the claim as withdrawn by a later revision of its article. */
  JudgedClaim withdrawn(IncomingClaim incoming, Node node, Group group, Retraction retraction) {
    return told(
        incoming,
        node,
        group,
        new Finding(Verdict.RETRACTED, node, List.of(node.id()), retraction));
  }

  /** Returns the withdrawal of a claim that is no longer listed. */
  static JudgedClaim withdrawnUnlisted(IncomingClaim incoming) {
    SubjectClaim claim = incoming.claim();
    return JudgedClaim.newBuilder()
        .setSubject(claim.getSubject())
        .setArticle(claim.getArticle())
        .setClaim(claim.getClaim())
        .setVerdict(Verdict.RETRACTED)
        .setPropositionId("")
        .setPlace(claim.getPlace())
        .setRetracts(List.of(incoming.id()))
        .setRetraction(claim.getWithdrawn())
        .setReasons(List.of("a later revision of its article no longer makes it"))
        .build();
  }

  private Finding finding(Node node, Group group, @Nullable Node target, @Nullable Node overtaken) {
    Retraction withdrawn = node.claim().getRetracted();
    if (withdrawn != null) {
      return new Finding(Verdict.RETRACTED, node, List.of(node.id()), withdrawn);
    }
    int index = group.members.indexOf(node);
    List<Node> earlier = group.members.subList(0, index);
    Verdict verdict = node.claim().getVerdict();
    return switch (verdict) {
      case RETRACTED -> takingBack(node, earlier);
      case REPEATED -> Finding.of(verdict, repeated(node, earlier));
      case CORROBORATED ->
          Finding.of(verdict, Verdicts.first(earlier, other -> other.against() == node.against()));
      case DISPUTED, UPDATED ->
          Finding.of(
              verdict,
              earlier.isEmpty()
                  ? target
                  : Verdicts.first(earlier, other -> other.against() != node.against()));
      case NEW, UNKNOWN ->
          late(node, group.members.subList(index + 1, group.members.size()), overtaken);
    };
  }

  /** The claim itself, where its claimant made it before; else what it copies; else the first. */
  private @Nullable Node repeated(Node node, List<Node> earlier) {
    Node own = Verdicts.own(node, earlier);
    if (own != null) {
      return own;
    }
    String copied = node.claim().getCopyOf();
    Node original =
        copied == null ? null : Verdicts.first(earlier, other -> other.id().equals(copied));
    return original != null
        ? original
        : Verdicts.first(earlier, other -> other.against() == node.against());
  }

  /** What it takes back may have been taken back before: then it only says so again. */
  private static Finding takingBack(Node node, List<Node> earlier) {
    List<Node> taken = Verdicts.takenBack(node, earlier);
    List<Node> byIt =
        taken.stream()
            .filter(
                other -> {
                  Retraction retraction = other.claim().getRetracted();
                  return retraction != null && node.id().equals(retraction.getClaimId());
                })
            .toList();
    Node nearest = byIt.isEmpty() ? taken.get(0) : byIt.get(0);
    return new Finding(
        Verdict.RETRACTED,
        nearest,
        byIt.stream().map(Node::id).toList(),
        byIt.isEmpty() ? null : nearest.claim().getRetracted());
  }

  /** A claim that comes late is the first by event time, and yet not new to those who read on. */
  private Finding late(Node node, List<Node> later, @Nullable Node overtaken) {
    Node same = Verdicts.first(later, other -> other.against() == node.against());
    if (same != null) {
      boolean repeats =
          node.parties.isEmpty()
              || later.stream()
                  .anyMatch(
                      other ->
                          other.against() == node.against()
                              && (node.sharesParty(other) || Verdicts.isCopy(node, other)));
      return Finding.of(repeats ? Verdict.REPEATED : Verdict.CORROBORATED, same);
    }
    if (!later.isEmpty()) {
      return Finding.of(Verdict.DISPUTED, later.get(0));
    }
    return overtaken == null
        ? Finding.of(Verdict.NEW, null)
        : Finding.of(Verdict.REPEATED, overtaken);
  }

  private JudgedClaim told(IncomingClaim incoming, Node node, Group group, Finding finding) {
    Node nearest = finding.nearest;
    ClaimDifferences.Found found =
        nearest == null || nearest == node
            ? new ClaimDifferences.Found(List.of(), List.of())
            : differences.compare(nearest, node);
    List<ClaimDifference> typed = found.differences();
    SubjectClaim claim = incoming.claim();
    return JudgedClaim.newBuilder()
        .setSubject(claim.getSubject())
        .setArticle(claim.getArticle())
        .setClaim(claim.getClaim())
        .setVerdict(finding.verdict)
        .setPropositionId(group.id)
        .setNearest(nearest == null ? null : nearest.claim())
        .setClaims(Standings.claims(group))
        .setRelation(nearest == null ? ClaimRelation.DIFFERENT : relation(node, nearest, group))
        .setScore(nearest == null || nearest == node ? null : node.stored.getScore())
        .setDifferences(typed)
        .setReasons(reasons(node, group, finding, found.shared()))
        .setIndependentClaimants(standings.independentClaimants(group))
        .setCopies(Standings.copies(group))
        .setDenials(group.denials())
        .setContest(node.stored.getContest())
        .setRetracts(finding.retracts)
        .setRetraction(finding.retraction)
        .setPlace(claim.getPlace())
        .build();
  }

  private static ClaimRelation relation(Node node, Node nearest, Group group) {
    if (nearest.propositionId.equals(group.id)) {
      return nearest.against() == node.against() ? ClaimRelation.SAME : ClaimRelation.CONTRADICTS;
    }
    return node.stored.getRelation() == ClaimRelation.DIFFERENT
        ? ClaimRelation.UPDATES
        : node.stored.getRelation();
  }

  private List<String> reasons(Node node, Group group, Finding finding, List<String> shared) {
    List<String> reasons = new ArrayList<>();
    Node nearest = finding.nearest;
    switch (finding.verdict) {
      case NEW ->
          reasons.add("no earlier claim of this subject says it, denies it or gives another value");
      case REPEATED -> reasons.add(whyRepeated(node, Objects.requireNonNull(nearest)));
      case CORROBORATED ->
          reasons.add("another claimant says the same, in words of its own, and shares no party");
      case DISPUTED ->
          reasons.add(
              nearest != null && nearest.propositionId.equals(group.id)
                  ? "it speaks against what was claimed"
                  : "both values or accounts cannot be true at once");
      case UPDATED -> reasons.add("it gives a later value or state of the same matter");
      case RETRACTED ->
          reasons.add(finding.retraction == null ? "it is taken back" : why(finding.retraction));
      case UNKNOWN -> {}
    }
    if (!shared.isEmpty()) {
      reasons.add("both: " + String.join(", ", shared));
    }
    return reasons;
  }

  private static String why(Retraction retraction) {
    return switch (retraction.getKind()) {
      case REVISION -> "a later revision of its article no longer makes it";
      case CORRECTION -> "the outlet says that what it reported was wrong";
      case WITHDRAWAL -> "the claimant takes back what it claimed";
      case UNKNOWN -> "it is taken back";
    };
  }

  private String whyRepeated(Node node, Node nearest) {
    if (!nearest.propositionId.equals(node.propositionId)) {
      return "a later value is known already";
    }
    if (node.sharesParty(nearest)) {
      return "the same claimant, or one who relays or speaks for it, says the same";
    }
    if (node.isCopy() || Verdicts.isCopy(node, nearest)) {
      return "a copy of another outlet's wording: syndication is no corroboration";
    }
    return "it says the same, and its claimant is not told apart from others";
  }
}
