package dev.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.demo.Demo;
import dev.dateline.app.score.StoryRun;
import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same report comes again from other outlets, which spell the names their own way. */
class SpellingsTest {

  private static final Instant NOON = Instant.parse("2023-05-25T12:00:00Z");

  @Test
  void aReportThatComesAgainUnderOtherOutletsAndSpellingsHoldsNothingNew(@TempDir Path directory)
      throws Exception {
    String text =
        Files.readString(
            Path.of(System.getProperty("dateline.root"), "seeds/000_deb4d5127912b402.txt"));
    String second =
        text.replace("Bakhmut", "Bachmut")
            .replace("Lugansk", "Luhansk")
            .replace("Prigozin", "Prigozhin")
            .replace("Kyiv", "Kiev");
    String third =
        text.replace("Prigozin", "Prigozhin").replace("Kiev", "Kyiv").replace("Yusoff", "Yusov");
    assertThat(second).isNotEqualTo(text);
    assertThat(third).isNotEqualTo(text).isNotEqualTo(second);

    List<JudgedClaim> claims =
        StoryRun.judge(
            List.of(
                article("first", "One Daily", text, NOON),
                article("second", "Two Times", second, NOON.plusSeconds(7_200)),
                article("third", "Three Post", third, NOON.plusSeconds(14_400))),
            Annotator.create(Demo.ANNOTATOR_SETTINGS),
            directory);

    assertThat(claims).filteredOn(claim -> claim.getArticle().getId().equals("first")).isNotEmpty();
    assertThat(claims)
        .filteredOn(claim -> !claim.getArticle().getId().equals("first"))
        .isNotEmpty()
        .allSatisfy(
            claim ->
                assertThat(claim.getVerdict())
                    .as(claim.getClaim().getContent().get(0).getText())
                    .isNotEqualTo(Verdict.NEW));
  }

  private static Article article(String id, String source, String text, Instant published) {
    return Article.newBuilder()
        .setId(id)
        .setUrl("https://outlet.example/" + id)
        .setSource(source)
        .setText(text)
        .setTextSha256(Ids.sha256(text))
        .setPublished(published)
        .setFetched(published.plusSeconds(60))
        .setEventTime(published)
        .build();
  }
}
