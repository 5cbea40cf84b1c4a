package dev.dateline.dashboard.web;

import dev.dateline.dashboard.read.LagProbe;
import dev.dateline.dashboard.read.RecordFetcher;
import dev.dateline.dashboard.view.ArticleCard;
import dev.dateline.dashboard.view.ClaimCard;
import dev.dateline.dashboard.view.ClaimFeed;
import dev.dateline.dashboard.view.ClaimFilter;
import dev.dateline.dashboard.view.ClaimKey;
import dev.dateline.dashboard.view.DeadLetter;
import dev.dateline.dashboard.view.FeedClaim;
import dev.dateline.dashboard.view.MapView;
import dev.dateline.dashboard.view.PlaceCard;
import dev.dateline.dashboard.view.SightedCard;
import dev.dateline.dashboard.view.Views;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.Span;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Answers the requests for data. Thread-safe. */
final class Api {

  private static final int USUAL_CLAIMS = 200;
  private static final int MOST_CLAIMS = 2_000;
  private static final int CLAIMS_OF_A_THING = 200;
  private static final int USUAL_THINGS = 50;
  private static final int MOST_THINGS = 500;

  private final Views views;
  private final RecordFetcher fetcher;
  private final LagProbe lag;
  private final StreamHub hub;
  private final Supplier<Answers.Health> health;
  private final Supplier<Long> unreadable;

  Api(
      Views views,
      RecordFetcher fetcher,
      LagProbe lag,
      StreamHub hub,
      Supplier<Answers.Health> health,
      Supplier<Long> unreadable) {
    this.views = views;
    this.fetcher = fetcher;
    this.lag = lag;
    this.hub = hub;
    this.health = health;
    this.unreadable = unreadable;
  }

  /** Returns a page of claims. */
  Answers.ClaimPage claims(Context request) {
    ClaimFilter filter = Parameters.filter(request);
    ClaimKey before = Parameters.before(request);
    int limit = Parameters.limit(request, USUAL_CLAIMS, MOST_CLAIMS);
    // Taken first: a claim that comes meanwhile is then told twice, and none is left out.
    String position = feed().position().toString();
    List<FeedClaim> found = feed().latest(filter, before, limit + 1);
    List<FeedClaim> page = found.size() > limit ? found.subList(0, limit) : found;
    String next = found.size() > limit ? page.get(page.size() - 1).key().toString() : null;
    return new Answers.ClaimPage(listed(page), next, position, feed().size());
  }

  /** Returns everything about one claim. */
  Answers.ClaimPageDetail claim(Context request) {
    String id = request.pathParam("id");
    FeedClaim found = feed().find(id).orElseThrow(() -> unknown("claim", id));
    JudgedClaim record =
        fetcher
            .value(Topics.CLAIMS, found.position())
            .orElseThrow(() -> unknown("record of claim", id));
    Optional<LedgerEntry> proposition =
        views
            .proposition(id, record.getPropositionId())
            .flatMap(position -> fetcher.value(Topics.LEDGER, position));
    Optional<Answers.Excerpt> excerpt =
        views
            .articles()
            .position(record.getArticle())
            .flatMap(position -> fetcher.value(Topics.ENRICHED, position))
            .map(enriched -> excerpt(enriched, record));
    return new Answers.ClaimPageDetail(
        listed(found),
        record,
        excerpt.orElse(null),
        proposition.orElse(null),
        articles(record, proposition));
  }

  private static Answers.Excerpt excerpt(EnrichedArticle enriched, JudgedClaim record) {
    List<Span> content = record.getClaim().getContent();
    Span sentence = record.getClaim().getSentence();
    int start = content.get(0).getStart();
    int end = content.get(content.size() - 1).getEnd();
    return Answers.Excerpt.around(
        enriched,
        sentence == null ? start : Math.min(start, sentence.getStart()),
        sentence == null ? end : Math.max(end, sentence.getEnd()));
  }

  private Map<String, ArticleCard> articles(JudgedClaim record, Optional<LedgerEntry> proposition) {
    Map<String, ArticleCard> articles = new LinkedHashMap<>();
    articles.put(record.getArticle().getId(), ArticleCard.of(record.getArticle()));
    List<EarlierClaim> others =
        new ArrayList<>(proposition.map(LedgerEntry::getClaims).orElse(Collections.emptyList()));
    EarlierClaim nearest = record.getNearest();
    if (nearest != null) {
      others.add(nearest);
    }
    for (EarlierClaim other : others) {
      views
          .articles()
          .find(other.getArticleId())
          .ifPresent(article -> articles.putIfAbsent(article.id(), article));
    }
    return articles;
  }

  /** Returns the places of a window. */
  Answers.MapAnswer map(Context request) {
    Duration window = Parameters.mapWindow(request);
    Instant since =
        window.equals(Parameters.FOR_EVER) ? Instant.EPOCH : Instant.now().minus(window);
    boolean byArrival = Parameters.byArrival(request);
    List<MapView.Point> points =
        MapView.points(
            feed(), since, claim -> byArrival ? claim.arrived() : claim.article().eventTime());
    return new Answers.MapAnswer(
        since,
        points.stream()
            .map(
                point ->
                    new Answers.MapPoint(
                        point,
                        views
                            .standings()
                            .get(point.place().id())
                            .map(Views.Standing::contested)
                            .orElse(false)))
            .toList());
  }

  /** Returns places by name. */
  Answers.Things places(Context request) {
    return new Answers.Things(
        views.places().most(Parameters.text(request, "text"), things(request)));
  }

  /** Returns entities by name. */
  Answers.Things entities(Context request) {
    return new Answers.Things(
        views.entities().most(Parameters.text(request, "text"), things(request)));
  }

  private static int things(Context request) {
    return Parameters.limit(request, USUAL_THINGS, MOST_THINGS);
  }

  /** Returns everything about one place. */
  Answers.PlaceAnswer place(Context request) {
    String id = request.pathParam("id");
    List<FeedClaim> claims = latest(claim -> isAt(claim.card(), id));
    SightedCard place =
        views
            .places()
            .find(id)
            .or(() -> claims.stream().findFirst().map(claim -> bare(claim.card())))
            .orElseThrow(() -> unknown("place", id));
    Optional<PlaceStanding> standing =
        views.standings().get(id).flatMap(each -> fetcher.value(Topics.STANDING, each.position()));
    return new Answers.PlaceAnswer(
        place, standing.orElse(null), listed(claims), articles(place.articleIds()));
  }

  private static boolean isAt(ClaimCard claim, String placeId) {
    PlaceCard place = claim.place();
    return (place != null && place.id().equals(placeId)) || claim.subjectId().equals(placeId);
  }

  /** A place of a claim whose article the views no longer hold. */
  private static SightedCard bare(ClaimCard claim) {
    return new SightedCard(
        claim.place() == null ? claim.subjectId() : claim.place().id(),
        claim.place() == null ? claim.subject() : claim.place().name(),
        "PLACE",
        claim.place(),
        List.of(),
        List.of(),
        0,
        List.of(),
        null,
        null);
  }

  /** Returns everything about one entity. */
  Answers.EntityAnswer entity(Context request) {
    String id = request.pathParam("id");
    List<FeedClaim> by = latest(claim -> id.equals(claim.card().claimantId()));
    List<FeedClaim> about =
        latest(
            claim -> claim.card().subjectId().equals(id) || claim.card().entityIds().contains(id));
    SightedCard entity =
        views
            .entities()
            .find(id)
            .or(
                () ->
                    by.stream()
                        .findFirst()
                        .map(claim -> named(id, String.valueOf(claim.card().claimant()))))
            .or(() -> about.stream().findFirst().map(claim -> named(id, id)))
            .orElseThrow(() -> unknown("entity", id));
    return new Answers.EntityAnswer(
        entity, listed(by), listed(about), articles(entity.articleIds()));
  }

  private static SightedCard named(String id, String name) {
    return new SightedCard(id, name, "OTHER", null, List.of(), List.of(), 0, List.of(), null, null);
  }

  private List<FeedClaim> latest(Predicate<FeedClaim> filter) {
    return feed().latest(filter, null, CLAIMS_OF_A_THING);
  }

  private List<ArticleCard> articles(Collection<String> ids) {
    return ids.stream().flatMap(id -> views.articles().find(id).stream()).toList();
  }

  /** Returns what rises. */
  Answers.Trends trends(Context request) {
    Duration window = Parameters.trendWindow(request);
    return new Answers.Trends(
        window.toString(),
        views
            .trends()
            .rising(
                window,
                Parameters.trendKind(request),
                Parameters.limit(request, USUAL_THINGS, MOST_THINGS)));
  }

  /** Returns outlets and feeds. */
  Answers.Sources sources() {
    Instant now = Instant.now();
    return new Answers.Sources(views.sources().outlets(now), views.sources().feeds(now));
  }

  /** Returns how the pipeline does. */
  Answers.Pipeline pipeline() {
    Instant now = Instant.now();
    LagProbe.Findings findings = lag.findings();
    return new Answers.Pipeline(
        now,
        views.flow().figures(now),
        findings.asked(),
        findings.lags(),
        views.deadLetters().values().stream()
            .sorted(Comparator.comparing(DeadLetter::arrived).reversed())
            .toList(),
        new Answers.Held(
            feed().size(),
            feed().bytes(),
            views.articles().size(),
            views.entities().size(),
            views.places().size(),
            unreadable.get()),
        new Answers.Streams(hub.open(), hub.dropped()));
  }

  /** Returns whether the dashboard reads what comes; status 503 when not. */
  Answers.Health health(Context request) {
    Answers.Health answer = health.get();
    if (!answer.alive()) {
      request.status(503);
    }
    return answer;
  }

  private ClaimFeed feed() {
    return views.feed();
  }

  private List<Answers.Listed> listed(List<FeedClaim> claims) {
    return claims.stream().map(this::listed).toList();
  }

  private Answers.Listed listed(FeedClaim claim) {
    return new Answers.Listed(claim.card(), feed().isRetracted(claim.card().id()));
  }

  private static NotFoundResponse unknown(String kind, String id) {
    return new NotFoundResponse(
        "no " + kind + " " + (id.length() > 80 ? id.substring(0, 80) + "…" : id) + " here");
  }
}
