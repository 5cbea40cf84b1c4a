package dev.dateline.ingest.poll;

import dev.dateline.ingest.feed.FeedEntry;
import dev.dateline.schemas.avro.SeenItem;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request that polling makes. Immutable; the entry of a page has been read. */
sealed interface Request {

  /** Returns what is asked for. */
  URI uri();

  /** Returns the host that it is asked of, in lower case. */
  default String host() {
    return uri().getHost().toLowerCase(Locale.ROOT);
  }

  /** Returns what was asked for before any redirect. */
  default Request original() {
    return this;
  }

  /** Returns the address to ask from now on, as far as we know. */
  default URI permanentUri() {
    return uri();
  }

  /**
   * What another request was sent on to: it waits for its host and its robots.txt like any other.
   *
   * @param original what was asked for first
   * @param permanentUri the last address that only permanent redirects led to
   * @param isPermanent whether all redirects so far were
   * @param hops how many there were
   */
  record Redirected(Request original, URI uri, URI permanentUri, boolean isPermanent, int hops)
      implements Request {

    /** Returns the request that follows one that was answered with a redirect. */
    static Redirected of(Request answered, Answer.SentOn to) {
      boolean permanentBefore = !(answered instanceof Redirected before) || before.isPermanent;
      boolean permanent = permanentBefore && to.permanent();
      int hops = answered instanceof Redirected before ? before.hops : 0;
      return new Redirected(
          answered.original(),
          to.target(),
          permanent ? to.target() : answered.permanentUri(),
          permanent,
          hops + 1);
    }
  }

  /** A site's robots.txt, before anything else of it. */
  record ForRobots(URI uri) implements Request {}

  /**
   * A feed, if it has changed.
   *
   * @param feed the feed's address, its key
   * @param etag what it answered with before; null when nothing
   * @param lastModified likewise
   * @param bodySha256 likewise; empty when nothing
   * @param marks of items whose text need not be read again
   */
  record ForFeed(
      String feed,
      URI uri,
      @Nullable String etag,
      @Nullable String lastModified,
      String bodySha256,
      Set<String> marks)
      implements Request {

    /** Returns the request for one of which nothing is known. */
    static ForFeed first(String feed, URI uri) {
      return new ForFeed(feed, uri, null, null, "", Set.of());
    }
  }

  /**
   * A sitemap that a feed, an index of sitemaps, names.
   *
   * @param feed the index's address, its key
   */
  record ForSitemap(String feed, URI uri) implements Request {}

  /**
   * The page of an item.
   *
   * @param feed the feed's address, its key
   * @param entry the item
   * @param item by what it is known
   * @param attempt counts the tries, from 1
   */
  record ForPage(String feed, FeedEntry entry, SeenItem item, URI uri, int attempt)
      implements Request {}
}
