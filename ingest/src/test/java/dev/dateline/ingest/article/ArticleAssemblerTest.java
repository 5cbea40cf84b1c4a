package dev.dateline.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EventTimeOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArticleAssemblerTest {

  private static final Instant NOW = Instant.parse("2024-10-08T12:00:00Z");

  private final ArticleAssembler assembler =
      new ArticleAssembler(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofDays(7));

  @Test
  void theIdComesFromTheAddressAndTheHashFromTheText() throws Exception {
    Article article = assembler.assemble(draft("one\r\n").url("https://a.example/one#x").build());
    assertThat(article.getId()).isEqualTo(Ids.of("https://a.example/one"));
    assertThat(article.getText()).isEqualTo("one");
    assertThat(article.getTextSha256()).isEqualTo(Ids.sha256("one"));
    assertThat(article.getSource()).isEqualTo("a.example");
  }

  @Test
  void anExactTextStaysAsItIs() {
    assertThat(assembler.assembleExact(draft(" one\r\n").build()).getText()).isEqualTo(" one\r\n");
  }

  @Test
  void theEventTimeIsThatOfPublication() throws Exception {
    Article article = publishedAt("2024-10-08T06:40:00Z", false);
    assertThat(article.getEventTime()).isEqualTo(Instant.parse("2024-10-08T06:40:00Z"));
    assertThat(article.getEventTimeOrigin()).isEqualTo(EventTimeOrigin.PUBLISHED);
    assertThat(article.getBackfill()).isFalse();
    assertThat(article.getWarnings()).isEmpty();
  }

  @Test
  void withoutAnyTheEventTimeIsThatOfReading() throws Exception {
    Article article = assembler.assemble(draft("one").build());
    assertThat(article.getPublished()).isNull();
    assertThat(article.getEventTime()).isEqualTo(NOW);
    assertThat(article.getEventTimeOrigin()).isEqualTo(EventTimeOrigin.FETCHED);
    assertThat(article.getBackfill()).isFalse();
  }

  @Test
  void olderThanTheAgeIsBackfill() throws Exception {
    assertThat(publishedAt("2024-10-01T12:00:00Z", false).getBackfill()).isFalse();
    assertThat(publishedAt("2024-10-01T11:59:59Z", false).getBackfill()).isTrue();
  }

  @Test
  void aFutureTimeBecomesTheTimeOfReadingWithAWarning() throws Exception {
    Article article = publishedAt("2031-01-01T00:00:00Z", false);
    assertThat(article.getPublished()).isEqualTo(NOW);
    assertThat(article.getEventTime()).isEqualTo(NOW);
    assertThat(article.getWarnings())
        .containsExactly(
            "published 2031-01-01T00:00:00Z is in the future: set to the time of reading");
  }

  @Test
  void aFutureDayBecomesTodayAndTomorrowHasBegunInTheEast() throws Exception {
    Article far = publishedAt("2031-01-01T00:00:00Z", true);
    assertThat(far.getPublished()).isEqualTo(Instant.parse("2024-10-08T00:00:00Z"));
    assertThat(far.getWarnings()).hasSize(1);
    Article tomorrow = publishedAt("2024-10-09T00:00:00Z", true);
    assertThat(tomorrow.getPublished()).isEqualTo(Instant.parse("2024-10-09T00:00:00Z"));
    assertThat(tomorrow.getEventTime()).isEqualTo(NOW);
    assertThat(tomorrow.getWarnings()).isEmpty();
  }

  @Test
  void theZeroOfAClockIsNoDate() throws Exception {
    Article article = publishedAt("1970-01-01T00:00:00Z", true);
    assertThat(article.getPublished()).isNull();
    assertThat(article.getEventTimeOrigin()).isEqualTo(EventTimeOrigin.FETCHED);
    assertThat(article.getWarnings())
        .containsExactly("published 1970-01-01 is no date of news: left out");
  }

  @Test
  void twoMegabytesPassWholeAndMoreThanFourMillionCharactersAreRejected() throws Exception {
    String two = "word ".repeat(400_000).strip();
    assertThat(assembler.assemble(draft(two).build()).getText()).isEqualTo(two);
    assertThatThrownBy(() -> assembler.assemble(draft("a".repeat(4_000_001)).build()))
        .isInstanceOf(ArticleRejectedException.class)
        .hasMessage(
            "reading x.txt: the text has 4000001 characters, more than the 4000000 an article"
                + " holds: split it");
    assertThatThrownBy(() -> assembler.assemble(draft("\u20AC".repeat(3_000_000)).build()))
        .hasMessageContaining("9000000 bytes");
  }

  private Article publishedAt(@Nullable String instant, boolean day) throws Exception {
    return assembler.assemble(
        draft("one").published(new StatedTime(Instant.parse(instant), day)).build());
  }

  private static ArticleDraft.Builder draft(String text) {
    return ArticleDraft.builder(SourcePosition.wholeFile("x.txt"), "x", "file:seeds/x.txt")
        .text(text);
  }
}
