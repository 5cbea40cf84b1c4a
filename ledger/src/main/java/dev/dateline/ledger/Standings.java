package dev.dateline.ledger;

import dev.dateline.schemas.avro.ClaimantStanding;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PropositionStatus;
import dev.dateline.schemas.avro.StoredClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells where a proposition stands, from its claims. Thread-safe. */
final class Standings {

  private final Parties parties;

  Standings(Parties parties) {
    this.parties = parties;
  }

  /** Returns how many claimants make a proposition independently of each other. */
  int independentClaimants(Group group) {
    Integer counted = group.independentClaimants;
    if (counted == null) {
      counted = count(group);
      group.independentClaimants = counted;
    }
    return counted;
  }

  private int count(Group group) {
    List<List<Parties.Party>> camps = new ArrayList<>();
    boolean anybody = false;
    for (Node node : group.members) {
      if (!node.against() && node.stands()) {
        anybody = true;
        if (!node.isCopy()) {
          addToCamps(camps, node.parties);
        }
      }
    }
    for (String unlisted : group.unlistedParties) {
      anybody = true;
      addToCamps(camps, parties.read(List.of(unlisted.split("\n", -1))));
    }
    return Math.max(camps.size(), anybody ? 1 : 0);
  }

  /** Claimants with a party in common count once. */
  private static void addToCamps(List<List<Parties.Party>> camps, List<Parties.Party> added) {
    if (added.isEmpty()) {
      return;
    }
    List<Parties.Party> joined = new ArrayList<>(added);
    camps.removeIf(
        camp -> {
          boolean meets = Parties.shared(camp, joined);
          if (meets) {
            joined.addAll(camp);
          }
          return meets;
        });
    camps.add(joined);
  }

  static int copies(Group group) {
    return group.unlistedCopies + (int) group.members.stream().filter(Node::isCopy).count();
  }

  static int claims(Group group) {
    return group.unlisted + group.members.size();
  }

  PropositionStatus status(Group group, Edges edges) {
    boolean made =
        !group.unlistedParties.isEmpty()
            || group.members.stream().anyMatch(node -> !node.against() && node.stands());
    if (!made) {
      return PropositionStatus.RETRACTED;
    }
    if (!edges.updatedBy(group.id).isEmpty()) {
      return PropositionStatus.SUPERSEDED;
    }
    if (group.denials() > 0 || !edges.disputes(group.id).isEmpty()) {
      return PropositionStatus.DISPUTED;
    }
    return independentClaimants(group) > 1
        ? PropositionStatus.CORROBORATED
        : PropositionStatus.CLAIMED;
  }

  /** Returns a proposition as news.ledger tells it. */
  LedgerEntry entry(Group group, Edges edges, Map<String, Group> groups) {
    StoredClaim first = group.root().stored;
    List<EarlierClaim> claims = group.members.stream().map(Node::claim).toList();
    Node last = group.members.get(group.members.size() - 1);
    return LedgerEntry.newBuilder()
        .setPropositionId(group.id)
        .setSubject(group.subject())
        .setContent(first.getClaim().getContent())
        .setClaims(claims)
        .setClaimCount(claims(group))
        .setFirstSeen(first.getClaim().getEventTime())
        .setLastSeen(group.lastSeen())
        .setStatus(status(group, edges))
        .setVerdict(last.claim().getVerdict())
        .setClaimants(claimants(group))
        .setIndependentClaimants(independentClaimants(group))
        .setCopies(copies(group))
        .setDenials(group.denials())
        .setRetractions((int) group.members.stream().filter(node -> !node.stands()).count())
        .setSources(sources(group))
        .setPlace(first.getPlace())
        .setPlaces(first.getPlaces())
        .setEntityIds(first.getEntityIds())
        .setFrom(first.getClaim().getFrom())
        .setTo(first.getClaim().getTo())
        .setContest(first.getContest())
        .setDisputes(edges.disputes(group.id))
        .setUpdates(edges.updates(group.id))
        .setSupersededBy(latest(edges.updatedBy(group.id), groups))
        .setBackfill(claims.stream().allMatch(EarlierClaim::getBackfill))
        .build();
  }

  private static @Nullable String latest(Set<String> ids, Map<String, Group> groups) {
    return ids.stream()
        .map(groups::get)
        .max((one, other) -> Node.ORDER.compare(one.root(), other.root()))
        .map(group -> group.id)
        .orElse(null);
  }

  private static int sources(Group group) {
    TreeSet<String> sources = new TreeSet<>(group.unlistedSources);
    group.members.stream()
        .flatMap(node -> Stream.ofNullable(node.claim().getSource()))
        .forEach(sources::add);
    return sources.size();
  }

  private List<ClaimantStanding> claimants(Group group) {
    List<List<Node>> camps = new ArrayList<>();
    for (Node node : group.members) {
      camp(camps, node).add(node);
    }
    return camps.stream().map(Standings::standing).toList();
  }

  private List<Node> camp(List<List<Node>> camps, Node node) {
    for (List<Node> camp : camps) {
      boolean nameless =
          node.parties.isEmpty()
              && Objects.equals(node.claim().getClaimant(), camp.get(0).claim().getClaimant());
      if (nameless || camp.stream().anyMatch(other -> node.sharesParty(other))) {
        return camp;
      }
    }
    List<Node> camp = new ArrayList<>();
    camps.add(camp);
    return camp;
  }

  private static ClaimantStanding standing(List<Node> claims) {
    EarlierClaim first = claims.get(0).claim();
    EarlierClaim last = claims.get(claims.size() - 1).claim();
    return ClaimantStanding.newBuilder()
        .setId(first.getClaimantId())
        .setName(first.getClaimant())
        .setPolarity(last.getPolarity())
        .setAgainst(last.getAgainst())
        .setHedge(last.getHedge())
        .setClaims(claims.size())
        .setCopies((int) claims.stream().filter(Node::isCopy).count())
        .setFirstSeen(first.getEventTime())
        .setLastSeen(last.getEventTime())
        .setLatestClaimId(last.getClaimId())
        .setRetracted(claims.stream().noneMatch(Node::stands))
        .build();
  }
}
