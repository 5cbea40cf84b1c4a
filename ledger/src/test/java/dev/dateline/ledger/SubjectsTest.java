package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Subject;
import dev.dateline.schemas.avro.SubjectClaim;
import dev.dateline.schemas.avro.SubjectKind;
import dev.dateline.streams.testing.SampleRecords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  private static final EnrichedArticle ARTICLE = article();

  @Test
  void claimIsAboutItsMostSpecificPlace() {
    Claim claim =
        SampleRecords.claim(
            "c",
            "The council",
            "x",
            SampleRecords.town("geonames:1", "Rivertown"),
            SampleRecords.town("geonames:9", "County"));
    claim.setEntityIds(List.of("entity:mayor"));

    assertThat(Subjects.of(claim, ARTICLE))
        .isEqualTo(new Subject("geonames:1", SubjectKind.PLACE, "Rivertown"));
  }

  @Test
  void claimWithoutAPlaceIsAboutTheFirstEntityItNames() {
    Claim claim = SampleRecords.claim("c", "The council", "x");
    claim.setEntityIds(List.of("entity:mayor", "entity:other"));

    assertThat(Subjects.of(claim, ARTICLE))
        .isEqualTo(new Subject("entity:mayor", SubjectKind.ENTITY, "Ada Ferreira"));
  }

  @Test
  void claimThatNamesNothingIsFiledUnderItsClaimant() {
    assertThat(Subjects.of(SampleRecords.claim("c", "The Côuncil", "x"), ARTICLE))
        .isEqualTo(new Subject("claimant:council", SubjectKind.CLAIMANT, "The Côuncil"));
  }

  @Test
  void claimOfAnUnresolvedPronounOrOfNobodyIsFiledUnderItsArticle() {
    Subject expected = new Subject("article:article", SubjectKind.ARTICLE, "article");
    Claim pronoun = SampleRecords.claim("c", "He", "x");
    pronoun.getClaimant().setName(null);
    Claim nobody = SampleRecords.claim("c", "x", "x");
    nobody.setClaimant(null);

    assertThat(Subjects.of(pronoun, ARTICLE)).isEqualTo(expected);
    assertThat(Subjects.of(nobody, ARTICLE)).isEqualTo(expected);
  }

  @Test
  void everyClaimOfAnArticleGetsItsSubjectInTextOrder() {
    EnrichedArticle enriched = article();
    enriched.setClaims(
        List.of(
            SampleRecords.claim("one", "The council", "x"),
            SampleRecords.claim("two", "The court", "y")));

    assertThat(Subjects.claimsOf(enriched))
        .extracting(claim -> claim.getClaim().getId(), claim -> claim.getSubject().getId())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("one", "claimant:council"),
            org.assertj.core.groups.Tuple.tuple("two", "claimant:court"));
    assertThat(Subjects.claimsOf(ARTICLE)).isEqualTo(List.<SubjectClaim>of());
  }

  private static EnrichedArticle article() {
    EnrichedArticle enriched =
        SampleRecords.enriched(
            SampleRecords.article("article", "Text.", Instant.parse("2023-05-23T12:00:00Z")));
    enriched.setEntities(
        List.of(
            Entity.newBuilder()
                .setId("entity:mayor")
                .setName("Ada Ferreira")
                .setType(EntityType.PERSON)
                .build()));
    return enriched;
  }
}
