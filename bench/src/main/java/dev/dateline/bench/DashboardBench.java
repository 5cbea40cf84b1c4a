package dev.dateline.bench;

import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.avro.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/** What somebody with the dashboard open waits for. */
final class DashboardBench {

  /**
   * What was measured.
   *
   * @param firstClaimSeconds from the start of a demo to its first claim on an open page
   * @param alone latencies on one open page, in microseconds from when an article was due
   * @param pages open pages in the second part
   * @param heapMegabytes heap the server was given
   * @param heapUsedMegabytes heap it used at the end, garbage included
   * @param claims claims that came on one page meanwhile
   * @param expected claims that should have come on all pages together, by those on one
   * @param arrived claims that came on all the other pages together
   * @param together latencies on that page while all are open
   */
  record Result(
      double firstClaimSeconds,
      Histogram alone,
      int pages,
      int heapMegabytes,
      long heapUsedMegabytes,
      long claims,
      long expected,
      long arrived,
      Histogram together) {}

  static final double ARTICLES_PER_SECOND = 20;

  private static final Duration RUN = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration DEMO_LIMIT = Duration.ofSeconds(90);
  private static final int HEAP_MEGABYTES = 256;
  private static final int WARM_UP_ARTICLES = 600;
  private static final String ANNOUNCEMENT = "dashboard at ";

  private final Annotator annotator;
  private final List<Article> source;
  private final int pages;

  DashboardBench(Annotator annotator, List<Article> source, int pages) {
    this.annotator = annotator;
    this.source = source;
    this.pages = pages;
  }

  Result run(Path directory) throws IOException, InterruptedException {
    double first = firstClaim(directory.resolve("demo"));
    try (StreamRun run = StreamRun.start(directory.resolve("stream"), annotator::annotate)) {
      WarmUp.until(
          round ->
              run.throughput(BenchArticles.repeat(source, WARM_UP_ARTICLES, "warm-up-" + round)));
      Process server =
          java(
                  "-Xmx" + HEAP_MEGABYTES + "m",
                  DashboardServer.class.getName(),
                  run.bootstrapServers())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader said = server.inputReader()) {
        URI address = URI.create(said.readLine());
        return measured(run, server, said, address, first);
      } finally {
        server.destroy();
      }
    }
  }

  private Result measured(
      StreamRun run, Process server, BufferedReader said, URI address, double first)
      throws IOException, InterruptedException {
    Map<String, Long> due = new ConcurrentHashMap<>();
    Queue<Long> latencies = new ConcurrentLinkedQueue<>();
    OpenPages watched = new OpenPages();
    watched.open(
        address,
        1,
        article -> {
          Long sent = due.get(article);
          if (sent != null) {
            latencies.add(System.nanoTime() - sent);
          }
        });
    publish(run, "first", due, watched);
    latencies.clear();
    publish(run, "alone", due, watched);
    Histogram alone = histogram(latencies);
    latencies.clear();
    OpenPages others = new OpenPages();
    others.open(address, pages - 1);
    long before = watched.claims();
    publish(run, "together", due, watched);
    long claims = watched.claims() - before;
    long expected = claims * (pages - 1);
    await(() -> others.claims() >= expected);
    long arrived = others.claims();
    server.outputWriter().close();
    long heapUsed = Long.parseLong(said.readLine());
    return new Result(
        first,
        alone,
        pages,
        HEAP_MEGABYTES,
        heapUsed,
        claims,
        expected,
        arrived,
        histogram(latencies));
  }

  /** Publishes at a steady rate, and returns when no more claims come on the page. */
  private void publish(StreamRun run, String name, Map<String, Long> due, OpenPages watched)
      throws InterruptedException {
    int count = (int) (ARTICLES_PER_SECOND * RUN.toSeconds());
    long before = run.claimsReadable();
    long onPage = watched.claims();
    run.publishSteadily(BenchArticles.repeat(source, count, name), ARTICLES_PER_SECOND, due::put);
    run.awaitThrough(count);
    long expected = run.claimsReadable() - before;
    await(() -> watched.claims() - onPage >= expected);
  }

  /** Waits for it for a minute; what did not come shows in the figures. */
  private static void await(BooleanSupplier there) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
    }
  }

  private static Histogram histogram(Collection<Long> latencies) {
    Histogram histogram = new Histogram(Duration.ofMinutes(5).toNanos() / 1000, 3);
    latencies.forEach(nanos -> histogram.recordValue(Math.max(1, nanos / 1000)));
    return histogram;
  }

  /** Runs the demo as a person would, and opens its page as soon as it says where. */
  private static double firstClaim(Path data) throws IOException, InterruptedException {
    String command = System.getProperty("sun.java.command", "").split(" ", 2)[0];
    long start = System.nanoTime();
    Process demo =
        java(command, "demo", "--data", data.toString(), "--dashboard-port", "0")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader errors = demo.errorReader()) {
      String line = errors.readLine();
      while (line != null && !line.contains(ANNOUNCEMENT)) {
        line = errors.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("running the demo: it ended before it served a page");
      }
      URI address = URI.create(line.substring(line.indexOf(ANNOUNCEMENT) + ANNOUNCEMENT.length()));
      CountDownLatch claim = new CountDownLatch(1);
      new OpenPages().open(address, 1, article -> claim.countDown());
      if (!claim.await(DEMO_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("running the demo: no claim came in " + DEMO_LIMIT);
      }
      return (System.nanoTime() - start) / 1e9;
    } finally {
      demo.descendants().forEach(ProcessHandle::destroy);
      demo.destroy();
      demo.waitFor();
    }
  }

  private static ProcessBuilder java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.add("-Ddateline.root=" + System.getProperty("dateline.root", "."));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }
}
