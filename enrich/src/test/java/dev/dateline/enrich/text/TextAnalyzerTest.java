package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextAnalyzerTest {

  private static final TextAnalyzer ANALYZER = TextAnalyzer.load();

  @Test
  void sentencesNeverCrossAParagraph() {
    TextDocument document =
        ANALYZER.analyze("Invasion of Belgorod\n\nMeanwhile, two militias.\r\nEnd");

    assertThat(surfaces(document))
        .containsExactly("Invasion of Belgorod", "Meanwhile, two militias.", "End");
    assertThat(document.sentences()).extracting(Sentence::paragraph).containsExactly(0, 1, 2);
  }

  @Test
  void fullStopsOfAbbreviationsAndInitialsEndNoSentence() {
    assertThat(sentences("Gen. Mark Milley met Sen. J. D. Vance of the U.S. Senate on Sept. 11."))
        .hasSize(1);
    assertThat(sentences("U.S. national security adviser Jack Sullivan met Mr. Smith.")).hasSize(1);
    assertThat(sentences("He lives in the U.S. The troops left at 5 p.m. They came back."))
        .containsExactly("He lives in the U.S.", "The troops left at 5 p.m.", "They came back.");
    assertThat(sentences("It costs No. 4 about 3.5 dollars. He said no. She left."))
        .containsExactly("It costs No. 4 about 3.5 dollars.", "He said no.", "She left.");
  }

  @Test
  void closingQuotationMarksBelongToTheirSentence() {
    assertThat(sentences("“We left.” 4 square kilometers. “Why?” he asked. “Now! Go.” They went."))
        .containsExactly(
            "“We left.”",
            "4 square kilometers.",
            "“Why?” he asked.",
            "“Now!",
            "Go.”",
            "They went.");
  }

  @Test
  void aFullStopBehindASpaceStaysWithItsSentence() {
    assertThat(sentences("“Their offensive has failed. .”")).hasSize(1);
  }

  @Test
  void quotationMarksAndPossessivesAreTokens() {
    assertThat(tokens("Russia’s “Free Army” didn’t say ‘no’ to soldiers’ demands—ever."))
        .containsExactly(
            "Russia",
            "’s",
            "“",
            "Free",
            "Army",
            "”",
            "did",
            "n’t",
            "say",
            "‘",
            "no",
            "’",
            "to",
            "soldiers",
            "’",
            "demands",
            "—",
            "ever",
            ".");
  }

  @Test
  void compoundsAreCutAndTypesDatesAndPrefixesAreNot() {
    assertThat(tokens("The Washington-based co-founder of F-16s said on 2023-05-25 in 2014–16:"))
        .containsExactly(
            "The",
            "Washington",
            "-",
            "based",
            "co-founder",
            "of",
            "F-16s",
            "said",
            "on",
            "2023-05-25",
            "in",
            "2014",
            "–",
            "16",
            ":");
  }

  @Test
  void aMailAddressIsOneToken() {
    assertThat(tokens("Write to <Anne.B.Cooper@news.example.com>, or a-c@example.org."))
        .containsExactly(
            "Write",
            "to",
            "<",
            "Anne.B.Cooper@news.example.com",
            ">",
            ",",
            "or",
            "a-c@example.org",
            ".");
    assertThat(tokens("Meet @anne at 5@noon.")).contains("@anne");
  }

  @Test
  void numbersAndAmountsKeepTheirPoints() {
    assertThat(tokens("$1.5bn, 70,000 (50%) at 10:30 a.m. on 5/23/23, U.S. data."))
        .containsExactly(
            "$", "1.5bn", ",", "70,000", "(", "50", "%", ")", "at", "10:30", "a.m.", "on",
            "5/23/23", ",", "U.S.", "data", ".");
  }

  @Test
  void everyTokenHasAPartOfSpeech() {
    List<Token> tokens = ANALYZER.analyze("The army of Putin didn’t leave Kyiv.").tokens();

    assertThat(tokens)
        .extracting(Token::pos)
        .containsExactly("DET", "NOUN", "ADP", "PROPN", "AUX", "PART", "VERB", "PROPN", "PUNCT");
  }

  @Test
  void positionsPointAtTheSurfaceForAnyUnicode() {
    for (int seed = 0; seed < 300; seed++) {
      String text = RandomText.make(new Random(seed), 120);
      TextDocument document = ANALYZER.analyze(text);
      int last = 0;
      for (Token token : document.tokens()) {
        assertThat(token.span().of(text)).as("seed %d", seed).isEqualTo(token.text());
        assertThat(token.start()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
        assertThat(token.end()).isGreaterThan(token.start());
        assertThat(splitsAPair(text, token.start())).as("seed %d", seed).isFalse();
        assertThat(splitsAPair(text, token.end())).as("seed %d", seed).isFalse();
        last = token.end();
      }
      assertThat(document.sentences().stream().flatMap(s -> s.tokens().stream()).toList())
          .isEqualTo(document.tokens());
    }
  }

  private static boolean splitsAPair(String text, int index) {
    return index > 0
        && index < text.length()
        && Character.isHighSurrogate(text.charAt(index - 1))
        && Character.isLowSurrogate(text.charAt(index));
  }

  @Test
  void hostileTextTakesLinearTimeAndShortSentences() {
    for (String unit :
        List.of(
            "word ", "x", "(", "“", "'", ".", "U.S.", "a-", "Mr. ", "é", "😀", "\u200b", "日",
            "שלום ")) {
      String text = unit.repeat(30_000 / unit.length());
      TextDocument document =
          assertTimeout(Duration.ofSeconds(20), () -> ANALYZER.analyze(text), unit);
      assertThat(document.sentences()).allMatch(s -> s.tokens().size() <= 200);
      assertThat(document.tokens()).allMatch(t -> t.end() - t.start() <= 200);
    }
  }

  @Test
  void theBudgetEndsTheWork() {
    String text = "The troops left the city on Tuesday. ".repeat(50_000);

    assertThatThrownBy(
            () -> ANALYZER.analyze(text, null, null, null, Budget.of(Duration.ofMillis(20))))
        .isInstanceOf(OverBudgetException.class);
  }

  private static List<String> sentences(String text) {
    return surfaces(ANALYZER.analyze(text));
  }

  private static List<String> surfaces(TextDocument document) {
    return document.sentences().stream()
        .map(sentence -> sentence.span().of(document.text()))
        .collect(Collectors.toList());
  }

  private static List<String> tokens(String text) {
    return ANALYZER.analyze(text).tokens().stream().map(Token::text).toList();
  }
}
