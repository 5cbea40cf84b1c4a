package dev.dateline.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;

class GreedyTaggerTest {

  private static final POSModel MODEL = model();
  private final POSTaggerME openNlp = new POSTaggerME(MODEL);
  private final GreedyTagger greedy = new GreedyTagger(MODEL);

  @Test
  void theSampleArticleHasTheTagsThatOpenNlpGivesIt() throws IOException {
    for (String line : resource("/dev/dateline/enrich/names/seed-text.txt").split("\\n", -1)) {
      String[] words = line.trim().split("[ .]+", -1);

      assertThat(greedy.tag(words)).as(line).isEqualTo(openNlp.tag(words));
    }
  }

  @Test
  void randomWordsHaveTheTagsThatOpenNlpGivesThem() throws IOException {
    String[] vocabulary = resource("/dev/dateline/enrich/names/seed-text.txt").split("\\s+", -1);
    long seed = 20240516;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String[] words = new String[1 + random.nextInt(40)];
      Arrays.setAll(words, i -> vocabulary[random.nextInt(vocabulary.length)]);

      assertThat(greedy.tag(words))
          .as("seed %d, round %d: %s", seed, round, Arrays.toString(words))
          .isEqualTo(openNlp.tag(words));
    }
  }

  @Test
  void noWordsHaveNoTags() {
    assertThat(greedy.tag(new String[0])).isEmpty();
  }

  private static POSModel model() {
    try (InputStream stream =
        Objects.requireNonNull(
            GreedyTaggerTest.class.getResourceAsStream("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"))) {
      return new POSModel(stream);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(GreedyTaggerTest.class.getResourceAsStream(name))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
