package dev.dateline.ledger;

import dev.dateline.schemas.avro.Contest;
import dev.dateline.schemas.avro.ContestKind;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.PropositionStatus;
import dev.dateline.schemas.avro.Quantity;
import dev.dateline.schemas.avro.StandingClaim;
import dev.dateline.schemas.avro.StoredClaim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sets the claims about one place that are in contest side by side.
 *
 * <p>Thread-safe; what a subject has found before belongs to its memory alone.
 */
final class PlaceStandings {

  /** What a record may hold. */
  private static final int MOST_CONTESTS = 100;

  private static final int MOST_CLAIMS = 50;

  private final Standings standings;

  PlaceStandings(Standings standings) {
    this.standings = standings;
  }

  private record Key(ContestKind kind, String topic) {}

  private static final Comparator<Key> BY_KIND =
      Comparator.comparing(Key::kind).thenComparing(Key::topic);

  /**
   * A claim in contest.
   *
   * @param stored what is kept of it now
   */
  private record Told(Node node, StoredClaim stored, PropositionStatus status) {}

  /** A contest and the claims it was made of. */
  private record Found(List<Told> told, Optional<Contest> contest) {}

  /** The contests of one subject's places as they were found last. Not thread-safe. */
  static final class Earlier {
    private final Map<String, Map<Key, Found>> byPlace = new HashMap<>();
  }

  /**
   * Returns the standing of a place; empty where nothing about it is in contest.
   *
   * @param earlier what was found before: a contest is set up anew only where its claims changed
   */
  Optional<PlaceStanding> of(
      PlaceReference place, Collection<Group> groups, Edges edges, Earlier earlier) {
    Map<Key, List<Told>> byContest = new TreeMap<>(BY_KIND);
    for (Group group : groups) {
      PlaceReference at = group.place();
      if (at == null || !at.getPlaceId().equals(place.getPlaceId())) {
        continue;
      }
      Key key = key(group, edges);
      if (key != null) {
        PropositionStatus status = standings.status(group, edges);
        List<Told> told = byContest.computeIfAbsent(key, any -> new ArrayList<>());
        group.members.forEach(node -> told.add(new Told(node, node.stored, status)));
      }
    }
    Map<Key, Found> before =
        Objects.requireNonNullElse(earlier.byPlace.remove(place.getPlaceId()), Map.of());
    Map<Key, Found> found = new HashMap<>();
    List<Contest> contests = new ArrayList<>();
    byContest.forEach(
        (key, told) -> {
          Found known = before.get(key);
          if (known == null || !known.told.equals(told)) {
            known = new Found(told, contest(key, told));
          }
          found.put(key, known);
          known.contest.ifPresent(contests::add);
        });
    if (!found.isEmpty()) {
      earlier.byPlace.put(place.getPlaceId(), found);
    }
    contests.sort(
        Comparator.comparing(Contest::getKind)
            .thenComparing(contest -> contest.getClaims().get(0).getEventTime())
            .thenComparing(Contest::getTopic));
    if (contests.isEmpty()) {
      return Optional.empty();
    }
    Instant lastSeen =
        contests.stream()
            .flatMap(contest -> contest.getClaims().stream())
            .map(StandingClaim::getEventTime)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    List<Contest> listed =
        contests.size() > MOST_CONTESTS
            ? contests.subList(contests.size() - MOST_CONTESTS, contests.size())
            : contests;
    return Optional.of(new PlaceStanding(place, List.copyOf(listed), lastSeen));
  }

  private @Nullable Key key(Group group, Edges edges) {
    ContestKind kind = group.contest();
    if (kind != null) {
      return new Key(kind, group.root().stored.getTopic());
    }
    boolean disputed = group.denials() > 0 || !edges.disputes(group.id).isEmpty();
    return disputed ? new Key(ContestKind.OCCURRENCE, occurrence(group, edges)) : null;
  }

  /** Propositions at odds with each other are one contest, named by the first id of them. */
  private static String occurrence(Group group, Edges edges) {
    return edges.disputes(group.id).stream()
        .filter(other -> other.compareTo(group.id) < 0)
        .findFirst()
        .orElse(group.id);
  }

  private Optional<Contest> contest(Key key, List<Told> claims) {
    List<Told> told = new ArrayList<>(claims);
    told.sort(Comparator.comparing(Told::node, Node.ORDER));
    List<Told> current = new ArrayList<>();
    for (Told each : told) {
      if (!each.node.stands()) {
        continue;
      }
      if (!each.node.isCopy() || current.isEmpty()) {
        current.removeIf(earlier -> sameClaimant(earlier.node, each.node));
        current.add(each);
      }
    }
    if (current.isEmpty()) {
      return Optional.empty();
    }
    boolean contested =
        current.stream()
            .anyMatch(each -> each.node.against() || each.status == PropositionStatus.DISPUTED);
    List<Told> listed =
        current.size() > MOST_CLAIMS
            ? current.subList(current.size() - MOST_CLAIMS, current.size())
            : current;
    return Optional.of(
        Contest.newBuilder()
            .setKind(key.kind)
            .setTopic(key.topic)
            .setSummary(current.get(0).node.claim().getContent())
            .setContested(contested)
            .setClaims(listed.stream().map(PlaceStandings::claim).toList())
            .build());
  }

  private boolean sameClaimant(Node one, Node other) {
    return one.sharesParty(other)
        || (one.parties.isEmpty()
            && other.parties.isEmpty()
            && Objects.equals(one.claim().getClaimant(), other.claim().getClaimant()));
  }

  private static StandingClaim claim(Told told) {
    EarlierClaim claim = told.node.claim();
    return StandingClaim.newBuilder()
        .setClaimId(claim.getClaimId())
        .setPropositionId(told.node.propositionId)
        .setClaimant(claim.getClaimant())
        .setClaimantId(claim.getClaimantId())
        .setContent(claim.getContent())
        .setPolarity(claim.getPolarity())
        .setHedge(claim.getHedge())
        .setQuantity(figure(told.node))
        .setFrom(claim.getFrom())
        .setTo(claim.getTo())
        .setEventTime(claim.getEventTime())
        .setArticleId(claim.getArticleId())
        .setSource(claim.getSource())
        .setUrl(claim.getUrl())
        .setVerdict(claim.getVerdict())
        .setStatus(told.status)
        .build();
  }

  /** The number that counts what the contest is about; the first where none says so. */
  private static @Nullable Quantity figure(Node node) {
    if (node.stored.getContest() != ContestKind.CASUALTIES) {
      return null;
    }
    List<Quantity> quantities = node.claim().getQuantities();
    String topic = node.stored.getTopic();
    String stem = topic.isEmpty() ? topic : topic.substring(0, topic.length() - 1);
    return quantities.stream()
        .filter(quantity -> quantity.getText().contains(stem))
        .findFirst()
        .orElse(quantities.isEmpty() ? null : quantities.get(0));
  }
}
