package dev.dateline.enrich.times;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.ResourceLines;
import dev.dateline.enrich.text.TextAnalyzer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimeSentencesTest {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();
  private static final RuleTimeAnnotator TIMES = RuleTimeAnnotator.load();

  static Stream<Arguments> sentences() {
    return ResourceLines.readTable(TimeSentencesTest.class, "sentences.tsv", 3).stream()
        .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sentences")
  void eachSentenceHasItsTimes(String published, String sentence, String expected) {
    LocalDate day = published.isEmpty() ? null : LocalDate.parse(published);

    List<TimeMention> times =
        TIMES.annotate(ANALYZER.analyze(sentence, null, day, null, Budget.unlimited())).times();

    assertThat(written(times, sentence)).isEqualTo(expected);
  }

  private static String written(List<TimeMention> times, String sentence) {
    return times.isEmpty()
        ? "-"
        : times.stream()
            .map(
                time ->
                    time.span().of(sentence)
                        + "="
                        + interval(time.from(), time.to())
                        + (time.alternativeFrom() == null
                            ? ""
                            : "|" + interval(time.alternativeFrom(), time.alternativeTo())))
            .collect(Collectors.joining("; "));
  }

  private static String interval(@Nullable LocalDate from, @Nullable LocalDate to) {
    if (from == null || to == null) {
      return "?";
    }
    return from.equals(to) ? from.toString() : from + ".." + to;
  }
}
