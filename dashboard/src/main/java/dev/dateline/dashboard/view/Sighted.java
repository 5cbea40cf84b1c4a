package dev.dateline.dashboard.view;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one entity or place from the articles that name it. Guarded by its view.
 *
 * <p>Articles are counted once each as long as they are among the latest.
 */
final class Sighted {

  private static final int MOST_VARIANTS = 40;
  private static final int MOST_ARTICLES = 30;

  private final String id;
  private final Map<String, Integer> variants = new LinkedHashMap<>();
  private final Map<String, Integer> roles = new LinkedHashMap<>();
  private final Deque<String> articles = new ArrayDeque<>();
  private String name;
  private String kind;
  private @Nullable PlaceCard place;
  private int articleCount;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  Sighted(String id, String name, String kind) {
    this.id = id;
    this.name = name;
    this.kind = kind;
  }

  void name(String latest, String latestKind) {
    name = Clip.of(latest, Clip.NAME);
    kind = latestKind;
  }

  void place(PlaceCard latest) {
    place = latest;
  }

  void variants(Collection<String> seen) {
    seen.forEach(each -> count(variants, each));
  }

  void role(@Nullable String role) {
    if (role != null) {
      count(roles, role);
    }
  }

  void article(String articleId, Instant eventTime) {
    first = first.isBefore(eventTime) ? first : eventTime;
    last = last.isAfter(eventTime) ? last : eventTime;
    if (articles.contains(articleId)) {
      return;
    }
    articleCount++;
    articles.addFirst(articleId);
    if (articles.size() > MOST_ARTICLES) {
      articles.removeLast();
    }
  }

  private static void count(Map<String, Integer> counts, String text) {
    String clipped = Clip.of(text, Clip.NAME);
    if (counts.size() < MOST_VARIANTS || counts.containsKey(clipped)) {
      counts.merge(clipped, 1, Integer::sum);
    }
  }

  SightedCard card() {
    return new SightedCard(
        id,
        name,
        kind,
        place,
        counts(variants),
        counts(roles),
        articleCount,
        List.copyOf(articles),
        first.equals(Instant.MAX) ? null : first,
        last.equals(Instant.MIN) ? null : last);
  }

  private static List<SightedCard.Count> counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(each -> new SightedCard.Count(each.getKey(), each.getValue()))
        .toList();
  }

  long bytes() {
    long all = 400 + Clip.bytes(id) + Clip.bytes(name) + (place == null ? 0 : place.bytes());
    for (String each : variants.keySet()) {
      all += 80 + Clip.bytes(each);
    }
    for (String each : roles.keySet()) {
      all += 80 + Clip.bytes(each);
    }
    return all + articles.size() * 90L;
  }
}
