package dev.dateline.ingest.poll;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.OneLine;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.avro.SeenItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The items of one feed that have been dealt with, and how one tells a version of an item from
 * another item.
 *
 * <p>An item is known by its identity. One whose identity is new but whose link is known, and known
 * of one item only, is that item under another guid. One whose identity is known but whose link,
 * headline and time are all others is another item under a guid that the feed uses again. Not
 * thread-safe.
 */
final class SeenItems {

  /** Most items remembered; their record stays below the topic's limit of a mebibyte. */
  static final int MOST = 4_000;

  /** Items remembered at least, and twice as many as the feed shows. */
  private static final int FEWEST = 200;

  private final LinkedHashMap<String, SeenItem> items = new LinkedHashMap<>();
  private final Map<String, Set<String>> identitiesOfLinks = new HashMap<>();

  /** Starts with what a state remembers. */
  SeenItems(List<SeenItem> remembered) {
    remembered.forEach(this::put);
  }

  /**
   * Returns what is known of the item: an earlier version of it, or the same; empty when new.
   *
   * @param shown the identities of all items the feed shows at present
   */
  Optional<SeenItem> find(SeenItem item, Set<String> shown) {
    SeenItem same = items.get(item.getIdentity());
    if (same != null) {
      return Optional.of(same);
    }
    if (item.getLink().isEmpty()) {
      return Optional.empty();
    }
    SeenItem found = null;
    for (String identity : identitiesOfLinks.getOrDefault(item.getLink(), Set.of())) {
      SeenItem sharing = items.get(identity);
      boolean another =
          found != null && sharing != null && !found.getArticleId().equals(sharing.getArticleId());
      if (another || shown.contains(identity)) {
        return Optional.empty(); // the link is not one item's own
      }
      found = sharing;
    }
    return Optional.ofNullable(found);
  }

  /** Tells whether the item's identity was another item's before. */
  boolean isReused(SeenItem item) {
    SeenItem known = items.get(item.getIdentity());
    return known != null && isOther(known, item);
  }

  /** Remembers the item as the latest. */
  void put(SeenItem item) {
    SeenItem before = items.remove(item.getIdentity());
    if (before != null) {
      unlink(before);
    }
    items.put(item.getIdentity(), item);
    if (!item.getLink().isEmpty()) {
      identitiesOfLinks
          .computeIfAbsent(item.getLink(), link -> new LinkedHashSet<>())
          .add(item.getIdentity());
    }
  }

  /**
   * Forgets the oldest.
   *
   * @param shown how many items the feed shows at present
   */
  void trim(int shown) {
    int most = Math.min(MOST, Math.max(FEWEST, 2 * shown));
    var oldest = items.values().iterator();
    for (int over = items.size() - most; over > 0; over--) {
      unlink(oldest.next());
      oldest.remove();
    }
  }

  /** Returns them, latest last. */
  List<SeenItem> all() {
    return new ArrayList<>(items.values());
  }

  /** Returns what tells a version of an item from another: headline, text, time of change. */
  static String version(ArticleDraft draft) {
    String title = draft.title() == null ? "" : draft.title();
    String modified = draft.modified() == null ? "" : draft.modified().toString();
    return Ids.of(title, draft.text(), modified);
  }

  /**
   * Returns by what an item is known, without an article yet.
   *
   * @param draft the item; its text plays no part
   */
  static SeenItem of(ArticleDraft draft, String version) {
    String title = draft.title() == null ? "" : draft.title();
    String url = draft.url() == null ? "" : draft.url();
    Instant published = draft.published() == null ? null : draft.published().instant();
    return SeenItem.newBuilder()
        .setIdentity(Ids.of(draft.address()))
        .setLink(url.isEmpty() || isHome(url) ? "" : Ids.of(url))
        .setTitle(title.isEmpty() ? "" : Ids.of(OneLine.of(title)))
        .setVersion(version)
        .setPublished(published)
        .build();
  }

  /** A site's first page is no item's own. */
  private static boolean isHome(String url) {
    return url.indexOf('/', url.indexOf("//") + 2) == url.length() - 1;
  }

  private void unlink(SeenItem item) {
    Set<String> sharing = identitiesOfLinks.get(item.getLink());
    if (sharing != null && sharing.remove(item.getIdentity()) && sharing.isEmpty()) {
      identitiesOfLinks.remove(item.getLink());
    }
  }

  private static boolean isOther(SeenItem known, SeenItem item) {
    return !known.getLink().equals(item.getLink())
        && !known.getTitle().equals(item.getTitle())
        && (known.getPublished() == null || !known.getPublished().equals(item.getPublished()));
  }
}
