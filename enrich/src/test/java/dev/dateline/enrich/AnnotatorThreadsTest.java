package dev.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AnnotatorThreadsTest {

  private static final int THREADS = 8;
  private static final long SEED = 20230525;

  @Test
  void oneAnnotatorSharedByEightThreadsGivesTheBytesOfOneThread() throws Exception {
    Annotator annotator =
        Annotator.create(
            new AnnotatorSettings(
                Duration.ofMinutes(5), AnnotatorSettings.DEFAULT_MOST_CODE_POINTS, null, null));
    List<Article> articles = articles();
    List<byte[]> alone = annotate(annotator, articles);
    List<byte[]> again = annotate(Annotator.create(AnnotatorSettings.defaults()), articles);
    assertThat(again).as("seed %d", SEED).containsExactlyElementsOf(alone);

    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<List<byte[]>> work = () -> annotate(annotator, articles);
      for (Future<List<byte[]>> future : pool.invokeAll(Collections.nCopies(THREADS, work))) {
        assertThat(future.get()).as("seed %d", SEED).containsExactlyElementsOf(alone);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static List<byte[]> annotate(Annotator annotator, List<Article> articles) {
    List<byte[]> bytes = new ArrayList<>();
    for (Article article : articles) {
      try {
        bytes.add(EnrichedArticle.getEncoder().encode(annotator.annotate(article)).array());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }

  /** The sample article, and its sentences in other orders: the names and places stay real. */
  private static List<Article> articles() throws IOException {
    try (InputStream stream =
        AnnotatorThreadsTest.class.getResourceAsStream("names/seed-text.txt")) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      List<Article> articles = new ArrayList<>();
      articles.add(Articles.of(text, "2023-05-25"));
      List<String> paragraphs = new ArrayList<>(List.of(text.split("\\R+", -1)));
      Random random = new Random(SEED);
      for (int i = 0; i < 5; i++) {
        Collections.shuffle(paragraphs, random);
        articles.add(
            Articles.of(
                String.join("\n", paragraphs.subList(0, paragraphs.size() / 2)), "2023-05-25"));
      }
      return articles;
    }
  }
}
