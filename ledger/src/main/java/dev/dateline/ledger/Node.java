package dev.dateline.ledger;

import dev.dateline.ledger.match.Proposition;
import dev.dateline.schemas.avro.ClaimRelation;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.StoredClaim;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One claim in a subject's memory, with what it is compared by. Not thread-safe. */
final class Node {

  /**
   * By event time, and where that is one, as it is of all articles that are dated by a day, by when
   * they were fetched; within one article by position.
   */
  static final Comparator<Node> ORDER = Node::compare;

  final Proposition prepared;

  /** Folded content: claims with an equal one are worded alike. */
  final String normalised;

  private final int wording;

  StoredClaim stored;

  /** The proposition it belongs to. */
  String propositionId = "";

  /** Its parties, read for comparison. */
  final List<Parties.Party> parties;

  /** Whether the memory holds it still. */
  boolean listed = true;

  /** What it was compared with; null until it is needed. */
  @Nullable Candidates candidates;

  private @Nullable PropositionState row;
  private @Nullable Wording content;
  private @Nullable Wording sentence;

  Node(StoredClaim stored, String normalised, Proposition prepared, List<Parties.Party> parties) {
    this.stored = stored;
    this.normalised = normalised;
    wording = normalised.hashCode();
    this.prepared = prepared;
    this.parties = parties;
  }

  private static int compare(Node one, Node other) {
    EarlierClaim first = one.claim();
    EarlierClaim second = other.claim();
    int order = first.getEventTime().compareTo(second.getEventTime());
    if (order == 0) {
      order = fetched(one).compareTo(fetched(other));
    }
    if (order == 0) {
      order = first.getArticleId().compareTo(second.getArticleId());
    }
    if (order == 0) {
      order = Integer.compare(one.stored.getPosition(), other.stored.getPosition());
    }
    return order == 0 ? one.id().compareTo(other.id()) : order;
  }

  private static Instant fetched(Node node) {
    Instant fetched = node.stored.getFetched();
    return fetched == null ? Instant.EPOCH : fetched;
  }

  String id() {
    return stored.getClaim().getClaimId();
  }

  EarlierClaim claim() {
    return stored.getClaim();
  }

  /** Whether it denies what its words say, to take them back or not. */
  boolean denies() {
    return denies(stored);
  }

  static boolean denies(StoredClaim stored) {
    return stored.getClaim().getPolarity() == Polarity.DENIED || stored.getTakesBack();
  }

  boolean sharesParty(Node other) {
    return Parties.shared(parties, other.parties);
  }

  /** Whether both say the same in the same words. */
  boolean sameWording(Node other) {
    return wording == other.wording && normalised.equals(other.normalised);
  }

  /** Whether the other is as near as this to whatever comes later, and is the earlier one. */
  boolean standsBehind(Node other) {
    return other != this
        && prepared.assertion().equals(other.prepared.assertion())
        && claim().getEventTime().equals(other.claim().getEventTime())
        && denies() == other.denies()
        && Objects.equals(stored.getPlace(), other.stored.getPlace())
        && ORDER.compare(other, this) < 0;
  }

  /** Changes what is found of it. */
  void judge(Consumer<EarlierClaim> change) {
    EarlierClaim changed = Records.copy(claim());
    change.accept(changed);
    StoredClaim kept = Records.copy(stored);
    kept.setClaim(changed);
    stored = kept;
  }

  /** Returns it as it is kept, one and the same row as long as nothing in it changes. */
  PropositionState row(String proposition) {
    PropositionState known = row;
    if (known == null
        || !known.getMembers().get(0).equals(stored)
        || !known.getPropositionId().equals(proposition)) {
      known =
          PropositionState.newBuilder()
              .setPropositionId(proposition)
              .setSubject(
                  Objects.requireNonNull(stored.getSubject(), "a stored claim has its subject"))
              .setMembers(List.of(stored))
              .build();
      row = known;
    }
    return known;
  }

  boolean against() {
    return claim().getAgainst();
  }

  boolean stands() {
    return claim().getRetracted() == null;
  }

  boolean isCopy() {
    return claim().getCopyOf() != null;
  }

  /** Whether its link makes it a claim of the same proposition. */
  boolean joins() {
    return stored.getRelation() == ClaimRelation.SAME
        || (stored.getRelation() == ClaimRelation.CONTRADICTS && stored.getOpposite());
  }

  Wording content() {
    Wording known = content;
    if (known == null) {
      known = Wording.of(normalised);
      content = known;
    }
    return known;
  }

  Wording sentence() {
    Wording known = sentence;
    if (known == null) {
      known = Wording.of(NormalisedContent.of(stored.getSentence()));
      sentence = known;
    }
    return known;
  }
}
