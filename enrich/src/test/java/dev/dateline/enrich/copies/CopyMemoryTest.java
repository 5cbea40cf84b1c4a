package dev.dateline.enrich.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Duplicate;
import dev.dateline.schemas.avro.DuplicateKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CopyMemoryTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final Map<String, SeenText> kept = new LinkedHashMap<>();
  private final CopyMemory.Changes changes =
      new CopyMemory.Changes() {
        @Override
        public void put(SeenText text) {
          kept.put(text.articleId(), text);
        }

        @Override
        public void delete(String articleId) {
          kept.remove(articleId);
        }
      };
  private final CopyMemory memory = new CopyMemory(1_000, Duration.ofDays(3));

  @Test
  void nearCopiesOfTheTableAreFoundAndOthersAreNot() throws IOException {
    for (String[] row : rows()) {
      Optional<Duplicate> found = add(memory, row[0], row[3], START);
      assertThat(found.map(Duplicate::getArticleId).orElse("-")).as(row[0]).isEqualTo(row[1]);
      assertThat(found.map(d -> d.getKind().name()).orElse("-")).as(row[0]).isEqualTo(row[2]);
    }
  }

  @Test
  void aMemoryThatIsRestoredAnswersAsTheOneThatWasNeverGone() throws IOException {
    List<String[]> rows = rows();
    for (int cut = 0; cut <= rows.size(); cut++) {
      kept.clear();
      CopyMemory first = new CopyMemory(1_000, Duration.ofDays(3));
      for (String[] row : rows.subList(0, cut)) {
        add(first, row[0], row[3], START);
      }
      CopyMemory second = new CopyMemory(1_000, Duration.ofDays(3));
      List<SeenText> rest =
          new ArrayList<>(
              kept.values().stream().map(text -> SeenText.fromBytes(text.toBytes())).toList());
      java.util.Collections.reverse(rest);
      second.restore(rest);
      for (String[] row : rows.subList(cut, rows.size())) {
        assertThat(add(second, row[0], row[3], START))
            .as("%s after a restart before row %d", row[0], cut)
            .isEqualTo(add(first, row[0], row[3], START));
      }
    }
  }

  @Test
  void theOriginalIsNoCopyOfItsCopyWhenItIsRevised() {
    String text = words(1, 200);
    add(memory, "original", text, START);
    assertThat(add(memory, "copy", text, START)).isPresent();
    assertThat(add(memory, "original", text + " one more sentence was added here", START))
        .isEmpty();
    Duplicate again = add(memory, "copy", text, START).orElseThrow();
    assertThat(again.getArticleId()).isEqualTo("original");
    assertThat(again.getKind()).isEqualTo(DuplicateKind.COPY);
    assertThat(memory.size()).isEqualTo(2);
  }

  @Test
  void whatIsTooManyOrTooOldIsForgotten() {
    CopyMemory small = new CopyMemory(3, Duration.ofHours(1));
    for (int i = 0; i < 5; i++) {
      add(small, "a" + i, words(i, 100), START);
    }
    assertThat(small.size()).isEqualTo(3);
    assertThat(kept).containsOnlyKeys("a2", "a3", "a4");
    assertThat(add(small, "of a1", words(1, 100), START)).isEmpty();
    assertThat(add(small, "of a4", words(4, 100), START)).isPresent();
    assertThat(add(small, "later", words(4, 100), START.plus(Duration.ofHours(2)))).isEmpty();
    assertThat(kept).containsOnlyKeys("later");
  }

  @Test
  void aLineThatEveryArticleEndsWithMakesNoCopies() {
    String footer = " read all of our reports on our site and sign up to the letter".repeat(1);
    for (int i = 0; i < 400; i++) {
      assertThat(add(memory, "a" + i, words(i, 60) + footer, START)).as("a" + i).isEmpty();
    }
  }

  @Test
  void overlapIsEstimatedCloselyAndTheSameBothWays() {
    for (int seed = 0; seed < 20; seed++) {
      List<String> all = List.of(words(seed, 2_000).split(" ", -1));
      String whole = String.join(" ", all);
      String third = String.join(" ", all.subList(300, 960));
      TextSketch one = TextSketch.of(whole);
      TextSketch other = TextSketch.of(third);
      TextSketch.Overlap overlap = one.overlap(other);
      assertThat(overlap).as("seed " + seed).isEqualTo(other.overlap(one));
      assertThat(overlap.containment()).as("seed " + seed).isEqualTo(1.0);
      assertThat(overlap.resemblance()).as("seed " + seed).isBetween(0.25, 0.41);
    }
  }

  @Test
  void postingsFindWhatIsThereAfterAnyOrderOfChanges() {
    Random random = new Random(11);
    Postings postings = new Postings();
    Map<Integer, java.util.Set<Integer>> expected = new LinkedHashMap<>();
    for (int step = 0; step < 20_000; step++) {
      int hash = random.nextInt(300) << 20;
      int text = 1 + random.nextInt(40);
      java.util.Set<Integer> texts =
          expected.computeIfAbsent(hash, key -> new java.util.TreeSet<>());
      if (random.nextInt(3) > 0 && !texts.contains(text)) {
        postings.add(hash, text);
        texts.add(text);
      } else {
        postings.remove(hash, text);
        texts.remove(text);
      }
    }
    expected.forEach(
        (hash, texts) -> {
          List<Integer> found = new ArrayList<>();
          postings.each(hash, found::add);
          assertThat(found).containsExactlyInAnyOrderElementsOf(texts);
        });
  }

  private Optional<Duplicate> add(CopyMemory to, String id, String text, Instant fetched) {
    Article article =
        Article.newBuilder()
            .setId(id)
            .setText(text)
            .setTextSha256(Ids.sha256(text))
            .setFetched(fetched)
            .setEventTime(fetched)
            .build();
    return to.add(article, changes);
  }

  private static String words(int seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toString(random.nextInt(5_000), 36))
        .collect(Collectors.joining(" "));
  }

  private static List<String[]> rows() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(CopyMemoryTest.class.getResourceAsStream("copies.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.replace("\\n", "\n").split("\t", 4))
          .toList();
    }
  }
}
