package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.util.ArrayList;
import java.util.List;

/** Checks that every position of an annotated article points at its surface. */
public final class SpanChecks {

  private SpanChecks() {}

  /** Fails when a span of the article is not its surface, in code points. */
  public static void assertAllHold(EnrichedArticle enriched) {
    int[] text = enriched.getArticle().getText().codePoints().toArray();
    enriched.getMentions().forEach(m -> holds(text, m.getStart(), m.getEnd(), m.getText()));
    enriched.getPlaces().forEach(p -> holds(text, p.getStart(), p.getEnd(), p.getText()));
    enriched.getTimes().forEach(t -> holds(text, t.getStart(), t.getEnd(), t.getText()));
    if (enriched.getDateLine() != null) {
      var line = enriched.getDateLine();
      holds(text, line.getStart(), line.getEnd(), line.getText());
    }
    enriched.getClaims().forEach(claim -> claimHolds(text, claim));
  }

  private static void claimHolds(int[] text, Claim claim) {
    List<Claimant> claimants = new ArrayList<>(claim.getChain());
    if (claim.getClaimant() != null) {
      claimants.add(claim.getClaimant());
    }
    claimants.forEach(c -> holds(text, c.getStart(), c.getEnd(), c.getText()));
    if (claim.getCue() != null) {
      holds(text, claim.getCue().getStart(), claim.getCue().getEnd(), claim.getCue().getText());
    }
    claim.getContent().forEach(s -> holds(text, s.getStart(), s.getEnd(), s.getText()));
    claim.getQuantities().forEach(q -> holds(text, q.getStart(), q.getEnd(), q.getText()));
    if (claim.getSentence() != null) {
      var sentence = claim.getSentence();
      holds(text, sentence.getStart(), sentence.getEnd(), sentence.getText());
    }
  }

  private static void holds(int[] text, int start, int end, String surface) {
    assertThat(new String(text, start, end - start)).isEqualTo(surface);
  }
}
