package dev.dateline.ingest.poll;

import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.feed.FeedEntry;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedFailure;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SeenItem;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One feed of the list, with where we stand with it. Not thread-safe.
 *
 * <p>What a server is asked with the next time (ETag and the like) is taken over only when every
 * item of an answer has been dealt with: a process that dies before asks for the same again.
 */
public final class PolledFeed {

  private Feed feed;
  private final FeedState state;
  private final SeenItems seen;
  private final Set<String> underWay = new HashSet<>();

  /** The versions of the items that the last answer showed, by their marks. */
  private Map<String, String> versions = Map.of();

  private int open;
  private int shownItems;
  private Answer.@Nullable Validators pending;

  /**
   * An item that has to be published, or looked up first.
   *
   * @param entry the item
   * @param item by what it is known; with the article it became before, if it did
   * @param isNew whether it is no version of an item that was seen
   */
  public record Fresh(FeedEntry entry, SeenItem item, boolean isNew) {}

  /**
   * Starts a feed.
   *
   * @param kept its state; null when it has none yet
   */
  public PolledFeed(Feed feed, @Nullable FeedState kept) {
    this.feed = feed;
    this.state =
        kept == null
            ? FeedState.newBuilder().setUrl(feed.getUrl()).setAddress(feed.getUrl()).build()
            : kept;
    this.seen = new SeenItems(state.getSeen());
  }

  String url() {
    return feed.getUrl();
  }

  FeedState state() {
    return state;
  }

  /** Takes the list's newer record of it. */
  void replace(Feed newer) {
    feed = newer;
  }

  /** Returns when to ask it; empty when it was given up and not been added again since. */
  Optional<Instant> due(Instant now) {
    Instant asked = state.getLastAsked();
    if (asked == null) {
      return Optional.of(now);
    }
    if (state.getNextDue() == null) {
      return feed.getAdded().isAfter(asked) ? Optional.of(now) : Optional.empty();
    }
    return Optional.of(state.getNextDue());
  }

  Request request() {
    return new Request.ForFeed(
        url(),
        URI.create(state.getAddress()),
        state.getEtag(),
        state.getLastModified(),
        state.getBodySha256(),
        marks());
  }

  /** Returns the marks of items that need not be read again. */
  public Set<String> marks() {
    return versions.keySet();
  }

  /** Returns the items that are new or changed, oldest first, and remembers the others anew. */
  public List<Fresh> fresh(List<FeedEntry> entries) {
    List<FeedEntry> oldestFirst =
        new ArrayList<>(entries.subList(0, Math.min(entries.size(), SeenItems.MOST)));
    Collections.reverse(oldestFirst);
    List<SeenItem> items =
        oldestFirst.stream().map(entry -> SeenItems.of(entry.head(), version(entry))).toList();
    noteVersions(oldestFirst, items);
    Set<String> shown = new HashSet<>();
    Set<String> links = new HashSet<>();
    Set<String> shared = new HashSet<>();
    for (SeenItem item : items) {
      shown.add(item.getIdentity());
      if (!links.add(item.getLink())) {
        shared.add(item.getLink());
      }
    }
    List<Fresh> fresh = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      take(oldestFirst.get(i), items.get(i), shown, shared).ifPresent(fresh::add);
    }
    shownItems = oldestFirst.size();
    return fresh;
  }

  private String version(FeedEntry entry) {
    String known = entry.isRead() ? null : versions.get(entry.mark());
    return known == null ? SeenItems.version(entry.draft()) : known;
  }

  private void noteVersions(List<FeedEntry> entries, List<SeenItem> items) {
    Map<String, String> shown = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      if (!entries.get(i).mark().isEmpty()) {
        shown.put(entries.get(i).mark(), items.get(i).getVersion());
      }
    }
    versions = Map.copyOf(shown);
  }

  private Optional<Fresh> take(
      FeedEntry given, SeenItem shownAs, Set<String> shown, Set<String> sharedLinks) {
    FeedEntry entry = given;
    SeenItem item = shownAs;
    String url = entry.head().url();
    if (url != null && seen.isReused(item)) {
      entry = FeedEntry.of(PageArticle.withAddress(entry.draft(), url), entry.summaryOnly());
      item = SeenItems.of(entry.draft(), item.getVersion());
    }
    if (sharedLinks.contains(item.getLink())) {
      item.setLink(""); // it leads to a page of several items, so nothing is known by it
    }
    Optional<SeenItem> known = seen.find(item, shown);
    if (known.isPresent()) {
      item.setArticleId(known.get().getArticleId());
      if (known.get().getVersion().equals(item.getVersion())) {
        seen.put(item);
        return Optional.empty();
      }
    }
    return underWay.contains(item.getIdentity())
        ? Optional.empty()
        : Optional.of(new Fresh(entry, item, known.isEmpty()));
  }

  /** Remembers an item that has been dealt with. */
  public void remember(SeenItem item) {
    underWay.remove(item.getIdentity());
    seen.put(item);
  }

  /** Tells that something has to be fetched before the answer has been dealt with. */
  void opened(@Nullable SeenItem item) {
    open++;
    if (item != null) {
      underWay.add(item.getIdentity());
    }
  }

  /** Tells that it has been fetched, or never will be. */
  void closed() {
    open--;
  }

  /** Tells whether all of the answer has been dealt with. */
  boolean isSettled() {
    return open == 0;
  }

  /** Takes note of an answer with something new in it. */
  void changed(Answer.Changed answer, Instant now) {
    state.setAddress(answer.address().toString());
    state.setTitle(answer.feed().title());
    answered(answer.status(), now);
    pending = answer.validators();
  }

  /** Takes note of an answer with nothing new in it. */
  void unchanged(Answer.Unchanged answer, Instant now) {
    answered(answer.status(), now);
    pending = answer.validators();
  }

  private void answered(int status, Instant now) {
    state.setStatus(status);
    state.setLastAnswered(millis(now));
    state.setFailures(0);
    state.setFailure(FeedFailure.NONE);
    state.setFailureMessage(null);
  }

  /** Takes note of a failure; tells whether it is of another kind than the last. */
  boolean failed(Answer.Failed answer) {
    boolean news = state.getFailure() != answer.kind();
    state.setStatus(answer.status());
    state.setFailures(state.getFailures() + 1);
    state.setFailure(answer.kind());
    state.setFailureMessage(answer.message());
    return news;
  }

  /** Takes note of what is expected, and of when it is asked next. */
  void scheduled(@Nullable Double itemsPerDay, int fresh, @Nullable Instant next, Instant now) {
    state.setItemsPerDay(itemsPerDay);
    SourceWatch.looked(state, fresh, state.getLastAsked(), now);
    if (fresh > 0) {
      state.setLastNew(millis(now));
    }
    state.setLastAsked(millis(now));
    state.setNextDue(next == null ? null : millis(next));
  }

  /** Returns the state as it is to be kept. */
  public FeedState snapshot() {
    if (isSettled() && pending != null) {
      state.setEtag(pending.etag());
      state.setLastModified(pending.lastModified());
      state.setBodySha256(pending.bodySha256());
      pending = null;
    }
    seen.trim(shownItems);
    state.setSeen(seen.all());
    return state;
  }

  /** Returns when the items were published, as far as they say so. */
  static List<Instant> dates(List<FeedEntry> entries) {
    return entries.stream()
        .map(FeedEntry::head)
        .map(ArticleDraft::published)
        .flatMap(published -> Optional.ofNullable(published).stream())
        .map(published -> published.instant())
        .toList();
  }

  private static Instant millis(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS);
  }
}
