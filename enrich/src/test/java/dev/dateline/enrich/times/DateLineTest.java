package dev.dateline.enrich.times;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.TextAnalyzer;
import dev.dateline.schemas.avro.TimeAnchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLineTest {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();
  private static final RuleTimeAnnotator TIMES = RuleTimeAnnotator.load();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          KYIV, May 23 (Reuters) – Russia has     | KYIV, May 23 (Reuters) –    | KYIV           | 2023-05-23 | Reuters
          BERLIN (AP) — Germany said              | BERLIN (AP) —               | BERLIN         |            | AP
          WASHINGTON — The Senate voted           | WASHINGTON —                | WASHINGTON     |            |
          Taipei, Taiwan — The festival lit       | Taipei, Taiwan —            | Taipei, Taiwan |            |
          LONDON, Dec. 30, 2022 (BBC News) -- The | LONDON, Dec. 30, 2022 (BBC News) -- | LONDON | 2022-12-30 | BBC News
          PARIS, 23 May (AFP) - France won        | PARIS, 23 May (AFP) -       | PARIS          | 2023-05-23 | AFP
          date 2023-05-24                         | date 2023-05-24             |                | 2023-05-24 |
          Friday, January 4, 2019                 | Friday, January 4, 2019     |                | 2019-01-04 |
          Tuesday, May 23, 2023 On Monday, police | Tuesday, May 23, 2023       |                | 2023-05-23 |
          """)
  void theLineAReportOpensWithIsRecognised(
      String text,
      String span,
      @Nullable String place,
      @Nullable LocalDate day,
      @Nullable String agency) {
    DateLineMention line = annotate(text, "2023-05-25").dateLine();

    assertThat(line).isNotNull();
    assertThat(line.span().of(text)).isEqualTo(span);
    assertThat(line.place() == null ? null : line.place().of(text)).isEqualTo(place);
    assertThat(line.day()).isEqualTo(day);
    assertThat(line.agency()).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The city – a ruin – fell.
          Ukraine said it used attrition to draw troops.
          On May 23 the city fell (again) – at last.
          May 23, 2023, was the day the city fell.
          He left.
          """)
  void anOrdinaryOpeningIsNoDateLine(String text) {
    assertThat(annotate(text, "2023-05-25").dateLine()).isNull();
  }

  @Test
  void aDateLineBehindTheTitleIsFound() {
    Times times = annotate("Mecca crane collapse\nSaturday, September 12, 2015\nA storm.", null);

    assertThat(times.dateLine()).isNotNull();
    assertThat(times.dateLine().day()).isEqualTo("2015-09-12");
  }

  @Test
  void withoutAPublishedDayTheDateLineIsTheAnchor() {
    Times times = annotate("Saturday, September 12, 2015\nA storm hit the port yesterday.", null);

    TimeMention yesterday = times.times().get(times.times().size() - 1);
    assertThat(yesterday.from()).isEqualTo("2015-09-11");
    assertThat(yesterday.anchor()).isEqualTo(TimeAnchor.DATE_LINE);
  }

  @Test
  void theDateLineIsNearerToTheTextThanThePublishedDay() {
    Times times = annotate("KYIV, May 23 (Reuters) – A storm hit the port today.", "2023-05-24");

    TimeMention today = times.times().get(times.times().size() - 1);
    assertThat(today.from()).isEqualTo("2023-05-23");
    assertThat(today.anchor()).isEqualTo(TimeAnchor.DATE_LINE);
  }

  @Test
  void aDateLineOfAnotherYearIsNotTheAnchor() {
    Times times = annotate("Friday, January 4, 2019\nA storm hit the port today.", "2023-05-24");

    TimeMention today = times.times().get(times.times().size() - 1);
    assertThat(today.from()).isEqualTo("2023-05-24");
    assertThat(today.anchor()).isEqualTo(TimeAnchor.PUBLISHED);
  }

  @Test
  void withoutAnyDayRelativeTimesStayOpen() {
    TimeMention time = annotate("A storm hit the port on Tuesday.", null).times().get(0);

    assertThat(time.from()).isNull();
    assertThat(time.to()).isNull();
    assertThat(time.anchor()).isEqualTo(TimeAnchor.NONE);
  }

  private static Times annotate(String text, @Nullable String published) {
    return TIMES.annotate(
        ANALYZER.analyze(
            text,
            null,
            published == null ? null : LocalDate.parse(published),
            null,
            Budget.unlimited()));
  }
}
