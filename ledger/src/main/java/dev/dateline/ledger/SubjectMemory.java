package dev.dateline.ledger;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.ClaimRelation;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.PropositionState;
import dev.dateline.schemas.avro.Retraction;
import dev.dateline.schemas.avro.RetractionKind;
import dev.dateline.schemas.avro.StoredClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The propositions of one subject with their claims, as they stand.
 *
 * <p>What it holds depends on the set of claims it was given, not on their order: a claim is linked
 * to the nearest of those that are earlier by event time, a proposition is the claims that links
 * bring together, and verdicts are given in the order of event time. A claim that comes late is put
 * in its place, and later ones are linked and judged anew where it matters. It holds as far as its
 * bounds let it; claims no longer listed are not looked at again.
 *
 * <p>Not thread-safe.
 */
public final class SubjectMemory {

  private static final int EVICTED_SHARE = 10;

  private final String key;
  private final Judge judge;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Node> byId = new HashMap<>();
  private final Wordings wordings = new Wordings();
  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, String> kept = new HashMap<>();
  private final Map<String, Map<String, PropositionState>> rows = new HashMap<>();
  private final Set<String> toldPlaces = new TreeSet<>();
  private final PlaceStandings.Earlier contests = new PlaceStandings.Earlier();

  /** No proposition was last claimed before this. */
  private Instant quietest = Instant.MAX;

  SubjectMemory(String key, Judge judge, List<PropositionState> states) {
    this.key = key;
    this.judge = judge;
    for (PropositionState state : states) {
      Group group = groups.computeIfAbsent(state.getPropositionId(), Group::new);
      group.inherit(state);
      for (StoredClaim stored : state.getMembers()) {
        Node node = judge.reader.read(stored);
        node.propositionId = group.id;
        group.members.add(node);
        nodes.add(node);
        list(node);
      }
    }
    nodes.sort(Node.ORDER);
    for (Group group : groups.values()) {
      group.members.sort(Node.ORDER);
      noteSeen(group);
      kept.put(group.id, group.fingerprint());
      rows.put(group.id, group.rows());
    }
    Edges edges = Edges.of(groups.values(), byId);
    for (PlaceReference place : placesOf(groups.keySet())) {
      if (judge.places.of(place, groups.values(), edges, contests).isPresent()) {
        toldPlaces.add(place.getPlaceId());
      }
    }
  }

  /** Returns how many claims are held: a measure of the memory it takes. */
  public int size() {
    return nodes.size();
  }

  /** Returns how many propositions are held. */
  public int propositions() {
    return groups.size();
  }

  /** Returns the standing of every proposition held, in the order of their ids. */
  public List<LedgerEntry> entries() {
    Edges edges = Edges.of(groups.values(), byId);
    return new TreeMap<>(groups)
        .values().stream().map(group -> judge.standings.entry(group, edges, groups)).toList();
  }

  /** Returns whether that claim is listed. */
  public boolean holds(String claimId) {
    return byId.containsKey(claimId);
  }

  /**
   * Takes a claim that is not held and judges it.
   *
   * @param now what propositions expire by
   */
  public LedgerChange add(IncomingClaim incoming, Instant now) {
    Node node = judge.reader.read(incoming, wordings);
    Step step = new Step();
    expire(now, step);
    int at = position(node);
    judge.linker.link(node, nodes.subList(0, at), wordings);
    nodes.add(at, node);
    list(node);
    Set<String> regrouped = relinkLater(node, at, now, step);
    if (regrouped.isEmpty()) {
      join(node, step);
    } else {
      regroup(node, regrouped, step);
    }
    Group group = groupOf(node);
    JudgedClaim judged =
        judge.arrivals.judged(incoming, node, group, target(node), overtaken(node, at));
    // Only now: the claim itself may be one that is not listed.
    bound(group, step);
    for (String id : regrouped) {
      if (groups.containsKey(id)) {
        bound(groups.get(id), step);
      }
    }
    evict(step);
    // One that was too old as it came is judged and not kept.
    expire(now, step);
    return step.change(judged);
  }

  /**
   * Withdraws a claim since a later revision of its article no longer makes it; one that is not
   * listed any more changes nothing but is told of.
   */
  public LedgerChange withdraw(IncomingClaim incoming, Instant now) {
    Step step = new Step();
    expire(now, step);
    Node node = byId.get(incoming.id());
    Retraction retraction = Objects.requireNonNull(incoming.claim().getWithdrawn());
    if (node == null) {
      return step.change(Arrivals.withdrawnUnlisted(incoming));
    }
    Retraction before = node.claim().getRetracted();
    if (before != null && before.getKind() == RetractionKind.REVISION) {
      return step.change(null);
    }
    Group group = groupOf(node);
    step.before(group);
    node.judge(claim -> claim.setRetracted(retraction));
    rejudge(group, step);
    return step.change(judge.arrivals.withdrawn(incoming, node, group, retraction));
  }

  /**
   * Takes a withdrawn claim back in where a later revision than the one that dropped it makes it.
   */
  public LedgerChange reinstate(IncomingClaim incoming, Instant now) {
    Step step = new Step();
    expire(now, step);
    Node node = byId.get(incoming.id());
    Retraction retraction = node == null ? null : node.claim().getRetracted();
    if (node != null
        && retraction != null
        && retraction.getKind() == RetractionKind.REVISION
        && retraction.getRevision() < incoming.claim().getArticle().getRevision()) {
      node.judge(claim -> claim.setRetracted(null));
      rejudge(groupOf(node), step);
    }
    return step.change(null);
  }

  /** Drops what has expired. */
  public LedgerChange expire(Instant now) {
    Step step = new Step();
    expire(now, step);
    return step.change(null);
  }

  private int position(Node node) {
    int found = Collections.binarySearch(nodes, node, Node.ORDER);
    return found < 0 ? -found - 1 : found;
  }

  /**
   * Links later claims anew that the added one is nearer to; returns the propositions that they
   * leave and those that they come to. None is where the same claim of another article comes first,
   * or where the added one will not stay.
   */
  private Set<String> relinkLater(Node node, int at, Instant now, Step step) {
    Set<String> affected = new TreeSet<>();
    if (at + 1 == nodes.size()
        || wordings.of(node.normalised).stream().anyMatch(node::standsBehind)
        || !staysWithOthers(node)) {
      return affected;
    }
    step.noteEdges();
    Instant last = lastThatKnewOf(node, now);
    for (int i = at + 1; i < nodes.size(); i++) {
      Node later = nodes.get(i);
      if (later.claim().getEventTime().isAfter(last)) {
        break;
      }
      if (judge.linker.relink(later, node, nodes.subList(0, i), wordings)) {
        affected.add(later.propositionId);
        Node target = later.joins() ? nearest(later) : null;
        if (target != null && target != node) {
          affected.add(target.propositionId);
        }
      }
    }
    return affected;
  }

  /** Whether the proposition that an added claim joins has room for it. */
  private boolean staysWithOthers(Node node) {
    Node target = node.joins() ? nearest(node) : null;
    return target == null
        || groupOf(target).hasRoom(node, side(node, target), judge.settings.claimsPerProposition());
  }

  /** A claim that comes too late to be kept was forgotten before claims later than this came. */
  private Instant lastThatKnewOf(Node node, Instant now) {
    Instant forgotten = node.claim().getEventTime().plus(judge.settings.retention());
    return node.joins() || !forgotten.isBefore(now) ? Instant.MAX : forgotten;
  }

  private @Nullable Node nearest(Node node) {
    return node.stored.getNearestId() == null ? null : byId.get(node.stored.getNearestId());
  }

  private String propositionId(Node root) {
    return Ids.of(key, root.id());
  }

  private static void setSide(Node node, boolean against) {
    if (node.against() != against) {
      node.judge(claim -> claim.setAgainst(against));
    }
  }

  private static boolean side(Node node, Node target) {
    return target.against() ^ (node.stored.getRelation() == ClaimRelation.CONTRADICTS);
  }

  /** Puts a claim into the proposition its link names, or opens one for it. */
  private void join(Node node, Step step) {
    Node target = node.joins() ? nearest(node) : null;
    Group group;
    if (target == null) {
      group = new Group(propositionId(node));
      groups.put(group.id, group);
      setSide(node, false);
    } else {
      group = groupOf(target);
      setSide(node, side(node, target));
    }
    node.propositionId = group.id;
    if (target != null) {
      step.before(group);
    }
    group.insert(node);
    int index = group.members.indexOf(node);
    if (index == group.members.size() - 1) {
      Verdicts.judge(group, index, index == 0 ? nearest(node) : null);
    } else {
      Verdicts.judgeAll(group, nearest(group.root()));
    }
    step.touch(group.id);
  }

  private void rejudge(Group group, Step step) {
    step.before(group);
    Verdicts.judgeAll(group, nearest(group.root()));
    step.touch(group.id);
  }

  /** Brings a claim, and those of some propositions, together anew. */
  private void regroup(Node added, Set<String> ids, Step step) {
    Map<String, Group> before = new TreeMap<>();
    ids.forEach(id -> before.put(id, groupOf(id)));
    Node joined = added.joins() ? nearest(added) : null;
    if (joined != null) {
      before.put(joined.propositionId, groupOf(joined));
    }
    List<Node> members = new ArrayList<>(List.of(added));
    for (Group group : before.values()) {
      step.before(group);
      members.addAll(group.members);
      groups.remove(group.id);
    }
    members.sort(Node.ORDER);
    Set<String> after = new TreeSet<>();
    for (Node node : members) {
      Node target = node.joins() ? nearest(node) : null;
      if (node.joins() && target == null) {
        target = rootBefore(node, before);
      }
      if (target == null) {
        node.propositionId = propositionId(node);
        setSide(node, false);
        groups.put(node.propositionId, new Group(node.propositionId));
      } else {
        node.propositionId = target.propositionId;
        setSide(node, side(node, target));
      }
      groupOf(node).members.add(node);
      after.add(node.propositionId);
    }
    for (Group group : before.values()) {
      if (group.unlisted > 0) {
        groupOf(group.root()).inherit(group);
      }
    }
    for (String id : after) {
      Group group = groupOf(id);
      Verdicts.judgeAll(group, nearest(group.root()));
    }
    before.keySet().forEach(step::touch);
    after.forEach(step::touch);
  }

  /** What a claim was linked to is no longer listed: it stays with the proposition's first. */
  private static @Nullable Node rootBefore(Node node, Map<String, Group> before) {
    Group group = before.get(node.propositionId);
    if (group == null || group.root() == node || Node.ORDER.compare(group.root(), node) > 0) {
      return null;
    }
    return group.root();
  }

  private Group groupOf(Node node) {
    return groupOf(node.propositionId);
  }

  private Group groupOf(String propositionId) {
    Group group = groups.get(propositionId);
    if (group == null) {
      throw new IllegalStateException("judging " + key + ": no proposition " + propositionId);
    }
    return group;
  }

  private void list(Node node) {
    byId.put(node.id(), node);
    wordings.add(node);
  }

  private void drop(Node node) {
    nodes.remove(position(node));
    node.listed = false;
    byId.remove(node.id());
    wordings.remove(node);
  }

  private void bound(Group group, Step step) {
    List<Node> gone = group.bound(judge.settings.claimsPerProposition());
    gone.forEach(this::drop);
    if (!gone.isEmpty()) {
      step.touch(group.id);
    }
  }

  /** A tenth goes at once, so that the cost of finding them is shared by the next many claims. */
  private void evict(Step step) {
    int limit = judge.settings.propositionsPerSubject();
    if (groups.size() <= limit) {
      return;
    }
    List<Group> oldest = new ArrayList<>(groups.values());
    oldest.sort(Comparator.comparing(Group::lastSeen).thenComparing(group -> group.id));
    remove(oldest.subList(0, groups.size() - limit + limit / EVICTED_SHARE), step);
  }

  private void expire(Instant now, Step step) {
    Instant oldest = now.minus(judge.settings.retention());
    if (!quietest.isBefore(oldest)) {
      return;
    }
    quietest = Instant.MAX;
    List<Group> expired = new ArrayList<>();
    for (Group group : groups.values()) {
      if (group.lastSeen().isBefore(oldest)) {
        expired.add(group);
      } else {
        noteSeen(group);
      }
    }
    expired.sort(Comparator.comparing(group -> group.id));
    remove(expired, step);
  }

  private void noteSeen(Group group) {
    if (group.lastSeen().isBefore(quietest)) {
      quietest = group.lastSeen();
    }
  }

  private void remove(List<Group> gone, Step step) {
    if (!gone.isEmpty()) {
      step.noteEdges();
    }
    for (Group group : gone) {
      step.before(group);
      groups.remove(group.id);
      group.members.forEach(this::drop);
      step.touch(group.id);
      step.evicted++;
    }
  }

  private List<PlaceReference> placesOf(Set<String> propositionIds) {
    Map<String, PlaceReference> places = new TreeMap<>();
    for (String id : propositionIds) {
      Group group = groups.get(id);
      PlaceReference place = group == null ? null : group.place();
      if (place != null) {
        places.put(place.getPlaceId(), place);
      }
    }
    return List.copyOf(places.values());
  }

  /** What a claim is linked to outside its proposition: the first claim of that side there. */
  private @Nullable Node target(Node node) {
    Node nearest = node.joins() ? null : nearest(node);
    if (nearest == null) {
      return null;
    }
    return Verdicts.first(groupOf(nearest).members, other -> other.against() == nearest.against());
  }

  /** The first later claim that updates the one at that place. */
  private @Nullable Node overtaken(Node node, int at) {
    return Verdicts.first(
        nodes.subList(at + 1, nodes.size()),
        other ->
            other.stored.getRelation() == ClaimRelation.UPDATES
                && node.id().equals(other.stored.getNearestId()));
  }

  /** Gathers what one step changes. */
  private final class Step {

    private final Set<String> touched = new TreeSet<>();
    private final Map<String, PlaceReference> places = new TreeMap<>();
    private @Nullable Edges edgesBefore;
    private int evicted;

    /** Notes how all stood, before propositions are brought together anew or go. */
    void noteEdges() {
      if (edgesBefore == null) {
        edgesBefore = Edges.of(groups.values(), byId);
      }
    }

    /** Notes how a proposition stood before it changes. */
    void before(Group group) {
      if (!group.members.isEmpty() && isInContest(group, edgesBefore)) {
        notePlace(group);
      }
    }

    void touch(String propositionId) {
      touched.add(propositionId);
      Group group = groups.get(propositionId);
      if (group != null) {
        noteSeen(group);
      }
    }

    private void notePlace(Group group) {
      PlaceReference place = group.place();
      if (place != null) {
        places.put(place.getPlaceId(), place);
      }
    }

    LedgerChange change(@Nullable JudgedClaim judged) {
      Map<String, @Nullable PropositionState> states = new TreeMap<>();
      for (String id : List.copyOf(touched)) {
        Group group = groups.get(id);
        String fingerprint = group == null ? null : group.fingerprint();
        if (Objects.equals(fingerprint, kept.get(id))) {
          touched.remove(id);
        } else if (group == null || fingerprint == null) {
          keep(id, Map.of(), states);
          kept.remove(id);
        } else {
          keep(id, group.rows(), states);
          kept.put(id, fingerprint);
        }
      }
      if (touched.isEmpty()) {
        return new LedgerChange(judged, Map.of(), Map.of(), Map.of(), 0);
      }
      Edges edges = Edges.of(groups.values(), byId);
      Map<String, @Nullable LedgerEntry> entries = entries(edges);
      return new LedgerChange(judged, states, entries, standings(entries.keySet(), edges), evicted);
    }

    /** Only the rows that changed: a claim more costs one, however many its proposition has. */
    private void keep(
        String id,
        Map<String, PropositionState> now,
        Map<String, @Nullable PropositionState> changed) {
      Map<String, PropositionState> before = rows.getOrDefault(id, Map.of());
      for (String row : before.keySet()) {
        if (!now.containsKey(row)) {
          changed.put(row, null);
        }
      }
      now.forEach(
          (row, state) -> {
            if (!state.equals(before.get(row))) {
              changed.put(row, state);
            }
          });
      if (now.isEmpty()) {
        rows.remove(id);
      } else {
        rows.put(id, now);
      }
    }

    private Map<String, @Nullable LedgerEntry> entries(Edges edges) {
      Set<String> told = new TreeSet<>(touched);
      for (String id : touched) {
        told.addAll(edges.around(id));
        if (edgesBefore != null) {
          told.addAll(edgesBefore.around(id));
        }
      }
      Map<String, @Nullable LedgerEntry> entries = new TreeMap<>();
      for (String id : told) {
        Group group = groups.get(id);
        if (group != null) {
          entries.put(id, judge.standings.entry(group, edges, groups));
        } else if (touched.contains(id)) {
          entries.put(id, null);
        }
      }
      return entries;
    }

    private Map<String, @Nullable PlaceStanding> standings(Set<String> told, Edges edges) {
      for (String id : told) {
        Group group = groups.get(id);
        if (group != null && isInContest(group, edges)) {
          notePlace(group);
        }
      }
      Map<String, @Nullable PlaceStanding> standings = new TreeMap<>();
      places.forEach(
          (id, place) -> {
            PlaceStanding standing =
                judge.places.of(place, groups.values(), edges, contests).orElse(null);
            if (standing != null) {
              toldPlaces.add(id);
              standings.put(id, standing);
            } else if (toldPlaces.remove(id)) {
              standings.put(id, null);
            }
          });
      return standings;
    }

    private boolean isInContest(Group group, @Nullable Edges edges) {
      return group.contest() != null
          || group.denials() > 0
          || (edges != null && !edges.disputes(group.id).isEmpty());
    }
  }
}
