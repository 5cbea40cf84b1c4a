package dev.dateline.ingest.feed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it was read.
 *
 * @param kind its format
 * @param title its name; null when it has none
 * @param site the page it is the feed of; null when it does not say
 * @param self its own address as it states it; null when it does not say
 * @param timeToLive how long its publisher says it stays as it is; null when it does not say
 * @param entries its items in its order
 * @param children the sitemaps that a sitemap index names; empty for every other kind
 * @param warnings what had to be mended in the feed as a whole; empty when nothing had
 */
public record Feed(
    Kind kind,
    @Nullable String title,
    @Nullable URI site,
    @Nullable URI self,
    @Nullable Duration timeToLive,
    List<FeedEntry> entries,
    List<URI> children,
    List<String> warnings) {

  /** The formats. */
  public enum Kind {
    /** RSS 0.91 to 2.0. */
    RSS,
    /** RSS 0.90, 1.0 and 1.1, written in RDF. */
    RDF,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** JSON Feed. */
    JSON_FEED,
    /** A sitemap, with or without news. */
    SITEMAP,
    /** A sitemap of sitemaps. */
    SITEMAP_INDEX
  }

  /**
   * Reads the texts of the items, which otherwise happens when they are asked for.
   *
   * @param known marks of items that need not be read, for they were before
   */
  public void readTexts(Set<String> known) {
    for (FeedEntry entry : entries) {
      if (!known.contains(entry.mark())) {
        entry.read();
      }
    }
  }

  /** Keeps the lists from changing. */
  public Feed {
    entries = List.copyOf(entries);
    children = List.copyOf(children);
    warnings = List.copyOf(warnings);
  }
}
