package dev.dateline.dashboard.web;

import dev.dateline.dashboard.DashboardSettings;
import dev.dateline.dashboard.Liveness;
import dev.dateline.dashboard.read.LagProbe;
import dev.dateline.dashboard.read.RecordFetcher;
import dev.dateline.dashboard.view.Views;
import java.util.Map;

/** The server with what it asks the cluster itself. Thread-safe. */
public final class Site implements AutoCloseable {

  private final RecordFetcher fetcher;
  private final LagProbe lag;
  private final WebServer server;

  private Site(RecordFetcher fetcher, LagProbe lag, WebServer server) {
    this.fetcher = fetcher;
    this.lag = lag;
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @throws dev.dateline.dashboard.DashboardException if the port cannot be had
   */
  public static Site start(
      Map<String, Object> clientProperties,
      DashboardSettings settings,
      Views views,
      StreamHub hub,
      Liveness liveness) {
    RecordFetcher fetcher = new RecordFetcher(clientProperties);
    LagProbe lag = LagProbe.start(clientProperties);
    Api api =
        new Api(
            views,
            fetcher,
            lag,
            hub,
            () -> new Answers.Health(liveness.failure() == null, liveness.failure()),
            liveness::unreadable);
    try {
      return new Site(fetcher, lag, WebServer.start(settings, api, hub));
    } catch (RuntimeException e) {
      lag.close();
      fetcher.close();
      throw e;
    }
  }

  /** Returns the port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    lag.close();
    fetcher.close();
  }
}
