package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.TimeAnchor;
import dev.dateline.schemas.avro.TimeExpression;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationJsonTest {

  @Test
  void fieldsAreThoseOfTheRecordsInTheirOrder() {
    EnrichedArticle article =
        EnrichedArticle.newBuilder()
            .setArticle(Articles.of("Kyiv, \"now\"", "2023-05-25"))
            .setLanguage("en")
            .setOutcome(AnnotationOutcome.ANNOTATED)
            .setAnnotatedLength(11)
            .setMentions(List.of(new Mention(0, 4, "Kyiv", EntityType.LOCATION, null, null)))
            .setTimes(
                List.of(
                    new TimeExpression(
                        7,
                        10,
                        "now",
                        LocalDate.of(2023, 5, 25),
                        LocalDate.of(2023, 5, 25),
                        TimeAnchor.PUBLISHED,
                        "now",
                        null,
                        null)))
            .setClaims(
                List.of(
                    Claim.newBuilder()
                        .setId("c")
                        .setContent(List.of(new Span(0, 4, "Kyiv")))
                        .build()))
            .build();

    assertThat(AnnotationJson.of(article))
        .isEqualTo(
            "{\"id\":\""
                + article.getArticle().getId()
                + "\",\"language\":\"en\","
                + "\"textSha256\":\""
                + article.getArticle().getTextSha256()
                + "\","
                + "\"published\":\"2023-05-25T00:00:00Z\",\"text\":\"Kyiv, \\\"now\\\"\","
                + "\"outcome\":\"ANNOTATED\",\"annotatedLength\":11,"
                + "\"mentions\":[{\"start\":0,\"end\":4,\"text\":\"Kyiv\",\"type\":\"LOCATION\","
                + "\"entityId\":null,\"name\":null}],\"entities\":[],\"places\":[],"
                + "\"times\":[{\"start\":7,\"end\":10,\"text\":\"now\",\"from\":\"2023-05-25\","
                + "\"to\":\"2023-05-25\",\"anchor\":\"PUBLISHED\",\"rule\":\"now\"}],"
                + "\"claims\":[{\"id\":\"c\",\"claimant\":null,\"chain\":[],\"cue\":null,"
                + "\"content\":[{\"start\":0,\"end\":4,\"text\":\"Kyiv\"}],\"kind\":\"INDIRECT\","
                + "\"polarity\":\"AFFIRMED\",\"negated\":false,\"hedge\":\"CERTAIN\",\"places\":[],"
                + "\"entityIds\":[],\"quantities\":[],\"from\":null,\"to\":null}],\"remarks\":[]}");
  }

  @Test
  void halfASurrogatePairIsEscaped() {
    EnrichedArticle article =
        EnrichedArticle.newBuilder().setArticle(Articles.of("a\ud83d 😀", null)).build();

    assertThat(AnnotationJson.of(article, "x", "a.txt", true))
        .contains("\"id\":\"x\",\"file\":\"a.txt\"")
        .contains("\"text\":\"a\\ud83d 😀\"");
  }

  @Test
  void aLineThatCouldNotBeReadSaysWhy() {
    assertThat(AnnotationJson.error(null, "not-json", "line 3: not JSON"))
        .isEqualTo(
            "{\"id\":null,\"error\":{\"code\":\"not-json\",\"message\":\"line 3: not JSON\"}}");
  }
}
