package dev.dateline.enrich.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordScanTest {

  @Test
  void possessivesAreLeftOutAndHyphensPartWords() {
    assertThat(words("Russia’s war in the Russia-Ukraine border's Donets'k"))
        .containsExactly("Russia", "war", "in", "the", "Russia", "Ukraine", "border", "Donets'k");
  }

  @Test
  void lettersWithFullStopsAreOneWord() {
    assertThat(words("The U.S. and the U.K, in Washington, D.C. He left. A. Smith"))
        .containsExactly(
            "The",
            "U.S.",
            "and",
            "the",
            "U.K",
            "in",
            "Washington",
            "D.C.",
            "He",
            "left",
            "A",
            "Smith");
  }

  @Test
  void gapsTellWhatPartsWords() {
    WordScan words = WordScan.of("Long Beach, California’s coast. Next\nline (here) St. Paul");

    assertThat(words.gapBefore(0)).isEqualTo(WordScan.GAP_BREAK);
    assertThat(words.gapBefore(1)).isEqualTo(WordScan.GAP_SPACE);
    assertThat(words.gapBefore(2)).isEqualTo(WordScan.GAP_COMMA);
    assertThat(words.gapBefore(3)).isEqualTo(WordScan.GAP_POSSESSIVE);
    assertThat(words.gapBefore(4)).isEqualTo(WordScan.GAP_STOP);
    assertThat(words.gapBefore(5)).isEqualTo(WordScan.GAP_BREAK);
    assertThat(words.gapBefore(6)).isEqualTo(WordScan.GAP_OTHER);
    assertThat(words.gapBefore(8)).isEqualTo(WordScan.GAP_STOP);
  }

  @Test
  void capitalsAreTold() {
    WordScan words = WordScan.of("UAE Paris U.S. d'Ivoire paris 12");

    assertThat(words.isCapitals(0)).isTrue();
    assertThat(words.isCapitals(1)).isFalse();
    assertThat(words.isCapitals(2)).isTrue();
    assertThat(words.isCapitalised(3)).isTrue();
    assertThat(words.isCapitalised(4)).isFalse();
  }

  @Test
  void anyTextIsScannedWithWordsInOrder() {
    Random random = new Random(7);
    String signs = "aZ é'’.-, \n\tß漢\uD83D\uDE00\u0301&12S";
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      WordScan words = WordScan.of(text.toString());
      for (int word = 0; word < words.count(); word++) {
        assertThat(words.start(word)).isLessThan(words.end(word));
        assertThat(words.start(word)).isGreaterThanOrEqualTo(word == 0 ? 0 : words.end(word - 1));
      }
    }
  }

  private static List<String> words(String text) {
    WordScan words = WordScan.of(text);
    List<String> surfaces = new ArrayList<>();
    for (int word = 0; word < words.count(); word++) {
      surfaces.add(words.surface(word));
    }
    return surfaces;
  }
}
