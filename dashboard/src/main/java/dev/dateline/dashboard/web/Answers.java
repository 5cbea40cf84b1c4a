package dev.dateline.dashboard.web;

import dev.dateline.dashboard.read.LagProbe;
import dev.dateline.dashboard.view.ArticleCard;
import dev.dateline.dashboard.view.ClaimCard;
import dev.dateline.dashboard.view.DeadLetter;
import dev.dateline.dashboard.view.Flow;
import dev.dateline.dashboard.view.MapView;
import dev.dateline.dashboard.view.SightedCard;
import dev.dateline.dashboard.view.SourceView;
import dev.dateline.dashboard.view.TrendView;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceStanding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the API's answers, which openapi.json describes. */
final class Answers {

  private Answers() {}

  /** A claim of the feed, and whether it was taken back since. */
  record Listed(ClaimCard claim, boolean retracted) {}

  /** One page of claims, the latest first; next is null on the last page. */
  record ClaimPage(List<Listed> claims, @Nullable String next, String position, int held) {}

  /** The part of an article's text around a claim; positions are code points of the whole text. */
  record Excerpt(int start, int end, int length, String text) {
    private static final int AROUND = 1_500;
    private static final int MOST = 6_000;

    /** Cuts out the stretch with what lies around it, 6,000 code points at the most. */
    static Excerpt around(EnrichedArticle enriched, int start, int end) {
      String text = enriched.getArticle().getText();
      int length = text.codePointCount(0, text.length());
      int from = Math.max(0, Math.min(start, length) - AROUND);
      int to = Math.min(Math.min(length, from + MOST), Math.max(end, start) + AROUND);
      String cut = text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
      return new Excerpt(from, to, length, cut);
    }
  }

  /** Everything about one claim. */
  record ClaimPageDetail(
      Listed summary,
      JudgedClaim record,
      @Nullable Excerpt excerpt,
      @Nullable LedgerEntry proposition,
      Map<String, ArticleCard> articles) {}

  /** The places of a window. */
  record MapAnswer(Instant since, List<MapPoint> places) {}

  /** A place of a window, and whether its standing is contested. */
  record MapPoint(MapView.Point tally, boolean contested) {}

  /** Everything about one place. */
  record PlaceAnswer(
      SightedCard place,
      @Nullable PlaceStanding standing,
      List<Listed> claims,
      List<ArticleCard> articles) {}

  /** Everything about one entity: claims it makes, and claims that name it. */
  record EntityAnswer(
      SightedCard entity, List<Listed> by, List<Listed> about, List<ArticleCard> articles) {}

  /** Entities or places by name. */
  record Things(List<SightedCard> things) {}

  /** What rises. */
  record Trends(String window, List<TrendView.Rising> trends) {}

  /** Outlets and feeds. */
  record Sources(List<SourceView.Outlet> outlets, List<SourceView.Feed> feeds) {}

  /** How the pipeline does. */
  record Pipeline(
      Instant now,
      Flow.Figures flow,
      @Nullable Instant clusterAnswered,
      List<LagProbe.Lag> lags,
      List<DeadLetter> deadLetters,
      Held held,
      Streams streams) {}

  /** What the dashboard itself holds. */
  record Held(
      int claims, long claimBytes, int articles, int entities, int places, long unreadable) {}

  /** Open streams of events, and those dropped because they read too slowly. */
  record Streams(int open, long dropped) {}

  /** Whether the dashboard reads what comes. */
  record Health(boolean alive, @Nullable String failure) {}

  /** Why a request is not answered. */
  record Failure(String error) {}
}
