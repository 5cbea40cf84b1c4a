package dev.dateline.sink.watch;

import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.Watchlist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All watchlists, matched together against a claim or an article by Lucene's Monitor.
 *
 * <p>The monitor indexes the queries by words they cannot do without, so that a document is held
 * only against the few it may match. Kept in memory. Thread-safe: documents are matched while
 * watchlists come and go.
 */
public final class WatchlistMonitor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchlistMonitor.class);
  private static final int UPDATE_BUFFER = 100_000;

  private final Map<String, Watchlist> watchlists = new ConcurrentHashMap<>();
  private final Monitor monitor;

  /** Makes one without watchlists. */
  public WatchlistMonitor() {
    try {
      monitor =
          new Monitor(
              WatchAnalysis.analyzer(),
              new TermFilteredPresearcher(),
              new MonitorConfiguration().setQueryUpdateBufferSize(UPDATE_BUFFER));
    } catch (IOException e) {
      throw new UncheckedIOException("making an index in memory", e);
    }
  }

  /**
   * Adds watchlists, each in the place of one of the same name. One whose query is not understood,
   * such as a newer Dateline's, matches nothing and is reported.
   */
  public void putAll(Collection<Watchlist> added) {
    List<MonitorQuery> queries = new ArrayList<>();
    for (Watchlist watchlist : added) {
      try {
        queries.add(
            new MonitorQuery(watchlist.getName(), WatchQueries.parse(watchlist.getQuery())));
        watchlists.put(watchlist.getName(), watchlist);
      } catch (WatchQueryException e) {
        LOG.warn(
            "watchlist {} is left out: its query at character {}: {}",
            watchlist.getName(),
            e.column(),
            e.fault());
        remove(watchlist.getName());
      }
    }
    try {
      monitor.register(queries);
    } catch (IOException e) {
      throw new UncheckedIOException("adding watchlists to the index in memory", e);
    }
  }

  /** Removes the watchlist of that name, if there is one. */
  public void remove(String name) {
    watchlists.remove(name);
    try {
      monitor.deleteById(name);
    } catch (IOException e) {
      throw new UncheckedIOException("removing a watchlist from the index in memory", e);
    }
  }

  /** Returns whether there is no watchlist. */
  public boolean isEmpty() {
    return watchlists.isEmpty();
  }

  /** Returns the watchlists a claim matches, by name. */
  public List<Watchlist> matching(JudgedClaim claim) {
    return watchlists.isEmpty() ? List.of() : matching(WatchDocuments.of(claim));
  }

  /** Returns the watchlists an article matches, by name. */
  public List<Watchlist> matching(EnrichedArticle article) {
    return watchlists.isEmpty() ? List.of() : matching(WatchDocuments.of(article));
  }

  private List<Watchlist> matching(Document document) {
    try {
      return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatches().stream()
          .map(QueryMatch::getQueryId)
          .sorted()
          .map(name -> Optional.ofNullable(watchlists.get(name)))
          .flatMap(Optional::stream)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("matching watchlists in memory", e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing an index in memory", e);
    }
  }
}
