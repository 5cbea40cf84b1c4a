package dev.dateline.app.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import dev.dateline.schemas.avro.Cue;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.Polarity;
import dev.dateline.schemas.avro.Quantity;
import dev.dateline.schemas.avro.Span;
import dev.dateline.schemas.avro.TimeExpression;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** The three forms of an annotated article. */
final class ArticlePrinterTest {

  // The first character takes two UTF-16 units, so that offsets and indexes differ.
  private static final String TEXT =
      "🛰 Kyiv denied on Tuesday that it lost <b>two</b> & \"more than 70\" tanks.\n\nNo more.";

  @Test
  void thePageHoldsTheTextAsItIsAndEveryNoteOnItsSpan() {
    Document page = Jsoup.parse(printed(HtmlPrinter::new));

    assertThat(page.select(".text p").eachText())
        .containsExactly(
            "🛰 Kyiv denied on Tuesday that it lost <b>two</b> & \"more than 70\" tanks.",
            "No more.");
    assertThat(page.select(".text b")).isEmpty();
    assertThat(page.select(".text .organization").attr("data-note"))
        .isEqualTo("organisation: Kyiv\nsays claim 1");
    assertThat(page.select(".text .time").text()).isEqualTo("Tuesday");
    assertThat(page.select(".text .time").attr("data-note")).isEqualTo("time: 2023-05-23");
    assertThat(page.select(".text .cue").text()).isEqualTo("denied");
    assertThat(page.select(".claims li").text())
        .isEqualTo(
            "Kyiv denied [denied] that it lost <b>two</b> & \"more than 70\" tanks"
                + " indirect · denied · 2023-05-23 · more than 70 [70 or more tanks]");
    assertThat(page.select(".claims li").attr("class")).isEqualTo("c1-1");
  }

  @Test
  void theTerminalShowsTheTextWithNumberedClaimsUnderneathIn80Columns() {
    String shown = printed(out -> new PrettyPrinter(out, Ansi.OFF, 80));

    assertThat(shown.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    assertThat(shown)
        .contains("🛰 Kyiv denied on Tuesday [1]that it lost")
        .containsSubsequence(
            "1 claim",
            "[1]  Kyiv denied [denied]",
            "     that it lost <b>two</b>",
            "     indirect · denied · 2023-05-23 · more than 70 [70 or more tanks]");
  }

  @Test
  void coloursAreOnlyForATerminal() {
    assertThat(printed(out -> new PrettyPrinter(out, Ansi.ON, 80))).contains("\u001b[");
    assertThat(printed(out -> new PrettyPrinter(out, Ansi.OFF, 80))).doesNotContain("\u001b");
  }

  @Test
  void anEmptyInputIsStillAWholePage() {
    StringWriter out = new StringWriter();
    new HtmlPrinter(new PrintWriter(out)).close();

    assertThat(out.toString()).startsWith("<!doctype html>").contains("</html>");
  }

  @Test
  void aRejectedInputIsSaidOnThePage() {
    StringWriter out = new StringWriter();
    try (ArticlePrinter printer = new HtmlPrinter(new PrintWriter(out))) {
      printer.reject("x", "not-json", "reading a.jsonl: line 1: not JSON: \"<\"");
    }

    assertThat(Jsoup.parse(out.toString()).select(".rejected").text())
        .isEqualTo("reading a.jsonl: line 1: not JSON: \"<\"");
  }

  private static String printed(Function<PrintWriter, ArticlePrinter> form) {
    StringWriter out = new StringWriter();
    try (ArticlePrinter printer = form.apply(new PrintWriter(out))) {
      printer.print(article(), "a", null);
    }
    return out.toString();
  }

  private static EnrichedArticle article() {
    LocalDate tuesday = LocalDate.of(2023, 5, 23);
    Instant fetched = Instant.parse("2023-05-25T08:00:00Z");
    Span content = span("that it lost <b>two</b> & \"more than 70\" tanks");
    Span kyiv = span("Kyiv");
    Span cue = span("denied");
    Span day = span("Tuesday");
    Span number = span("more than 70");
    return EnrichedArticle.newBuilder()
        .setArticle(
            Article.newBuilder()
                .setId("a")
                .setText(TEXT)
                .setTextSha256("0")
                .setFetched(fetched)
                .setEventTime(fetched)
                .build())
        .setMentions(
            List.of(
                Mention.newBuilder()
                    .setStart(kyiv.getStart())
                    .setEnd(kyiv.getEnd())
                    .setText("Kyiv")
                    .setType(EntityType.ORGANIZATION)
                    .setName("Kyiv")
                    .build()))
        .setTimes(
            List.of(
                TimeExpression.newBuilder()
                    .setStart(day.getStart())
                    .setEnd(day.getEnd())
                    .setText("Tuesday")
                    .setFrom(tuesday)
                    .setTo(tuesday)
                    .build()))
        .setClaims(
            List.of(
                Claim.newBuilder()
                    .setId("1")
                    .setClaimant(
                        Claimant.newBuilder()
                            .setStart(kyiv.getStart())
                            .setEnd(kyiv.getEnd())
                            .setText("Kyiv")
                            .build())
                    .setCue(
                        Cue.newBuilder()
                            .setStart(cue.getStart())
                            .setEnd(cue.getEnd())
                            .setText("denied")
                            .setLemma("deny")
                            .setCueClass(CueClass.DENY)
                            .build())
                    .setContent(List.of(content))
                    .setPolarity(Polarity.DENIED)
                    .setQuantities(
                        List.of(
                            Quantity.newBuilder()
                                .setStart(number.getStart())
                                .setEnd(number.getEnd())
                                .setText("more than 70")
                                .setLow(70.0)
                                .setUnit("tanks")
                                .build()))
                    .setFrom(tuesday)
                    .setTo(tuesday)
                    .build()))
        .build();
  }

  private static Span span(String surface) {
    int at = TEXT.indexOf(surface);
    int start = TEXT.codePointCount(0, at);
    return new Span(start, start + surface.codePointCount(0, surface.length()), surface);
  }
}
