package dev.dateline.ledger;

import dev.dateline.schemas.avro.ContestKind;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One proposition in a subject's memory: its claims in their order. Not thread-safe. */
final class Group {

  /** How many claimants or outlets of unlisted claims are told apart. */
  private static final int MOST_UNLISTED_NAMES = 100;

  private static final char ROW_SEPARATOR = '/';

  final String id;
  final List<Node> members = new ArrayList<>();
  int unlisted;
  int unlistedCopies;
  int unlistedDenials;
  final TreeSet<String> unlistedParties = new TreeSet<>();
  final TreeSet<String> unlistedSources = new TreeSet<>();

  /** How many claimants make it independently of each other; null when not counted yet. */
  @Nullable Integer independentClaimants;

  /** How many listed claims that stand deny it; null when not counted yet. */
  private @Nullable Integer listedDenials;

  Group(String id) {
    this.id = id;
  }

  Node root() {
    return members.get(0);
  }

  Instant lastSeen() {
    return members.get(members.size() - 1).claim().getEventTime();
  }

  @Nullable PlaceReference place() {
    return root().stored.getPlace();
  }

  @Nullable ContestKind contest() {
    return root().stored.getContest();
  }

  Subject subject() {
    return Objects.requireNonNull(root().stored.getSubject(), "a stored claim has its subject");
  }

  /** Says that claims came, went, or were judged anew. */
  void forgetCounts() {
    independentClaimants = null;
    listedDenials = null;
  }

  /** Returns how many claims that stand deny it. */
  int denials() {
    Integer counted = listedDenials;
    if (counted == null) {
      counted = (int) members.stream().filter(node -> node.against() && node.stands()).count();
      listedDenials = counted;
    }
    return unlistedDenials + counted;
  }

  /** Adds a claim in its place. */
  void insert(Node node) {
    forgetCounts();
    int at = members.size();
    while (at > 0 && Node.ORDER.compare(members.get(at - 1), node) > 0) {
      at--;
    }
    members.add(at, node);
  }

  /**
   * Unlists claims until {@code limit} are left and returns them: the earliest of each side and the
   * latest stay, since later claims are held against those.
   */
  List<Node> bound(int limit) {
    if (members.size() <= limit) {
      return List.of();
    }
    forgetCounts();
    List<Node> gone = new ArrayList<>();
    int surplus = members.size() - limit;
    Set<Boolean> sidesMet = new HashSet<>();
    for (var each = members.iterator(); each.hasNext() && surplus > 0; ) {
      Node node = each.next();
      if (sidesMet.add(node.against())) {
        continue;
      }
      each.remove();
      gone.add(node);
      surplus--;
      unlist(node);
    }
    return gone;
  }

  /**
   * Whether a claim that is to be added would stay listed.
   *
   * @param against the side it would be on
   * @param limit how many claims are listed at most
   */
  boolean hasRoom(Node added, boolean against, int limit) {
    if (members.size() < limit) {
      return true;
    }
    Set<Boolean> sidesMet = new HashSet<>();
    for (Node node : members) {
      if (Node.ORDER.compare(node, added) > 0) {
        return sidesMet.add(against);
      }
      if (!sidesMet.add(node.against())) {
        return true;
      }
    }
    return true;
  }

  private void unlist(Node node) {
    unlisted++;
    if (node.isCopy()) {
      unlistedCopies++;
    }
    if (node.against() && node.stands()) {
      unlistedDenials++;
    }
    if (!node.against() && node.stands() && !node.isCopy() && !node.parties.isEmpty()) {
      add(unlistedParties, String.join("\n", node.stored.getParties()));
    }
    if (node.claim().getSource() != null) {
      add(unlistedSources, node.claim().getSource());
    }
  }

  private static void add(NavigableSet<String> names, String name) {
    names.add(name);
    if (names.size() > MOST_UNLISTED_NAMES) {
      names.pollLast();
    }
  }

  /** Takes over what is known of another's unlisted claims. */
  void inherit(Group other) {
    forgetCounts();
    unlisted += other.unlisted;
    unlistedCopies += other.unlistedCopies;
    unlistedDenials += other.unlistedDenials;
    other.unlistedParties.forEach(name -> add(unlistedParties, name));
    other.unlistedSources.forEach(name -> add(unlistedSources, name));
  }

  void inherit(PropositionState state) {
    unlisted += state.getUnlisted();
    unlistedCopies += state.getUnlistedCopies();
    unlistedDenials += state.getUnlistedDenials();
    state.getUnlistedParties().forEach(name -> add(unlistedParties, name));
    state.getUnlistedSources().forEach(name -> add(unlistedSources, name));
  }

  /** Returns what tells one state of it from another, cheaply. */
  String fingerprint() {
    StringBuilder fingerprint = new StringBuilder();
    for (Node node : members) {
      var claim = node.claim();
      fingerprint
          .append(node.id())
          .append(claim.getAgainst() ? '-' : '+')
          .append(claim.getVerdict())
          .append(claim.getCopyOf())
          .append(claim.getRetracted() == null ? "" : claim.getRetracted().getArticleId())
          .append(claim.getRetracted() == null ? 0 : claim.getRetracted().getRevision())
          .append(node.stored.getNearestId())
          .append(node.stored.getRelation())
          .append(node.stored.getScore());
    }
    return fingerprint.append(unlisted).toString();
  }

  /**
   * Returns the proposition as it is kept: a row for each claim under its id, and one under the
   * empty one where claims are no longer listed.
   */
  Map<String, PropositionState> rows() {
    Map<String, PropositionState> rows = new HashMap<>();
    for (Node node : members) {
      rows.put(id + ROW_SEPARATOR + node.id(), node.row(id));
    }
    if (unlisted > 0) {
      rows.put(
          id + ROW_SEPARATOR,
          PropositionState.newBuilder()
              .setPropositionId(id)
              .setSubject(subject())
              .setUnlisted(unlisted)
              .setUnlistedCopies(unlistedCopies)
              .setUnlistedDenials(unlistedDenials)
              .setUnlistedParties(List.copyOf(unlistedParties))
              .setUnlistedSources(List.copyOf(unlistedSources))
              .build());
    }
    return rows;
  }
}
