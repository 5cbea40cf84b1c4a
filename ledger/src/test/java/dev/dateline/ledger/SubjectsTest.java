package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceReference;
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

  @Test
  void claimThatNamesNoPlaceIsAboutTheTownOfItsArticleAndNotAboutACapitalThatSpeaks() {
    String text = "Moscow answered. In Rivertown shells fell. Moscow said no more.";
    EnrichedArticle enriched =
        SampleRecords.enriched(
            SampleRecords.article("article", text, Instant.parse("2023-05-23T12:00:00Z")));
    enriched.setPlaces(
        List.of(
            place(text, 0, SampleRecords.town("geonames:2", "Moscow")),
            place(text, 0, SampleRecords.town("geonames:1", "Rivertown")),
            place(text, 10, SampleRecords.town("geonames:2", "Moscow"))));

    assertThat(Subjects.of(SampleRecords.claim("c", "He", "x"), enriched))
        .isEqualTo(new Subject("geonames:1", SubjectKind.PLACE, "Rivertown"));
  }

  @Test
  void claimInACapitalIsAboutTheCapital() {
    String text = "Shells fell in Moscow.";
    EnrichedArticle enriched =
        SampleRecords.enriched(
            SampleRecords.article("article", text, Instant.parse("2023-05-23T12:00:00Z")));
    enriched.setPlaces(List.of(place(text, 0, SampleRecords.town("geonames:2", "Moscow"))));

    assertThat(Subjects.of(SampleRecords.claim("c", "He", "x"), enriched))
        .isEqualTo(new Subject("geonames:2", SubjectKind.PLACE, "Moscow"));
  }

  @Test
  void riverInASideRemarkDoesNotWinOverTheTown() {
    String text = "Fighting went on in Rivertown along the Wend, the Wend being low.";
    EnrichedArticle enriched =
        SampleRecords.enriched(
            SampleRecords.article("article", text, Instant.parse("2023-05-23T12:00:00Z")));
    enriched.setPlaces(List.of(place(text, 0, SampleRecords.town("geonames:1", "Rivertown"))));
    enriched.setMentions(List.of(river(text, 0), river(text, text.indexOf("Wend") + 1)));

    assertThat(Subjects.of(SampleRecords.claim("c", "He", text), enriched))
        .isEqualTo(new Subject("geonames:1", SubjectKind.PLACE, "Rivertown"));
  }

  private static Place place(String text, int from, PlaceReference reference) {
    int start = text.indexOf(reference.getName(), from);
    return Place.newBuilder()
        .setStart(start)
        .setEnd(start + reference.getName().length())
        .setText(reference.getName())
        .setPlaceId(reference.getPlaceId())
        .setName(reference.getName())
        .setCountry(reference.getCountry())
        .setLatitude(reference.getLatitude())
        .setLongitude(reference.getLongitude())
        .setPrecision(reference.getPrecision())
        .setConfidence(1.0)
        .build();
  }

  private static Mention river(String text, int from) {
    int start = text.indexOf("Wend", from);
    return Mention.newBuilder()
        .setStart(start)
        .setEnd(start + 4)
        .setText("Wend")
        .setType(EntityType.LOCATION)
        .build();
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
