package dev.dateline.enrich.claims;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.score.ClaimScorer;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.Polarity;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The sample article against its annotation by hand. */
class SeedClaimsTest {

  private final JsonNode gold = read();
  private final String text = gold.get("text").asText();
  private final List<FoundClaim> claims =
      ClaimFixture.claims(text, null, LocalDate.parse(gold.get("date").asText()));

  @Test
  void findsNearlyAllOfThe33ClaimsWithTheirClaimantsAndHardlyAnyOther() {
    ClaimScorer scorer = new ClaimScorer();
    scorer.add("seed", text, attributions(), predicted());

    ClaimScorer.Figures figures = scorer.figures(ClaimScorer.Kind.ALL);
    assertThat(figures.gold()).isEqualTo(33);
    assertThat(figures.contentOverlapRecall()).as("%s", scorer.errors()).isGreaterThan(96);
    assertThat(figures.claimantRightOfMatched()).as("%s", scorer.errors()).isGreaterThan(96);
    assertThat(scorer.predicted()).as("%s", scorer.errors()).isLessThanOrEqualTo(35);
  }

  @Test
  void theOneDenialIsDenied() {
    List<String> denied =
        claims.stream()
            .filter(claim -> claim.polarity() == Polarity.DENIED)
            .map(claim -> claim.content().get(0).of(text))
            .toList();

    assertThat(denied).containsExactly("any involvement in the incursions");
  }

  @Test
  void readsRoleAndAffiliationOfTheSpeakers() {
    FoundClaim claim =
        claims.stream()
            .filter(found -> found.content().get(0).of(text).startsWith("defenders still"))
            .findFirst()
            .orElseThrow();
    FoundClaim.Speaker speaker = Objects.requireNonNull(claim.claimant());

    assertThat(speaker.role()).isEqualTo("deputy defense minister");
    assertThat(speaker.affiliation()).isEqualTo("Ukraine");
  }

  @Test
  void readsNumbersAsRanges() {
    List<String> numbers =
        claims.stream()
            .flatMap(claim -> claim.quantities().stream())
            .map(number -> number.low() + " " + number.high() + " " + number.unit())
            .toList();

    assertThat(numbers)
        .contains("200.0 400.0 meters", "2000.0 9999.0 reinforcements", "70.0 null null");
  }

  private List<ClaimScorer.GoldAttribution> attributions() {
    List<ClaimScorer.GoldAttribution> attributions = new ArrayList<>();
    for (JsonNode node : gold.get("attributions")) {
      List<TextSpan> content = new ArrayList<>();
      node.get("content").forEach(pair -> content.add(span(pair)));
      attributions.add(
          new ClaimScorer.GoldAttribution(
              content,
              span(node.get("cue")),
              span(node.get("source")),
              ClaimScorer.Kind.valueOf(node.get("kind").asText().toUpperCase(Locale.ROOT))));
    }
    return attributions;
  }

  /** The article has no character outside the basic plane, so that both kinds of index agree. */
  private List<ClaimScorer.PredictedClaim> predicted() {
    return claims.stream()
        .map(
            claim -> {
              FoundClaim.Speaker claimant = claim.claimant();
              return new ClaimScorer.PredictedClaim(
                  claimant == null ? null : claimant.span(), claim.content());
            })
        .toList();
  }

  private static TextSpan span(JsonNode pair) {
    return new TextSpan(pair.get(0).asInt(), pair.get(1).asInt());
  }

  private static JsonNode read() {
    try (InputStream in = SeedClaimsTest.class.getResourceAsStream("seed-gold.jsonl")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
