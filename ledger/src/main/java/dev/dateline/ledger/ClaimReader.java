package dev.dateline.ledger;

import dev.dateline.ledger.match.Assertion;
import dev.dateline.ledger.match.ClaimMatcher;
import dev.dateline.ledger.match.Matter;
import dev.dateline.ledger.match.Proposition;
import dev.dateline.schemas.avro.ArticleReference;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ContestKind;
import dev.dateline.schemas.avro.Cue;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.StoredClaim;
import dev.dateline.schemas.avro.SubjectClaim;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns claims into what the ledger keeps and compares. Thread-safe. */
final class ClaimReader {

  private static final Set<String> WITHDRAWALS = WordList.of("withdrawals.txt");

  private final ClaimMatcher matcher;
  private final Parties parties;

  ClaimReader(ClaimMatcher matcher, Parties parties) {
    this.matcher = matcher;
    this.parties = parties;
  }

  /**
   * Returns a claim as it is kept, not yet linked to any other.
   *
   * @param wordings what its subject has: a copy need not be prepared anew
   */
  Node read(IncomingClaim incoming, Wordings wordings) {
    SubjectClaim subjectClaim = incoming.claim();
    Claim claim = subjectClaim.getClaim();
    ArticleReference article = subjectClaim.getArticle();
    EarlierClaim listed =
        EarlierClaim.newBuilder()
            .setClaimId(claim.getId())
            .setArticleId(article.getId())
            .setSource(article.getSource())
            .setClaimant(Parties.nameOf(claim.getClaimant()))
            .setContent(incoming.content())
            .setPolarity(claim.getPolarity())
            .setEventTime(incoming.eventTime())
            .setClaimantId(claim.getClaimant() == null ? null : claim.getClaimant().getEntityId())
            .setRevision(article.getRevision())
            .setUrl(article.getUrl())
            .setHedge(claim.getHedge())
            .setFrom(claim.getFrom())
            .setTo(claim.getTo())
            .setQuantities(claim.getQuantities())
            .setBackfill(article.getBackfill())
            .setRetracted(subjectClaim.getWithdrawn())
            .build();
    StoredClaim stored =
        StoredClaim.newBuilder()
            .setClaim(listed)
            .setPosition(claim.getContent().get(0).getStart())
            .setParties(parties.of(claim))
            .setSentence(
                claim.getSentence() == null ? incoming.content() : claim.getSentence().getText())
            .setPlace(subjectClaim.getPlace())
            .setPlaces(claim.getPlaces())
            .setEntityIds(claim.getEntityIds())
            .setSubject(subjectClaim.getSubject())
            .setTakesBack(subjectClaim.getCorrection() || withdraws(claim.getCue()))
            .setCorrection(subjectClaim.getCorrection())
            .setKinds(ContentKinds.of(claim, incoming.content()))
            .setFetched(article.getFetched())
            .build();
    String normalised = NormalisedContent.of(incoming.content());
    Proposition prepared = prepare(stored, wordings.of(normalised));
    Optional<Matter> matter = matcher.matter(prepared);
    stored.setContest(matter.map(ClaimReader::kind).orElse(null));
    stored.setTopic(matter.map(Matter::topic).orElse(""));
    return new Node(stored, normalised, prepared, parties.read(stored.getParties()));
  }

  /** Returns a claim that was kept. */
  Node read(StoredClaim stored) {
    String normalised = NormalisedContent.of(stored.getClaim().getContent());
    return new Node(
        stored, normalised, prepare(stored, List.of()), parties.read(stored.getParties()));
  }

  private Proposition prepare(StoredClaim stored, List<Node> same) {
    EarlierClaim claim = stored.getClaim();
    Assertion assertion =
        assertion(
            claim.getClaimant(),
            claim.getClaimantId(),
            Node.denies(stored),
            claim.getContent(),
            placeNames(stored.getPlace()),
            claim.getEventTime(),
            stored.getEntityIds(),
            stored.getKinds());
    for (Node node : same) {
      if (node.prepared.assertion().equals(assertion)) {
        return node.prepared;
      }
    }
    return matcher.prepare(assertion);
  }

  /** Returns a claim as the matcher wants it; its day is the day it was made, in UTC. */
  static Assertion assertion(
      @Nullable String claimant,
      @Nullable String claimantId,
      boolean denied,
      String content,
      List<String> places,
      Instant eventTime,
      List<String> entityIds,
      String kinds) {
    return new Assertion(
        claimant,
        claimantId,
        denied,
        content,
        places,
        eventTime.atZone(ZoneOffset.UTC).toLocalDate(),
        entityIds,
        kinds);
  }

  private static List<String> placeNames(@Nullable PlaceReference place) {
    List<String> names = new ArrayList<>();
    if (place != null) {
      names.add(place.getName());
      if (place.getCountry() != null) {
        names.add(place.getCountry());
      }
    }
    return names;
  }

  private static ContestKind kind(Matter matter) {
    return switch (matter.kind()) {
      case CONTROL -> ContestKind.CONTROL;
      case CASUALTIES -> ContestKind.CASUALTIES;
    };
  }

  private static boolean withdraws(@Nullable Cue cue) {
    if (cue == null) {
      return false;
    }
    String words = cue.getText().toLowerCase(Locale.ROOT);
    return WITHDRAWALS.stream().anyMatch(words::contains);
  }
}
