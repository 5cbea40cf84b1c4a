package dev.dateline.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalisedContentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The bridge was reopened.           | the Bridge was re-opened?          | false
          The bridge was reopened.           | a bridge  was REOPENED             | true
          that the bridge was reopened       | the bridge was reopened            | true
          its forces hold the town           | Their forces hold the town         | true
          the town’s mayor resigned          | the town's mayor resigned          | true
          “Nothing has changed,”             | nothing has changed                | true
          São Tomé voted                     | Sao Tome voted                     | true
          13,000 people left                 | 13000 people left                  | true
          13\u00A0000 people left             | 13,000 people left                 | true
          1\u202F250\u2009000 people left      | 1250000 people left                | true
          in 2023\u00A0500 people left         | in 2023500 people left             | false
          in May 12\u00A02023 people left      | in May 122023 people left          | false
          3.5\u00A0100                        | 3.5100                             | false
          on May 5, 120 000 people left      | on May 5120000 people left         | false
          inflation is 3.5%                  | inflation is 35%                   | false
          inflation is 3.5%                  | inflation is 3.5 %                 | false
          cease-fire talks go on             | cease fire talks go on             | true
          the talks failed                   | the talks have not failed          | false
          no soldier was hurt                | a soldier was hurt                 | false
          some of the staff left             | all of the staff left              | false
          1,5 or 15 dead                     | 15 or 15 dead                      | false
          """)
  void contentsAreTheSameWhenOnlyTheirSpellingDiffers(String one, String other, boolean same) {
    assertThat(NormalisedContent.of(one).equals(NormalisedContent.of(other))).isEqualTo(same);
  }

  @Test
  void contentWithoutAWordKeepsItsSigns() {
    assertThat(NormalisedContent.of(" ?! ")).isEqualTo("?!");
    assertThat(NormalisedContent.of("the")).isEqualTo("the");
  }

  @Test
  void foldingTwiceChangesNothingMore() {
    Random random = new Random(7);
    String alphabet = "the a It's 1,000.5\u00A0\u2009\u202F %–—“ÄÖß é\u0301İıſ\uD83D\uDE00 no\t\n-";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(30); length >= 0; length--) {
        int at = random.nextInt(alphabet.length());
        text.append(alphabet.charAt(at));
      }
      String folded = NormalisedContent.of(text.toString());
      assertThat(NormalisedContent.of(folded)).as("of \"%s\"", text).isEqualTo(folded);
    }
  }
}
