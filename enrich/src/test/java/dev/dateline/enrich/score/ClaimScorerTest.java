package dev.dateline.enrich.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scorer's rules on a text short enough to count by hand. */
class ClaimScorerTest {

  private static final String TEXT =
      "Ann said it rained. Bob thinks not. Eve says it snowed a lot.";

  private static final ClaimScorer.GoldAttribution ANN =
      gold(new TextSpan(9, 18), new TextSpan(4, 8), new TextSpan(0, 3));

  private static final ClaimScorer.GoldAttribution BOB =
      gold(new TextSpan(31, 34), new TextSpan(24, 30), new TextSpan(20, 23));

  private static final ClaimScorer.GoldAttribution EVE =
      gold(new TextSpan(45, 60), new TextSpan(40, 44), new TextSpan(36, 39));

  @Test
  void onlyAttributionsWithAReportingCueCount() {
    ClaimScorer scorer = new ClaimScorer();
    scorer.add("d", TEXT, List.of(ANN, BOB, EVE), List.of(claim(0, 3, 9, 18)));

    assertThat(scorer.figures(ClaimScorer.Kind.ALL))
        .isEqualTo(new ClaimScorer.Figures(2, 50, 50, 50, 100));
    assertThat(scorer.figures(ClaimScorer.Kind.DIRECT).gold()).isZero();
    assertThat(scorer.precisionAnyOverlap()).isEqualTo(100);
  }

  @Test
  void halfOfTheContentIsFoundAndNotExactAndAStrangerIsAWrongClaimant() {
    ClaimScorer scorer = new ClaimScorer();
    scorer.add("d", TEXT, List.of(EVE), List.of(claim(0, 3, 45, 54), claim(0, 3, 0, 3)));

    assertThat(scorer.figures(ClaimScorer.Kind.INDIRECT))
        .isEqualTo(new ClaimScorer.Figures(1, 100, 0, 0, 0));
    assertThat(scorer.precisionAnyOverlap()).isEqualTo(50);
    assertThat(scorer.errors()).hasSize(2);
    assertThat(scorer.table()).contains("indirect", "100.0");
  }

  @Test
  void positionsAreCodePoints() {
    ClaimScorer scorer = new ClaimScorer();
    scorer.add(
        "d",
        "😀 Ann said it rained.",
        List.of(gold(new TextSpan(11, 20), new TextSpan(6, 10), new TextSpan(2, 5))),
        List.of(claim(2, 5, 11, 20)));

    assertThat(scorer.figures(ClaimScorer.Kind.ALL).wholeExactRecall()).isEqualTo(100);
  }

  private static ClaimScorer.GoldAttribution gold(TextSpan content, TextSpan cue, TextSpan source) {
    return new ClaimScorer.GoldAttribution(
        List.of(content), cue, source, ClaimScorer.Kind.INDIRECT);
  }

  private static ClaimScorer.PredictedClaim claim(int from, int to, int start, int end) {
    return new ClaimScorer.PredictedClaim(
        new TextSpan(from, to), List.of(new TextSpan(start, end)));
  }
}
