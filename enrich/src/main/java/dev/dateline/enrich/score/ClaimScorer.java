package dev.dateline.enrich.score;

import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores predicted claims against annotated attributions.
 *
 * <p>An attribution counts when its cue holds a reporting word. A predicted claim meets it where
 * their contents overlap best; the content is found when intersection over union is at least one
 * half, exact when both ends are within three characters. All positions are code points. Not
 * thread-safe.
 */
public final class ClaimScorer {

  private static final double ENOUGH = 0.5;

  private static final int SLACK = 3;

  private static final Pattern REPORTING =
      Pattern.compile(
          "\\b(sa(y|ys|id|ying)|tell\\w*|told|claim\\w*|den(y|ies|ied|ying)|add(s|ed|ing)?"
              + "|not(e|es|ed|ing)|announc\\w*|stat(e|es|ed|ing)|report\\w*|warn\\w*|argu\\w*"
              + "|insist\\w*|confirm\\w*|acknowledg\\w*|admit\\w*|explain\\w*|declar\\w*|suggest\\w*"
              + "|accus\\w*|according|promis\\w*|vow\\w*|predict\\w*|ask(s|ed|ing)?|wrote|writes?"
              + "|writing|call(s|ed|ing)?|describ\\w*|assert\\w*|alleg\\w*|reveal\\w*|threaten\\w*"
              + "|believ\\w*|assur\\w*|point\\w*\\s+out|estimat\\w*|blam\\w*|condemn\\w*|denounc\\w*"
              + "|urg\\w*|demand\\w*|order\\w*|pledg\\w*|reject\\w*|refut\\w*|dismiss\\w*|conclud\\w*"
              + "|indicat\\w*|maintain\\w*|recall\\w*|stress\\w*|emphasi\\w*|caution\\w*|hint\\w*"
              + "|testif\\w*|speculat\\w*|identif\\w*|respond\\w*|repl(y|ies|ied)|tweet\\w*)\\b",
          Pattern.CASE_INSENSITIVE);

  /** How the words of an attribution are given; ALL stands for any. */
  public enum Kind {
    /** Every attribution. */
    ALL,
    /** Wholly in quotation marks. */
    DIRECT,
    /** Partly in quotation marks. */
    MIXED,
    /** Without quotation marks. */
    INDIRECT
  }

  /**
   * An attribution as people marked it.
   *
   * @param content what is attributed, in text order; an attribution without content is left out
   * @param cue the words that mark it; null when there are none
   * @param source who says it; null when nobody is named
   * @param kind how the words are given, never ALL
   */
  public record GoldAttribution(
      List<TextSpan> content, @Nullable TextSpan cue, @Nullable TextSpan source, Kind kind) {

    /** Keeps its own copy of the content. */
    public GoldAttribution {
      content = List.copyOf(content);
    }
  }

  /**
   * A claim as it was predicted.
   *
   * @param claimant who says it; null when nobody is named
   * @param content what is claimed, in text order
   */
  public record PredictedClaim(@Nullable TextSpan claimant, List<TextSpan> content) {

    /** Keeps its own copy of the content. */
    public PredictedClaim {
      content = List.copyOf(content);
    }
  }

  /** Counts of one kind of attribution. */
  private static final class Counts {
    private int gold;
    private int found;
    private int exact;
    private int whole;
    private int withSource;
    private int sourceRight;
  }

  /**
   * The figures of one kind, in percent.
   *
   * @param gold attributions that count
   * @param contentOverlapRecall contents found
   * @param contentExactRecall contents found with both ends right
   * @param wholeExactRecall contents exact and claimants right
   * @param claimantRightOfMatched claimants right where any claim met the attribution
   */
  public record Figures(
      int gold,
      double contentOverlapRecall,
      double contentExactRecall,
      double wholeExactRecall,
      double claimantRightOfMatched) {}

  private final Map<Kind, Counts> counts = new EnumMap<>(Kind.class);
  private final List<String> errors = new ArrayList<>();
  private int predicted;
  private int defensible;

  /** Starts with nothing counted. */
  public ClaimScorer() {
    for (Kind kind : Kind.values()) {
      counts.put(kind, new Counts());
    }
  }

  /** Counts one document. */
  public void add(
      String id, String text, List<GoldAttribution> attributions, List<PredictedClaim> claims) {
    List<GoldAttribution> gold =
        attributions.stream().filter(attribution -> !attribution.content().isEmpty()).toList();
    for (GoldAttribution attribution : gold) {
      TextSpan cue = attribution.cue();
      if (cue != null && REPORTING.matcher(slice(text, cue)).find()) {
        addAttribution(id, text, attribution, claims);
      }
    }
    predicted += claims.size();
    for (PredictedClaim claim : claims) {
      boolean meets = false;
      for (GoldAttribution attribution : gold) {
        meets |= shared(attribution.content(), claim.content()) > 0;
      }
      if (meets) {
        defensible++;
      } else {
        errors.add(id + ": not in the gold: \"" + joined(text, claim.content()) + "\"");
      }
    }
  }

  /** Returns the figures of one kind. */
  public Figures figures(Kind kind) {
    Counts c = count(kind);
    return new Figures(
        c.gold,
        percent(c.found, c.gold),
        percent(c.exact, c.gold),
        percent(c.whole, c.gold),
        percent(c.sourceRight, c.withSource));
  }

  /** Returns the share of predicted claims that overlap any attribution at all, in percent. */
  public double precisionAnyOverlap() {
    return percent(defensible, predicted);
  }

  /** Returns how many claims were predicted. */
  public int predicted() {
    return predicted;
  }

  /** Returns a line for every attribution missed or half met and every claim not in the gold. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  /** Returns the figures as a table for people. */
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%-10s %6s %9s %7s %7s %9s%n",
            "claims",
            "gold",
            "overlap",
            "exact",
            "whole",
            "claimant"));
    for (Kind kind : Kind.values()) {
      Figures f = figures(kind);
      table.append(
          String.format(
              Locale.ROOT,
              "%-10s %6d %9.1f %7.1f %7.1f %9.1f%n",
              kind.name().toLowerCase(Locale.ROOT),
              f.gold(),
              f.contentOverlapRecall(),
              f.contentExactRecall(),
              f.wholeExactRecall(),
              f.claimantRightOfMatched()));
    }
    table.append(
        String.format(
            Locale.ROOT,
            "predicted %d, overlapping any attribution %.1f%n",
            predicted,
            precisionAnyOverlap()));
    return table.toString();
  }

  private void addAttribution(
      String id, String text, GoldAttribution attribution, List<PredictedClaim> claims) {
    Match best =
        claims.stream()
            .filter(claim -> shared(attribution.content(), claim.content()) > 0)
            .map(claim -> match(attribution, claim))
            .max(Comparator.comparingDouble(Match::overlap).thenComparing(Match::sourceRight))
            .orElse(null);
    for (Kind kind : List.of(Kind.ALL, attribution.kind())) {
      Counts c = count(kind);
      c.gold++;
      if (best == null) {
        continue;
      }
      c.found += best.overlap() >= ENOUGH ? 1 : 0;
      c.exact += best.exact() ? 1 : 0;
      if (attribution.source() != null) {
        c.withSource++;
        c.sourceRight += best.sourceRight() ? 1 : 0;
      }
      c.whole += best.exact() && (best.sourceRight() || attribution.source() == null) ? 1 : 0;
    }
    String wanted = "\"" + joined(text, attribution.content()) + "\"";
    if (best == null) {
      errors.add(id + ": missed: " + wanted);
    } else if (best.overlap() < ENOUGH) {
      errors.add(
          id + ": wanted " + wanted + ", found \"" + joined(text, best.claim().content()) + "\"");
    } else if (!best.sourceRight() && attribution.source() != null) {
      errors.add(id + ": wrong claimant: " + wanted);
    }
  }

  private record Match(PredictedClaim claim, double overlap, boolean exact, boolean sourceRight) {}

  private static Match match(GoldAttribution attribution, PredictedClaim claim) {
    int shared = shared(attribution.content(), claim.content());
    int union = total(attribution.content()) + total(claim.content()) - shared;
    boolean exact =
        Math.abs(start(attribution.content()) - start(claim.content())) <= SLACK
            && Math.abs(end(attribution.content()) - end(claim.content())) <= SLACK;
    TextSpan source = attribution.source();
    TextSpan claimant = claim.claimant();
    boolean right = source != null && claimant != null && source.overlaps(claimant);
    return new Match(claim, (double) shared / union, exact, right);
  }

  private Counts count(Kind kind) {
    return counts.computeIfAbsent(kind, key -> new Counts());
  }

  private static int shared(List<TextSpan> a, List<TextSpan> b) {
    int shared = 0;
    for (TextSpan x : a) {
      for (TextSpan y : b) {
        shared += Math.max(0, Math.min(x.end(), y.end()) - Math.max(x.start(), y.start()));
      }
    }
    return shared;
  }

  private static int total(List<TextSpan> spans) {
    return spans.stream().mapToInt(TextSpan::length).sum();
  }

  private static int start(List<TextSpan> spans) {
    return spans.stream().mapToInt(TextSpan::start).min().orElse(0);
  }

  private static int end(List<TextSpan> spans) {
    return spans.stream().mapToInt(TextSpan::end).max().orElse(0);
  }

  private static double percent(int part, int whole) {
    return whole == 0 ? 0 : Math.round(1000.0 * part / whole) / 10.0;
  }

  private static String joined(String text, List<TextSpan> spans) {
    return String.join(" … ", spans.stream().map(span -> slice(text, span)).toList());
  }

  private static String slice(String text, TextSpan span) {
    int from = text.offsetByCodePoints(0, span.start());
    return text.substring(from, text.offsetByCodePoints(from, span.length()));
  }
}
