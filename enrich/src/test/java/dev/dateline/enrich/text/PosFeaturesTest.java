package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import org.junit.jupiter.api.Test;

class PosFeaturesTest {

  private static final String[] TAGS = {"NOUN", "PROPN", "PROPN+PART", "VERB", "PUNCT", "ADP"};
  private static final String[] WORDS = {
    "President",
    "said",
    "12",
    "1945",
    "1,000",
    "3.5",
    "U.S.",
    "IBM",
    "iPhone",
    "a",
    "I",
    "-",
    "$",
    "%",
    "Bakhmut's",
    "won't",
    "Żelazny",
    "ÉCOLE",
    "İstanbul",
    "ΣΑΣ",
    "Бахмут",
    "北京",
    "😀",
    "x😀y",
    "don’t",
    "e-mail",
    "A1",
    "10-12",
    "12/05/2023",
    "...",
    "—",
    "ß",
    "ǅ"
  };

  @Test
  void theFeaturesOfAWordAreThoseThatOpenNlpGivesIt() throws IOException {
    POSContextGenerator openNlp = model().getFactory().getPOSContextGenerator();
    long seed = 20261130;
    Random random = new Random(seed);
    long[] features = new long[PosFeatures.MOST];
    for (int round = 0; round < 400; round++) {
      String[] words = new String[1 + random.nextInt(9)];
      Arrays.setAll(words, i -> WORDS[random.nextInt(WORDS.length)]);
      String[] tags = new String[words.length];
      PosFeatures sentence = new PosFeatures(words);
      for (int i = 0; i < words.length; i++) {
        int count = sentence.of(i, tags, features);

        assertThat(Arrays.copyOf(features, count))
            .as("seed %d, round %d, word %d of %s", seed, round, i, Arrays.toString(words))
            .isEqualTo(hashes(openNlp.getContext(i, words, tags, null)));
        tags[i] = TAGS[random.nextInt(TAGS.length)];
      }
    }
  }

  private static long[] hashes(String[] features) {
    return Arrays.stream(features).mapToLong(FeatureHash::of).toArray();
  }

  private static POSModel model() throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(
            PosFeaturesTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"))) {
      return new POSModel(stream);
    }
  }
}
