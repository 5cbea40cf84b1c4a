package dev.dateline.ingest.poll;

import dev.dateline.ingest.publish.FeedPublisher;
import dev.dateline.schemas.avro.Feed;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SeenItem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of one partition of the feed list, and the one who publishes for them. Not thread-safe.
 *
 * <p>All feeds of a host are in one partition, so an article that several of an outlet's feeds show
 * is found here by its link, and is fetched and published once.
 */
final class PolledPartition implements AutoCloseable {

  private static final int MOST_LINKS = 200_000;

  private final FeedPublisher publisher;
  private final long end;
  private final Map<String, PolledFeed> feeds = new LinkedHashMap<>();
  private final Set<PolledFeed> dirty = new LinkedHashSet<>();
  private final Map<String, String> articlesOfLinks =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_LINKS;
        }
      };
  private final Map<String, Feed> listed = new HashMap<>();
  private boolean started;

  /**
   * Takes charge of a partition.
   *
   * @param end the offset up to which the list has to be read before the feeds in it are asked, so
   *     that one removed meanwhile is not
   */
  PolledPartition(FeedPublisher publisher, long end) {
    this.publisher = publisher;
    this.end = end;
    publisher.states().values().forEach(state -> state.getSeen().forEach(this::link));
  }

  FeedPublisher publisher() {
    return publisher;
  }

  /** Returns the feeds' states. */
  Collection<FeedState> states() {
    return feeds.values().stream().map(PolledFeed::state).toList();
  }

  @Nullable PolledFeed feed(String url) {
    return feeds.get(url);
  }

  /** Returns the article that an item with this link became, in whatever feed it stood. */
  Optional<String> articleOf(SeenItem item) {
    return item.getLink().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(articlesOfLinks.get(item.getLink()));
  }

  /** Takes note that the item has been dealt with. */
  void remember(PolledFeed feed, SeenItem item) {
    feed.remember(item);
    link(item);
  }

  /** Takes a record of the list. */
  Optional<PolledFeed> listed(String url, @Nullable Feed feed) {
    if (!started) {
      if (feed == null) {
        listed.remove(url);
      } else {
        listed.put(url, feed);
      }
      return Optional.empty();
    }
    if (feed == null) {
      removed(url);
      return Optional.empty();
    }
    return Optional.of(take(url, feed));
  }

  /**
   * Starts the feeds when the list has been read.
   *
   * @return those to ask; empty before, and after the first time
   */
  Collection<PolledFeed> startAt(long position) {
    if (started || position < end) {
      return List.of();
    }
    started = true;
    listed.forEach(this::take);
    publisher.states().keySet().stream()
        .filter(url -> !feeds.containsKey(url))
        .forEach(publisher::forget);
    listed.clear();
    publisher.states().clear();
    return List.copyOf(feeds.values());
  }

  /** Keeps the feed's state with what is published next. */
  void touch(PolledFeed feed) {
    dirty.add(feed);
  }

  /**
   * Adds the states that have changed to the transaction, and what there is to tell of them.
   *
   * @return whether there was any
   */
  boolean keepStates(Instant now) {
    boolean any = !dirty.isEmpty();
    for (PolledFeed feed : dirty) {
      if (feeds.containsKey(feed.url())) {
        SourceWatch.news(feed.state(), now).ifPresent(publisher::keep);
        publisher.keep(feed.snapshot());
      }
    }
    dirty.clear();
    return any;
  }

  @Override
  public void close() {
    publisher.close();
  }

  private PolledFeed take(String url, Feed feed) {
    PolledFeed known = feeds.get(url);
    if (known != null) {
      known.replace(feed);
      return known;
    }
    PolledFeed polled = new PolledFeed(feed, publisher.states().get(url));
    feeds.put(url, polled);
    return polled;
  }

  private void removed(String url) {
    PolledFeed gone = feeds.remove(url);
    if (gone != null) {
      publisher.forget(url);
    }
  }

  private void link(SeenItem item) {
    if (!item.getLink().isEmpty() && !item.getArticleId().isEmpty()) {
      articlesOfLinks.put(item.getLink(), item.getArticleId());
    }
  }
}
