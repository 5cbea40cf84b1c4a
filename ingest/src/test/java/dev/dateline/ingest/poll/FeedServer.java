package dev.dateline.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Feeds on many hosts, which are addresses of the loopback network: 127.0.1.1 and on.
 *
 * <p>A feed shows half of its items when it is first asked and all of them from then on; one item
 * in ten is only a summary of a page, which redirects. Honours ETag. Keeps when each host was
 * asked. Thread-safe.
 */
final class FeedServer implements AutoCloseable {

  private final OffsetDateTime started = OffsetDateTime.now(ZoneOffset.UTC).withNano(0);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final int hosts;
  private final int items;
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();
  private final Map<String, List<Long>> requests = new ConcurrentHashMap<>();

  FeedServer(int hosts, int items) throws IOException {
    this.hosts = hosts;
    this.items = items;
    this.server = HttpServer.create(new InetSocketAddress(0), 500);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Returns the address of a feed; the feeds go round the hosts. */
  String feed(int number) {
    int host = number % hosts;
    return "http://127.0."
        + (1 + host / 250)
        + "."
        + (1 + host % 250)
        + ":"
        + port()
        + "/feed/"
        + number;
  }

  /** Returns the shortest time between two requests to the same host, in milliseconds. */
  long shortestGap() {
    long shortest = Long.MAX_VALUE;
    for (List<Long> times : requests.values()) {
      List<Long> sorted = times.stream().sorted().toList();
      for (int i = 1; i < sorted.size(); i++) {
        shortest = Math.min(shortest, sorted.get(i) - sorted.get(i - 1));
      }
    }
    return shortest;
  }

  int requests() {
    return requests.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String host = exchange.getLocalAddress().getAddress().getHostAddress();
    requests
        .computeIfAbsent(host, name -> Collections.synchronizedList(new ArrayList<>()))
        .add(System.currentTimeMillis());
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/feed/")) {
      feed(exchange, "http://" + host + ":" + port(), path.substring(6));
    } else if (path.startsWith("/page/")) {
      exchange.getResponseHeaders().set("Location", "/story/" + path.substring(6));
      send(exchange, 302, "text/plain", "");
    } else if (path.startsWith("/story/")) {
      String name = path.substring(7);
      send(
          exchange,
          200,
          "text/html",
          "<html><head><title>Page "
              + name
              + "</title></head><body><article><p>"
              + ("The page " + name + " says far more than the summary does. ").repeat(8)
              + "</p></article></body></html>");
    } else {
      send(exchange, 404, "text/plain", "");
    }
  }

  private void feed(HttpExchange exchange, String site, String number) throws IOException {
    int times = asked.merge(number, 1, Integer::sum);
    int shown = times == 1 ? items / 2 : items;
    String etag = "\"" + shown + "\"";
    exchange.getResponseHeaders().set("ETag", etag);
    if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      send(exchange, 304, "text/plain", "");
      return;
    }
    StringBuilder feed =
        new StringBuilder("<rss version='2.0'><channel><title>Feed " + number + "</title>");
    for (int item = shown - 1; item >= 0; item--) {
      String name = number + "-" + item;
      String text = "Item " + name + " in full. ".repeat(60);
      feed.append("<item><guid isPermaLink='false'>")
          .append(name)
          .append("</guid><title>Item ")
          .append(name)
          .append("</title><link>")
          .append(site)
          .append("/page/")
          .append(name)
          .append("</link><pubDate>")
          .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(started))
          .append("</pubDate><description>")
          .append("In short.")
          .append("</description>");
      if (item % 10 != 3) {
        feed.append("<content:encoded>").append(text).append("</content:encoded>");
      }
      feed.append("</item>");
    }
    send(exchange, 200, "application/rss+xml", feed.append("</channel></rss>").toString());
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
    exchange.close();
  }
}
