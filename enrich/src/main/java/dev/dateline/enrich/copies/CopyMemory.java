package dev.dateline.enrich.copies;

import dev.dateline.enrich.copies.TextSketch.Overlap;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.Duplicate;
import dev.dateline.schemas.avro.DuplicateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Remembers the texts of articles and finds the one that a new text is a near copy of.
 *
 * <p>An article is held against those whose first revision came before its own, and is a near copy
 * of the first of those that it overlaps with enough. So the answer depends on the order of arrival
 * only, and two articles are never copies of each other. Bounded by number and age; the oldest are
 * forgotten. Not thread-safe.
 */
public final class CopyMemory {

  /** From this share on, of the shorter text's runs of words, a text is a near copy. */
  static final double ENOUGH = 0.5;

  /** From this share on, of the runs of both, neither text is an abridgement of the other. */
  static final double WHOLE = 0.5;

  /** Fewer runs tell nothing, unless all are the same. */
  private static final int FEWEST_RUNS = 16;

  private static final int FEWEST_RUNS_OF_THE_SAME = 6;
  private static final int FEWEST_SHARED = 2;
  private static final int MOST_COMPARED = 50;

  /** The share of all hashes that texts are found by, at least so many of each text. */
  private static final long FOUND_BY = (1L << Integer.SIZE) / 8;

  private static final int FEWEST_FOUND_BY = 32;

  private final int mostTexts;
  private final Duration longest;
  private final Map<String, Integer> sequences = new HashMap<>();
  private final TreeMap<Integer, SeenText> texts = new TreeMap<>();
  private final Postings postings = new Postings();
  private int lastSequence;
  private Instant latest = Instant.MIN;

  /** What is kept besides, as it changes. */
  public interface Changes {
    /** Tells that a text is remembered, or remembered anew. */
    void put(SeenText text);

    /** Tells that an article is forgotten. */
    void delete(String articleId);
  }

  /**
   * Makes an empty one.
   *
   * @param mostTexts most articles remembered
   * @param longest how long one is, counted from when it was read to when the latest was
   */
  public CopyMemory(int mostTexts, Duration longest) {
    this.mostTexts = mostTexts;
    this.longest = longest;
  }

  /** Remembers what was kept besides, in any order; to be called before anything else. */
  public void restore(List<SeenText> kept) {
    kept.stream().sorted(Comparator.comparing(SeenText::sequence)).forEach(this::remember);
  }

  /** Returns how many articles are remembered. */
  public int size() {
    return texts.size();
  }

  /** Remembers the article and returns what it is a near copy of; empty when of nothing. */
  public Optional<Duplicate> add(Article article, Changes changes) {
    latest = article.getFetched().isAfter(latest) ? article.getFetched() : latest;
    forgetOldest(changes);
    TextSketch sketch = TextSketch.of(article.getText());
    Integer known = sequences.get(article.getId());
    SeenText before = known == null ? null : texts.get(known);
    int sequence = before == null ? lastSequence + 1 : before.sequence();
    Optional<Duplicate> duplicate = find(sketch, sequence);
    if (before != null) {
      forget(before);
    }
    SeenText text =
        new SeenText(
            sequence,
            article.getId(),
            article.getUrl(),
            article.getSource(),
            article.getFetched(),
            sketch);
    remember(text);
    changes.put(text);
    forgetOldest(changes);
    return duplicate;
  }

  private Optional<Duplicate> find(TextSketch sketch, int sequence) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (int hash : sketch.hashes()) {
      postings.each(hash, text -> shared.merge(text, 1, Integer::sum));
    }
    List<Map.Entry<Integer, Integer>> candidates = new ArrayList<>();
    for (Map.Entry<Integer, Integer> candidate : shared.entrySet()) {
      if (candidate.getValue() >= FEWEST_SHARED && candidate.getKey() < sequence) {
        candidates.add(candidate);
      }
    }
    candidates.sort(
        Map.Entry.<Integer, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    return candidates.stream()
        .limit(MOST_COMPARED)
        .map(candidate -> text(candidate.getKey()))
        .filter(text -> isCopy(sketch.overlap(text.sketch())))
        .min(Comparator.comparing(SeenText::sequence))
        .map(text -> duplicate(sketch, text));
  }

  private static boolean isCopy(Overlap overlap) {
    if (overlap.compared() < FEWEST_RUNS) {
      return overlap.compared() >= FEWEST_RUNS_OF_THE_SAME && overlap.resemblance() == 1;
    }
    return overlap.containment() >= ENOUGH;
  }

  private static Duplicate duplicate(TextSketch sketch, SeenText original) {
    Overlap overlap = sketch.overlap(original.sketch());
    DuplicateKind kind =
        overlap.resemblance() >= WHOLE
            ? DuplicateKind.COPY
            : sketch.isShorterThan(original.sketch())
                ? DuplicateKind.ABRIDGEMENT
                : DuplicateKind.EXTENSION;
    return Duplicate.newBuilder()
        .setArticleId(original.articleId())
        .setUrl(original.url())
        .setSource(original.source())
        .setKind(kind)
        .setSimilarity(overlap.containment())
        .setResemblance(overlap.resemblance())
        .build();
  }

  private SeenText text(int sequence) {
    return Objects.requireNonNull(texts.get(sequence), "a text is found but not remembered");
  }

  private void remember(SeenText text) {
    sequences.put(text.articleId(), text.sequence());
    texts.put(text.sequence(), text);
    lastSequence = Math.max(lastSequence, text.sequence());
    latest = text.fetched().isAfter(latest) ? text.fetched() : latest;
    eachFoundBy(text.sketch(), hash -> postings.add(hash, text.sequence()));
  }

  private void forget(SeenText text) {
    sequences.remove(text.articleId());
    texts.remove(text.sequence());
    eachFoundBy(text.sketch(), hash -> postings.remove(hash, text.sequence()));
  }

  private void forgetOldest(Changes changes) {
    while (!texts.isEmpty() && isTooMany()) {
      SeenText oldest = texts.firstEntry().getValue();
      forget(oldest);
      changes.delete(oldest.articleId());
    }
  }

  private boolean isTooMany() {
    return texts.size() > mostTexts
        || texts.firstEntry().getValue().fetched().isBefore(latest.minus(longest));
  }

  private static void eachFoundBy(TextSketch sketch, IntConsumer hashes) {
    int[] all = sketch.hashes();
    for (int i = 0; i < all.length; i++) {
      if (i >= FEWEST_FOUND_BY && Integer.toUnsignedLong(all[i]) >= FOUND_BY) {
        break;
      }
      hashes.accept(all[i]);
    }
  }
}
