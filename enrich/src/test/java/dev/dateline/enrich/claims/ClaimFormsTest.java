package dev.dateline.enrich.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the annotator to {@code claim-forms.tsv}, as a whole and form by form. */
class ClaimFormsTest {

  private static final double RIGHT_OVERALL = 0.97;

  /** A form may have one sentence that is still beyond us, once it has a few. */
  private static final double RIGHT_OF_A_FORM = 0.6;

  private record Score(int right, int all) {
    Score and(boolean one) {
      return new Score(right + (one ? 1 : 0), all + 1);
    }

    double share() {
      return (double) right / all;
    }
  }

  @Test
  void nearlyEverySentenceGivesItsClaimsAndNoFormFails() {
    Map<String, Score> byForm = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    Score whole = new Score(0, 0);
    for (Tables.Row row : Tables.read("claim-forms.tsv", 3)) {
      String found = describe(row.cell(1).replace('¶', '\n'));
      boolean right = found.equals(row.cell(2));
      whole = whole.and(right);
      byForm.put(row.cell(0), byForm.getOrDefault(row.cell(0), new Score(0, 0)).and(right));
      if (!right) {
        wrong.add("line " + row.line() + ": wanted " + row.cell(2) + "\n  found " + found);
      }
    }
    assertThat(whole.all()).isGreaterThanOrEqualTo(150);
    assertThat(whole.share()).as("all forms: %s", wrong).isGreaterThanOrEqualTo(RIGHT_OVERALL);
    byForm.forEach(
        (form, score) ->
            assertThat(score.share())
                .as("%s: %s", form, wrong)
                .isGreaterThanOrEqualTo(RIGHT_OF_A_FORM));
  }

  private static String describe(String text) {
    List<FoundClaim> claims = ClaimFixture.claims(text);
    return claims.isEmpty()
        ? "-"
        : claims.stream().map(claim -> describe(text, claim)).collect(Collectors.joining(" ;; "));
  }

  private static String describe(String text, FoundClaim claim) {
    FoundClaim.Speaker claimant = claim.claimant();
    FoundClaim.CueMention cue = claim.cue();
    String content =
        claim.content().stream()
            .map((TextSpan span) -> span.of(text))
            .collect(Collectors.joining(" … "));
    String line =
        (claimant == null ? "-" : claimant.span().of(text))
            + " | "
            + (cue == null ? "-" : cue.span().of(text))
            + " | "
            + content.replace('\n', '¶')
            + " | "
            + String.join(" ", marks(claim));
    return line.strip();
  }

  private static List<String> marks(FoundClaim claim) {
    List<String> marks = new ArrayList<>();
    if (claim.kind() != ClaimKind.INDIRECT) {
      marks.add(claim.kind().name());
    }
    if (claim.polarity() == Polarity.DENIED) {
      marks.add("DENIED");
    }
    if (claim.negated()) {
      marks.add("NEGATED");
    }
    if (claim.hedge() != Hedge.CERTAIN) {
      marks.add(claim.hedge().name());
    }
    FoundClaim.Speaker claimant = claim.claimant();
    if (claimant != null && claimant.anonymous()) {
      marks.add("ANONYMOUS");
    }
    if (!claim.chain().isEmpty()) {
      marks.add("CHAINED");
    }
    return marks;
  }
}
