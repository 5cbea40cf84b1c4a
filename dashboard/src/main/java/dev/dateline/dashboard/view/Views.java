package dev.dateline.dashboard.view;

import dev.dateline.dashboard.read.Position;
import dev.dateline.schemas.ArticleReferences;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceStanding;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows, each part within its bounds; together about 150 MiB at the most.
 * Thread-safe as its parts are.
 */
public final class Views {

  private static final long MEBIBYTE = 1L << 20;
  private static final int MOST_ARTICLES = 20_000;
  private static final int MOST_PROPOSITIONS = 50_000;
  private static final int MOST_PLACES = 10_000;
  private static final int MOST_ENTITIES = 10_000;
  private static final int MOST_TRENDS = 2_000;
  private static final int MOST_DEAD_LETTERS = 200;
  private static final long POSITION_BYTES = 200;
  private static final long DEAD_LETTER_BYTES = 1_500;

  private final ClaimFeed feed;
  private final ArticleIndex articles = new ArticleIndex(MOST_ARTICLES, 20 * MEBIBYTE);
  private final BoundedMap<String, Position> propositions =
      new BoundedMap<>(MOST_PROPOSITIONS, 10 * MEBIBYTE, position -> POSITION_BYTES);
  private final BoundedMap<String, String> propositionsOfClaims =
      new BoundedMap<>(MOST_PROPOSITIONS, 10 * MEBIBYTE, id -> POSITION_BYTES);
  private final BoundedMap<String, Standing> standings =
      new BoundedMap<>(MOST_PLACES, 4 * MEBIBYTE, standing -> POSITION_BYTES);
  private final Sightings entities = new Sightings(MOST_ENTITIES, 20 * MEBIBYTE);
  private final Sightings places = new Sightings(MOST_PLACES, 12 * MEBIBYTE);
  private final TrendView trends = new TrendView(MOST_TRENDS, 6 * MEBIBYTE);
  private final SourceView sources = new SourceView();
  private final Flow flow = new Flow();
  private final BoundedMap<String, DeadLetter> deadLetters =
      new BoundedMap<>(MOST_DEAD_LETTERS, MEBIBYTE, letter -> DEAD_LETTER_BYTES);

  /**
   * Where the standing of a place lies.
   *
   * @param position in news.standing
   * @param contested whether any of it is contested
   */
  public record Standing(Position position, boolean contested) {}

  /** Makes empty ones. */
  public Views(int mostClaims) {
    this.feed = new ClaimFeed(mostClaims, 60 * MEBIBYTE);
  }

  /** Takes a claim with its verdict, and returns it as the feed has it. */
  public FeedClaim claim(Position position, JudgedClaim judged, Instant arrived) {
    ClaimKey key = new ClaimKey(arrived.toEpochMilli(), position.partition(), position.offset());
    FeedClaim claim = FeedClaim.of(key, ClaimCard.of(key, judged), position);
    feed.add(claim);
    flow.claim(arrived, judged.getArticle().getFetched());
    return claim;
  }

  /** Takes an article with what is understood in it. */
  public void article(Position position, EnrichedArticle enriched, Instant arrived) {
    ArticleCard card = ArticleCard.of(ArticleReferences.of(enriched.getArticle()));
    articles.add(card, position);
    places.addSpellings(enriched.getPlaces());
    sources.add(card, arrived);
    flow.article(arrived);
  }

  /**
   * Takes a proposition; null when it is no longer kept. A proposition that is found to be the same
   * as another goes, and its claims are listed in the other from then on.
   */
  public void proposition(Position position, String id, @Nullable LedgerEntry entry) {
    if (entry == null) {
      propositions.remove(id);
      return;
    }
    propositions.put(id, position);
    entry.getClaims().forEach(claim -> propositionsOfClaims.put(claim.getClaimId(), id));
  }

  /**
   * Returns where the proposition of a claim lies in news.ledger; empty when it is not known.
   *
   * @param judgedId the proposition that the claim was judged in
   */
  public Optional<Position> proposition(String claimId, String judgedId) {
    return propositionsOfClaims
        .get(claimId)
        .flatMap(propositions::get)
        .or(() -> propositions.get(judgedId));
  }

  /** Takes the standing of a place; null when nothing is in contest any more. */
  public void standing(Position position, String placeId, @Nullable PlaceStanding standing) {
    if (standing == null) {
      standings.remove(placeId);
    } else {
      boolean contested =
          standing.getContests().stream().anyMatch(contest -> contest.getContested());
      standings.put(placeId, new Standing(position, contested));
    }
  }

  /** Takes a record that could not be processed. */
  public void deadLetter(ConsumerRecord<byte[], byte[]> record) {
    deadLetters.put(record.partition() + ":" + record.offset(), DeadLetter.of(record));
  }

  /** Returns the latest claims. */
  public ClaimFeed feed() {
    return feed;
  }

  /** Returns the latest articles. */
  public ArticleIndex articles() {
    return articles;
  }

  /** Returns where each place's standing lies. */
  public BoundedMap<String, Standing> standings() {
    return standings;
  }

  /** Returns the entities. */
  public Sightings entities() {
    return entities;
  }

  /** Returns the places. */
  public Sightings places() {
    return places;
  }

  /** Returns the trends. */
  public TrendView trends() {
    return trends;
  }

  /** Returns outlets and feeds. */
  public SourceView sources() {
    return sources;
  }

  /** Returns how much comes. */
  public Flow flow() {
    return flow;
  }

  /** Returns the latest dead letters. */
  public BoundedMap<String, DeadLetter> deadLetters() {
    return deadLetters;
  }
}
