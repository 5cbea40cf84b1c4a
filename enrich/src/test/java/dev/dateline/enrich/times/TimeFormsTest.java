package dev.dateline.enrich.times;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.ResourceLines;
import dev.dateline.enrich.text.TextAnalyzer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimeFormsTest {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();
  private static final RuleTimeAnnotator TIMES = RuleTimeAnnotator.load();

  static Stream<Arguments> forms() {
    return ResourceLines.readTable(TimeForms.class, "time-patterns.tsv", 5).stream()
        .map(row -> Arguments.of(row.get(0), row.get(4)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("forms")
  void theExampleOfEachFormIsReadByIt(String rule, String example) {
    // Opens with a day, so that what is counted from the text has something to count from.
    String text = "Sales fell on 2023-05-10. It happened " + example + ".";

    List<TimeMention> times =
        TIMES
            .annotate(
                ANALYZER.analyze(text, null, LocalDate.of(2023, 5, 25), null, Budget.unlimited()))
            .times();

    assertThat(times).extracting(TimeMention::rule).contains(rule);
    assertThat(times).allMatch(time -> time.from() != null && time.to() != null);
  }

  @Test
  void namesOfRulesAreUnique() {
    assertThat(forms().map(form -> form.get()[0])).doesNotHaveDuplicates();
  }
}
