package dev.dateline.enrich.times;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.dateline.enrich.text.Budget;
import dev.dateline.enrich.text.RandomText;
import dev.dateline.enrich.text.ResourceLines;
import dev.dateline.enrich.text.TextAnalyzer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeRobustnessTest {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();
  private static final RuleTimeAnnotator TIMES = RuleTimeAnnotator.load();

  @Test
  void timesOfAnyTextAreOrderedAndWhole() {
    for (int seed = 0; seed < 300; seed++) {
      assertSound(RandomText.make(new Random(seed), 150), seed);
    }
  }

  @Test
  void wordsOfTimeInAnyOrderMakeSoundTimes() {
    List<String> words =
        ResourceLines.readTable(TimeForms.class, "time-words.tsv", 4).stream()
            .map(row -> row.get(0))
            .toList();
    List<String> numbers =
        List.of("0", "1", "31", "99", "1000", "2023", "2100", "23rd", "2023-02-30", "13/13/13");
    List<String> marks =
        List.of("the", "of", ",", "-", "to", "last", "next", "ago", "earlier", "'s");
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 60; i++) {
        List<String> list = List.of(words, numbers, marks).get(random.nextInt(3));
        String word = list.get(random.nextInt(list.size()));
        text.append(
                random.nextBoolean()
                    ? word
                    : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
            .append(' ');
      }
      assertSound(text.toString(), seed);
    }
  }

  @Test
  void aLongListOfDatesTakesLinearTime() {
    String text = "the first of May , 2023 - the ".repeat(5_000);

    Times times = assertTimeout(Duration.ofSeconds(30), () -> annotate(text));

    assertThat(times.times()).hasSizeGreaterThan(4_000);
  }

  private static void assertSound(String text, int seed) {
    int last = 0;
    for (TimeMention time : annotate(text).times()) {
      assertThat(time.span().start()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
      assertThat(time.span().length()).isPositive();
      assertThat(time.from() == null).isEqualTo(time.to() == null);
      assertThat(time.alternativeFrom() == null).isEqualTo(time.alternativeTo() == null);
      if (time.from() != null) {
        assertThat(time.to()).as("seed %d", seed).isAfterOrEqualTo(time.from());
      }
      last = time.span().end();
    }
  }

  private static Times annotate(String text) {
    return TIMES.annotate(
        ANALYZER.analyze(text, null, LocalDate.of(2023, 5, 25), null, Budget.unlimited()));
  }
}
