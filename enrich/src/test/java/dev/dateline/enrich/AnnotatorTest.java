package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.claims.FoundClaim;
import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.Names;
import dev.dateline.enrich.places.Places;
import dev.dateline.enrich.places.ResolvedPlace;
import dev.dateline.enrich.text.LanguageIdentifier;
import dev.dateline.enrich.text.RandomText;
import dev.dateline.enrich.text.TextAnalyzer;
import dev.dateline.enrich.text.TextDocument;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.enrich.text.Token;
import dev.dateline.enrich.times.TimeMention;
import dev.dateline.enrich.times.Times;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.ClaimKind;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.PlacePrecision;
import dev.dateline.schemas.avro.PlaceReference;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.TimeAnchor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnotatorTest {

  private static final LanguageIdentifier LANGUAGES = LanguageIdentifier.load();
  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();

  @Test
  void anEmptyTextPassesThroughAndSaysSo() {
    EnrichedArticle enriched = annotator(AnnotatorSettings.defaults()).annotate(article(" \n "));

    assertThat(enriched.getOutcome()).isEqualTo(AnnotationOutcome.EMPTY);
    assertThat(enriched.getRemarks()).containsExactly("the text is empty");
    assertThat(enriched.getLanguage()).isEqualTo("und");
  }

  @Test
  void aForeignTextPassesThroughAndSaysSo() {
    EnrichedArticle enriched =
        annotator(AnnotatorSettings.defaults())
            .annotate(
                article("Der Präsident sagte am Dienstag, dass die Truppen abziehen würden."));

    assertThat(enriched.getOutcome()).isEqualTo(AnnotationOutcome.OTHER_LANGUAGE);
    assertThat(enriched.getLanguage()).isEqualTo("de");
    assertThat(enriched.getRemarks())
        .containsExactly("the language is \"de\"; only English is annotated");
    assertThat(enriched.getMentions()).isEmpty();
  }

  @Test
  void onlyTheFirstPartOfALongTextIsAnnotated() {
    AnnotatorSettings settings = new AnnotatorSettings(Duration.ofSeconds(60), 50, null, null);

    EnrichedArticle enriched =
        annotator(settings)
            .annotate(article("😀 The troops left the city on Tuesday. ".repeat(10)));

    assertThat(enriched.getOutcome()).isEqualTo(AnnotationOutcome.TOO_LONG);
    assertThat(enriched.getAnnotatedLength()).isEqualTo(50);
    assertThat(enriched.getMentions()).isNotEmpty().allMatch(mention -> mention.getEnd() <= 50);
    assertThat(enriched.getRemarks())
        .containsExactly("the text is longer than 50 characters; only its first 50 are annotated");
  }

  @Test
  void whatTakesTooLongIsGivenUp() {
    AnnotatorSettings settings = new AnnotatorSettings(Duration.ofNanos(1), 200_000, null, null);

    EnrichedArticle enriched =
        annotator(settings).annotate(article("The troops left the city on Tuesday."));

    assertThat(enriched.getOutcome()).isEqualTo(AnnotationOutcome.OVER_BUDGET);
    assertThat(enriched.getMentions()).isEmpty();
    assertThat(enriched.getRemarks()).hasSize(1);
  }

  @Test
  void everySpanIsItsSurfaceForAnyUnicode() {
    Annotator annotator = annotator(AnnotatorSettings.defaults());
    int spans = 0;
    for (int seed = 0; seed < 200; seed++) {
      String text = "It was said that the " + RandomText.make(new Random(seed), 80);
      EnrichedArticle enriched = annotator.annotate(article(text));
      SpanChecks.assertAllHold(enriched);
      spans += enriched.getMentions().size();
    }
    assertThat(spans).isGreaterThan(2_000);
  }

  @Test
  void aResolvedLocationIsThePlaceInAllItsMentionsAndClaims() {
    EnrichedArticle enriched =
        annotator(AnnotatorSettings.defaults())
            .annotate(article("Kiev said the troops left Kiev."));

    List<Entity> places =
        enriched.getEntities().stream().filter(e -> e.getId().equals("geonames:1")).toList();
    assertThat(places).hasSize(1);
    assertThat(places.get(0).getName()).isEqualTo("Kyiv");
    assertThat(places.get(0).getMentions()).isEqualTo(2);
    assertThat(places.get(0).getVariants()).containsExactly("Kiev");
    Claim claim = enriched.getClaims().get(0);
    assertThat(claim.getClaimant()).isNotNull();
    assertThat(claim.getClaimant().getEntityId()).isEqualTo("geonames:1");
    assertThat(claim.getEntityIds()).containsExactly("geonames:1");
  }

  @Test
  void aClaimKeepsItsIdWhenTheTextAroundItMoves() {
    Annotator annotator = annotator(AnnotatorSettings.defaults());
    var first = Articles.of("Kiev said the troops left.", null);
    var moved = Articles.of("\n Kiev said the troops  left!", null);
    moved.setId(first.getId());

    assertThat(annotator.annotate(moved).getClaims().get(0).getId())
        .isEqualTo(annotator.annotate(first).getClaims().get(0).getId());
  }

  @Test
  void aRepeatedClaimHasAnIdOfItsOwn() {
    List<Claim> claims =
        annotator(AnnotatorSettings.defaults())
            .annotate(article("Kiev said the troops left.\nKiev said the troops left."))
            .getClaims();

    assertThat(claims).hasSize(2);
    assertThat(claims.get(0).getId()).isNotEqualTo(claims.get(1).getId());
  }

  private static dev.dateline.schemas.avro.Article article(String text) {
    return Articles.of(text, "2023-05-25");
  }

  /** Calls every word a name, every Kiev a place and every sentence that opens with it a claim. */
  private static Annotator annotator(AnnotatorSettings settings) {
    return new Annotator(
        settings,
        LANGUAGES,
        ANALYZER,
        AnnotatorTest::everyWord,
        AnnotatorTest::everyKiev,
        document -> new Times(null, document.tokens().stream().map(AnnotatorTest::time).toList()),
        AnnotatorTest::everySentence);
  }

  private static TimeMention time(Token token) {
    return new TimeMention(token.span(), null, null, TimeAnchor.NONE, "test", null, null);
  }

  private static Names everyWord(TextDocument document) {
    List<NameMention> mentions =
        document.tokens().stream()
            .map(t -> new NameMention(t.span(), EntityType.LOCATION, entity(t.text())))
            .toList();
    List<NamedEntity> entities = mentions.stream().map(NameMention::entity).distinct().toList();
    return new Names() {
      @Override
      public List<NameMention> mentions() {
        return mentions;
      }

      @Override
      public List<NamedEntity> entities() {
        return entities;
      }

      @Override
      public Optional<NamedEntity> resolve(TextSpan phrase) {
        return Optional.empty();
      }
    };
  }

  private static NamedEntity entity(String name) {
    return new NamedEntity("entity:" + name, name, EntityType.LOCATION, null, null);
  }

  private static Places everyKiev(TextDocument document, Names names) {
    PlaceReference kyiv =
        new PlaceReference(
            "geonames:1", "Kyiv", "UA", null, 50.45, 30.52, PlacePrecision.SETTLEMENT);
    return new Places(
        document.tokens().stream()
            .filter(token -> token.text().equals("Kiev"))
            .limit(1)
            .map(token -> new ResolvedPlace(token.span(), kyiv, 1.0))
            .toList(),
        kyiv);
  }

  private static List<FoundClaim> everySentence(
      TextDocument document, Names names, Places places, Times times) {
    List<FoundClaim> claims = new ArrayList<>();
    document
        .sentences()
        .forEach(
            sentence -> {
              List<Token> tokens = sentence.tokens();
              TextSpan content =
                  new TextSpan(tokens.get(Math.min(2, tokens.size() - 1)).start(), sentence.end());
              claims.add(
                  new FoundClaim(
                      new FoundClaim.Speaker(
                          tokens.get(0).span(), entity(tokens.get(0).text()), null, null, false),
                      List.of(),
                      null,
                      List.of(content),
                      ClaimKind.INDIRECT,
                      Polarity.AFFIRMED,
                      false,
                      Hedge.CERTAIN,
                      List.of(),
                      List.of("entity:Kiev"),
                      List.of(),
                      null,
                      null,
                      sentence.span()));
            });
    return claims;
  }
}
