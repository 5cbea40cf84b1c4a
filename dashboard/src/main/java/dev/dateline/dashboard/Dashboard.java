package dev.dateline.dashboard;

import dev.dateline.dashboard.web.Site;
import dev.dateline.schemas.Topic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The dashboard: reads the topics, and serves page, API and stream of events, from start to close.
 * Thread-safe.
 */
public final class Dashboard implements AutoCloseable {

  private final TopicViews topics;
  private final Site site;
  private final DashboardSettings settings;

  private Dashboard(TopicViews topics, Site site, DashboardSettings settings) {
    this.topics = topics;
    this.site = site;
    this.settings = settings;
  }

  /**
   * Starts, and returns when the latest claims are read and the page can be opened. Articles,
   * entities, places and sources may still be coming in.
   *
   * @param clientProperties Kafka client properties by Kafka's names
   * @throws DashboardException with one line that says why it could not
   */
  public static Dashboard start(Map<String, Object> clientProperties, DashboardSettings settings) {
    TopicViews topics = TopicViews.start(clientProperties, settings);
    try {
      topics.awaitClaims();
      Site site = Site.start(clientProperties, settings, topics.views(), topics.hub(), topics);
      return new Dashboard(topics, site, settings);
    } catch (RuntimeException | InterruptedException e) {
      topics.close();
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        throw new DashboardException("starting the dashboard: interrupted", e);
      }
      throw (RuntimeException) e;
    }
  }

  /** Returns every topic that it reads. */
  public static List<Topic<?>> topics() {
    return TopicViews.topics();
  }

  /** Returns where a browser finds it. */
  public URI address() {
    String host = settings.host();
    String reachable = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    return URI.create(
        "http://"
            + (reachable.contains(":") ? "[" + reachable + "]" : reachable)
            + ":"
            + site.port()
            + "/");
  }

  /**
   * Waits until it has stopped.
   *
   * @return whether it has, in that time
   * @throws DashboardException if it stopped by itself
   */
  public boolean awaitStopped(Duration limit) throws InterruptedException {
    return topics.awaitStopped(limit);
  }

  @Override
  public void close() {
    // Streams first: an open one would hold up the server.
    topics.hub().close();
    site.close();
    topics.close();
  }
}
