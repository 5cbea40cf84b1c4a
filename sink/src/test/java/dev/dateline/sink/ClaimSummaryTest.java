package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Verdict;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ClaimSummaryTest {

  private static final Article ARTICLE =
      SampleRecords.article("a", "Text.", Instant.parse("2024-03-05T23:30:00Z"));

  @Test
  void saysWhoSaysWhatWhereWhenAndInWhichOutlet() {
    Claim claim =
        SampleRecords.claim(
            "c",
            "Ada Ferreira",
            "the bridge\n was   reopened",
            SampleRecords.town("geonames:1", "Rivertown"));
    claim.getClaimant().setRole("harbour master");
    claim.setFrom(LocalDate.of(2024, 3, 4));

    assertThat(summary(claim, Verdict.NEW))
        .isEqualTo(
            "NEW: Ada Ferreira (harbour master) says: “the bridge was reopened”"
                + " (Rivertown, UA; 2024-03-04; Outlet)");
  }

  @Test
  void saysOfADenialThatItIsOne() {
    Claim claim = SampleRecords.denied(SampleRecords.claim("c", "The council", "taxes will rise"));

    assertThat(summary(claim, Verdict.DISPUTED))
        .isEqualTo("DISPUTED: The council denies: “taxes will rise” (2024-03-05; Outlet)");
  }

  @Test
  void namesNobodyWhereTheTextNamesNobody() {
    Claim claim = SampleRecords.claim("c", "x", "taxes will rise");
    claim.setClaimant(null);

    assertThat(summary(claim, Verdict.NEW)).startsWith("NEW: unnamed source says:");
  }

  @Test
  void cutsALongContentBetweenCharactersAndStaysOneLine() {
    Claim claim = SampleRecords.claim("c", "The council", "\uD83D\uDE00".repeat(500));

    assertThat(summary(claim, Verdict.NEW))
        .contains("\uD83D\uDE00".repeat(240) + " …”")
        .doesNotContain("\n");
  }

  private static String summary(Claim claim, Verdict verdict) {
    return ClaimSummary.of(JudgedClaims.of(ARTICLE, claim, verdict));
  }
}
