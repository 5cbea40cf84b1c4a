package dev.dateline.app.score;

import dev.dateline.app.score.CopySet.Change;
import dev.dateline.app.score.CopySet.Made;
import dev.dateline.enrich.copies.CopyMemory;
import dev.dateline.enrich.copies.SeenText;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Duplicate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds near copies in articles with copies made of them, and counts how right that is. */
public final class CopyScore {

  private static final int ROOM = 1_000_000;

  private final Map<Change, int[]> counts = new EnumMap<>(Change.class);
  private final List<String> errors = new ArrayList<>();
  private int found;
  private int right;
  private int copies;
  private double secondsAnArticle;

  /** Scores articles with a seed for what is made of them. */
  public static CopyScore of(List<Article> articles, long seed) {
    CopyScore score = new CopyScore();
    score.run(new CopySet(articles, seed).make());
    return score;
  }

  private void run(List<Made> stream) {
    CopyMemory memory = new CopyMemory(ROOM, Duration.ofDays(36_500));
    long start = System.nanoTime();
    List<Optional<Duplicate>> answers =
        stream.stream().map(made -> memory.add(made.article(), new Unkept())).toList();
    secondsAnArticle = (System.nanoTime() - start) / 1e9 / Math.max(1, stream.size());
    for (int i = 0; i < stream.size(); i++) {
      count(stream.get(i), answers.get(i));
    }
  }

  private void count(Made made, Optional<Duplicate> answer) {
    int[] count = counts.computeIfAbsent(made.change(), change -> new int[3]);
    boolean isCopy = !made.original().isEmpty();
    boolean isRight =
        isCopy && answer.filter(d -> d.getArticleId().equals(made.original())).isPresent();
    count[0]++;
    count[1] += answer.isPresent() ? 1 : 0;
    count[2] += isRight ? 1 : 0;
    copies += isCopy ? 1 : 0;
    found += answer.isPresent() ? 1 : 0;
    right += isRight ? 1 : 0;
    if (isCopy != answer.isPresent() || (isCopy && !isRight)) {
      errors.add(
          String.format(
              Locale.ROOT,
              "%s %s \"%s\": %s",
              name(made.change()),
              made.article().getId(),
              made.article().getTitle(),
              answer
                  .map(
                      d ->
                          String.format(
                              Locale.ROOT,
                              "found like %s, similarity %.2f",
                              d.getArticleId(),
                              d.getSimilarity()))
                  .orElse("not found")));
    }
  }

  /** Returns the figures for people. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-14s %8s %8s %8s", "", "articles", "found", "right"));
    counts.forEach(
        (change, count) ->
            lines.add(
                String.format(
                    Locale.ROOT, "%-14s %8d %8d %8d", name(change), count[0], count[1], count[2])));
    lines.add("");
    lines.add(String.format(Locale.ROOT, "precision %5.1f %%", 100.0 * right / Math.max(1, found)));
    lines.add(
        String.format(Locale.ROOT, "recall    %5.1f %%", 100.0 * right / Math.max(1, copies)));
    lines.add(String.format(Locale.ROOT, "%.2f ms an article", secondsAnArticle * 1_000));
    return lines;
  }

  /** Returns each error for people. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  private static String name(Change change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static final class Unkept implements CopyMemory.Changes {
    @Override
    public void put(SeenText text) {}

    @Override
    public void delete(String articleId) {}
  }
}
