package dev.dateline.bench;

import com.sun.net.httpserver.HttpServer;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.http.GuardedClient;
import dev.dateline.http.HttpFailure;
import dev.dateline.http.HttpReply;
import dev.dateline.http.HttpSettings;
import dev.dateline.http.OutboundRequest;
import dev.dateline.ingest.article.ArticleAssembler;
import dev.dateline.ingest.article.ArticleDraft;
import dev.dateline.ingest.article.ArticleRejectedException;
import dev.dateline.ingest.article.SourcePosition;
import dev.dateline.ingest.feed.Feed;
import dev.dateline.ingest.feed.FeedReader;
import dev.dateline.ingest.feed.FeedSource;
import dev.dateline.ingest.page.HtmlPage;
import dev.dateline.ingest.poll.PolledFeed;
import dev.dateline.ingest.publish.ArticlePublisher;
import dev.dateline.ingest.publish.PublisherSettings;
import dev.dateline.schemas.Ids;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Feeds and pages a second from a server on this machine: downloaded only, and downloaded, read and
 * published to an embedded broker, in the same run.
 *
 * <p>Both ask the one host for one document at a time over a kept connection, by the client that
 * polling uses, for bodies that the server keeps in gzip, as publishers do, or plain. What has come
 * is read by other threads and published by one, as in polling. Both are warmed up first and then
 * measured by turns, so that a machine that is busy for a while is so for both.
 *
 * <p>Feeds are fetched as they are the first time, when all their items are new, and as they are
 * from then on: one item has come, and the others were published before.
 */
final class IngestBench {

  private static final int ITEMS = 20;
  private static final int MOST_UNREAD = 64;

  /** How often all documents are fetched before the other part has its turn. */
  private static final int A_TURN = 30;

  private final List<byte[]> feeds;
  private final List<byte[]> pages;
  private final int rounds;
  private final boolean packed;
  private int published;

  /**
   * Makes one.
   *
   * @param texts what the items of the feeds say
   * @param pages web pages
   * @param rounds how often all of them are fetched
   * @param packed whether the server answers in gzip
   */
  IngestBench(List<Article> texts, List<byte[]> pages, int rounds, boolean packed) {
    this.feeds = feeds(texts);
    this.pages = List.copyOf(pages);
    this.rounds = rounds;
    this.packed = packed;
  }

  /**
   * What was measured of one kind of document.
   *
   * @param downloaded documents a second, downloaded only
   * @param published documents a second, downloaded, read and published
   * @param downloadCpuMillis processor time for one, of client and server
   * @param publishCpuMillis the same with that of reading, publishing and the broker
   */
  record Speed(
      double downloaded, double published, double downloadCpuMillis, double publishCpuMillis) {

    /** Returns how many times as long as the download alone it takes. */
    double ratio() {
      return downloaded / published;
    }
  }

  /**
   * What was measured.
   *
   * @param newFeeds feeds of which every item is new
   * @param knownFeeds feeds of which one item is new
   * @param articles that were published
   */
  record Result(Speed newFeeds, Speed knownFeeds, Speed pages, int articles) {}

  /** Measures them. */
  Result run(Path directory) throws IOException, InterruptedException {
    // Without it the JDK's server waits 40 ms for each answer's acknowledgement, which would
    // flatter us.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    server.setExecutor(threads);
    List<URI> feedAddresses = serve(server, "feed", "application/rss+xml", feeds);
    List<URI> pageAddresses = serve(server, "page", "text/html; charset=utf-8", pages);
    server.start();
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory));
        GuardedClient client =
            GuardedClient.open(HttpSettings.defaults().withPrivateAddresses(true))) {
      Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
      BenchTopics.create(properties, List.of(Topics.ARTICLES, Topics.INGEST_CURSORS));
      try (ArticlePublisher publisher =
          ArticlePublisher.open(
              properties, PublisherSettings.defaults(), Clock.systemUTC(), article -> {})) {
        Map<URI, PolledFeed> known = known(client, feedAddresses);
        return new Result(
            speed(client, feedAddresses, reply -> items(reply, polled(reply)), publisher, broker),
            speed(
                client,
                feedAddresses,
                reply -> items(reply, Objects.requireNonNull(known.get(reply.uri()))),
                publisher,
                broker),
            speed(client, pageAddresses, IngestBench::page, publisher, broker),
            published);
      }
    } catch (HttpFailure e) {
      throw new IOException(e);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private Speed speed(
      GuardedClient client,
      List<URI> addresses,
      Function<HttpReply, Supplier<List<ArticleDraft>>> reader,
      ArticlePublisher publisher,
      EmbeddedBroker broker)
      throws HttpFailure, InterruptedException {
    List<URI> turn = Stream.generate(() -> addresses).limit(A_TURN).flatMap(List::stream).toList();
    WarmUp.until(
        round -> {
          download(client, turn);
          publish(client, turn, reader, publisher);
        });
    long downloading = 0;
    long publishing = 0;
    long downloadCpu = 0;
    long publishCpu = 0;
    for (int round = 0; round < rounds; round++) {
      long startCpu = CpuTime.nanosWith(broker.processId());
      long start = System.nanoTime();
      download(client, turn);
      long downloaded = System.nanoTime();
      long downloadedCpu = CpuTime.nanosWith(broker.processId());
      publish(client, turn, reader, publisher);
      publisher.flush();
      downloading += downloaded - start;
      publishing += System.nanoTime() - downloaded;
      downloadCpu += downloadedCpu - startCpu;
      publishCpu += CpuTime.nanosWith(broker.processId()) - downloadedCpu;
    }
    double documents = (double) rounds * turn.size();
    return new Speed(
        documents / (downloading / 1e9),
        documents / (publishing / 1e9),
        downloadCpu / 1e6 / documents,
        publishCpu / 1e6 / documents);
  }

  /** Downloads one after the other. */
  private static void download(GuardedClient client, List<URI> addresses) throws HttpFailure {
    for (URI address : addresses) {
      client.send(OutboundRequest.get(address));
    }
  }

  /**
   * Downloads one after the other while others read what has come and one publishes it, as polling
   * does; the last may be committed later.
   */
  private void publish(
      GuardedClient client,
      List<URI> addresses,
      Function<HttpReply, Supplier<List<ArticleDraft>>> reader,
      ArticlePublisher publisher)
      throws HttpFailure, InterruptedException {
    ExecutorService reading =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    ExecutorService publishing = Executors.newSingleThreadExecutor();
    Semaphore room = new Semaphore(MOST_UNREAD);
    ArticleAssembler assembler = new ArticleAssembler(Clock.systemUTC(), Duration.ofDays(7));
    List<Future<?>> all = new ArrayList<>();
    try {
      for (URI address : addresses) {
        HttpReply reply = client.send(OutboundRequest.get(address));
        room.acquire();
        Future<Supplier<List<ArticleDraft>>> read = reading.submit(() -> reader.apply(reply));
        all.add(
            publishing.submit(
                () -> {
                  for (ArticleDraft draft : read.get().get()) {
                    publish(draft, assembler, publisher);
                  }
                  room.release();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading or publishing for a benchmark", e.getCause());
    } finally {
      reading.shutdownNow();
      publishing.shutdownNow();
    }
  }

  private void publish(ArticleDraft draft, ArticleAssembler assembler, ArticlePublisher publisher) {
    try {
      Article article = assembler.assemble(draft);
      // Each time another article, or it would be taken for published.
      article.setId(Ids.of(article.getId(), Integer.toString(published++)));
      publisher.publish(article, draft.address());
    } catch (ArticleRejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns feeds whose last item has not come yet, and whose others have been dealt with. */
  private static Map<URI, PolledFeed> known(GuardedClient client, List<URI> addresses)
      throws HttpFailure {
    Map<URI, PolledFeed> known = new HashMap<>();
    for (URI address : addresses) {
      HttpReply reply = client.send(OutboundRequest.get(address));
      PolledFeed feed = polled(reply);
      List<PolledFeed.Fresh> items = feed.fresh(read(reply).entries());
      items.subList(0, items.size() - 1).forEach(item -> feed.remember(item.item()));
      known.put(address, feed);
    }
    return known;
  }

  /** Reads the feed, and returns what tells its new items where one publishes for all feeds. */
  private static Supplier<List<ArticleDraft>> items(HttpReply reply, PolledFeed feed) {
    Feed read = read(reply);
    read.readTexts(feed.marks());
    return () -> feed.fresh(read.entries()).stream().map(item -> item.entry().draft()).toList();
  }

  private static PolledFeed polled(HttpReply reply) {
    return new PolledFeed(
        dev.dateline.schemas.avro.Feed.newBuilder()
            .setUrl(reply.uri().toString())
            .setAdded(Instant.EPOCH)
            .build(),
        null);
  }

  private static Feed read(HttpReply reply) {
    return FeedReader.read(
            reply.body(), FeedSource.fetched(reply.uri(), reply.charset().orElse(null)))
        .orElseThrow();
  }

  private static Supplier<List<ArticleDraft>> page(HttpReply reply) {
    String address = reply.uri().toString();
    ArticleDraft.Builder draft =
        ArticleDraft.builder(SourcePosition.wholeFile(address), address, address);
    if (!HtmlPage.read(reply.body(), reply.charset().orElse(null), reply.uri(), draft)) {
      throw new IllegalStateException(address + " is no text");
    }
    List<ArticleDraft> article = List.of(draft.build());
    return () -> article;
  }

  private List<URI> serve(HttpServer server, String name, String type, List<byte[]> bodies)
      throws IOException {
    List<URI> addresses = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      byte[] body = packed ? gzip(bodies.get(i)) : bodies.get(i);
      String path = "/" + name + "/" + i + "/";
      server.createContext(
          path,
          exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            if (packed) {
              exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(body);
            }
          });
      addresses.add(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
    }
    return addresses;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static List<byte[]> feeds(List<Article> texts) {
    List<byte[]> feeds = new ArrayList<>();
    for (int first = 0; first < texts.size(); first += ITEMS) {
      StringBuilder feed =
          new StringBuilder(
              "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>T</title>");
      for (Article text : texts.subList(first, Math.min(texts.size(), first + ITEMS))) {
        feed.append("<item><title>")
            .append(escaped(String.valueOf(text.getTitle())))
            .append("</title><link>https://news.example/")
            .append(text.getId())
            .append("</link><pubDate>Fri, 20 Nov 2020 08:30:00 GMT</pubDate><description>")
            .append(escaped("<p>" + text.getText().replace("\n\n", "</p><p>") + "</p>"))
            .append("</description></item>");
      }
      feeds.add(feed.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8));
    }
    return feeds;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
