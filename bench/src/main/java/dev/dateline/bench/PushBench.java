package dev.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.ingest.publish.KafkaClients;
import dev.dateline.ingest.push.PushIngest;
import dev.dateline.ingest.push.PushKeys;
import dev.dateline.ingest.push.PushListener;
import dev.dateline.ingest.push.PushSettings;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pushes articles at a steady rate to an embedded broker that is stopped and started in the middle,
 * and counts what was answered, how fast, and what can be read in the end.
 *
 * <p>A request is sent when it is due, whether others have been answered or not, and its latency is
 * counted from then. One that is told to come again does so after the time it is told.
 */
final class PushBench {

  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CONNECTIONS = 200;
  private static final String KEY = "key-of-the-benchmark-only";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Article> texts;
  private final int perSecond;
  private final Duration length;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger toldToComeAgain = new AtomicInteger();
  private final AtomicInteger otherAnswers = new AtomicInteger();
  private final Histogram steady = histogram();
  private final Histogram away = histogram();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private int underWay;
  private volatile @Nullable URI address;

  /**
   * Makes one.
   *
   * @param texts what the articles say
   * @param perSecond articles a second
   * @param length for how long
   */
  PushBench(List<Article> texts, int perSecond, Duration length) {
    this.texts = List.copyOf(texts);
    this.perSecond = perSecond;
    this.length = length;
  }

  /**
   * What was measured.
   *
   * @param sent articles that were sent, each until it was accepted
   * @param steady latencies of requests that were due while Kafka was there, in microseconds, to
   *     the first answer of any kind
   * @param away the same of those that were due from the stop until the broker was there again
   * @param downSeconds how long the broker was away
   * @param awaySeconds how long after the stop the last of these was accepted
   * @param toldToComeAgain answers 429 and 503
   * @param otherAnswers answers that were neither these nor 202
   * @param lost accepted articles that cannot be read from the topic
   * @param doubled articles that can be read more than once
   */
  record Result(
      int sent,
      double seconds,
      Histogram steady,
      Histogram away,
      double downSeconds,
      double awaySeconds,
      int toldToComeAgain,
      int otherAnswers,
      int lost,
      int doubled) {

    /** Returns the latencies of all requests. */
    Histogram all() {
      Histogram all = steady.copy();
      all.add(away);
      return all;
    }
  }

  /** Measures. */
  Result run(Path directory) throws IOException, InterruptedException {
    BrokerSettings settings = BrokerSettings.of(directory.resolve("broker"));
    EmbeddedBroker broker = EmbeddedBroker.start(settings);
    Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServers());
    BenchTopics.create(client, List.of(Topics.ARTICLES, Topics.INGEST_CURSORS));
    Path keys = Files.writeString(directory.resolve("push.keys"), "bench " + KEY);
    try (PushIngest ingest =
        PushIngest.open(
            client,
            PushSettings.defaults(),
            PushKeys.read(keys),
            Clock.systemUTC(),
            new Silent())) {
      Thread publishing = new Thread(ingest::run, "publish");
      publishing.start();
      address = URI.create("http://localhost:" + ingest.port() + "/articles");
      Phaser open = new Phaser(1);
      long start = System.nanoTime();
      int warm = send(0, start, start + WARM_UP.toNanos(), histogram(), open);
      open.arriveAndAwaitAdvance();

      long begin = System.nanoTime();
      long stop = begin + length.toNanos() / 2;
      int next = send(warm, begin, stop, steady, open);
      AtomicLong madeUpFor = new AtomicLong();
      Phaser during =
          new Phaser(1) {
            @Override
            protected boolean onAdvance(int phase, int registered) {
              madeUpFor.set(System.nanoTime());
              return true;
            }
          };
      String bootstrap = broker.bootstrapServers();
      EmbeddedBroker running = broker;
      Restart restart = new Restart(settings, running, bootstrap);
      CompletableFuture<EmbeddedBroker> restarted = CompletableFuture.supplyAsync(restart::run);
      long end = begin + length.toNanos();
      long dueUntil = stop;
      // Those that are due while it is away belong together, and are waited for together.
      while (dueUntil < end && !restarted.isDone()) {
        long until = Math.min(end, dueUntil + TimeUnit.MILLISECONDS.toNanos(20));
        next = send(next, dueUntil, until, away, during);
        dueUntil = until;
      }
      during.arriveAndDeregister();
      next = send(next, dueUntil, end, steady, open);
      double seconds = (System.nanoTime() - begin) / 1e9;
      broker = restarted.join();
      await(during::isTerminated);
      long made = during.isTerminated() ? madeUpFor.get() : System.nanoTime();
      double awaySeconds = (made - stop) / 1e9;
      await(() -> open.getUnarrivedParties() == 1);
      Map<String, Integer> read = read(client);
      Set<String> lost = new HashSet<>(accepted);
      lost.removeAll(read.keySet());
      return new Result(
          next - warm,
          seconds,
          steady,
          away,
          restart.seconds,
          awaySeconds,
          toldToComeAgain.get(),
          otherAnswers.get(),
          lost.size() + next - accepted.size(),
          (int) read.values().stream().filter(times -> times > 1).count());
    } finally {
      broker.close();
    }
  }

  /** Stops the broker and starts it again at the same address. */
  private static final class Restart {
    private final BrokerSettings settings;
    private final EmbeddedBroker broker;
    private final int port;
    private volatile double seconds;

    Restart(BrokerSettings settings, EmbeddedBroker broker, String bootstrap) {
      this.settings = settings;
      this.broker = broker;
      this.port = Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    }

    EmbeddedBroker run() {
      long stop = System.nanoTime();
      broker.close();
      EmbeddedBroker again = EmbeddedBroker.start(settings.withPort(port));
      seconds = (System.nanoTime() - stop) / 1e9;
      return again;
    }
  }

  /** Sends what is due between two times; returns the number of the next article. */
  private int send(int first, long from, long until, Histogram latencies, Phaser open)
      throws InterruptedException {
    int next = first;
    for (long sent = 0; ; sent++) {
      long due = from + sent * TimeUnit.SECONDS.toNanos(1) / perSecond;
      if (due >= until) {
        return next;
      }
      long ahead = due - System.nanoTime();
      if (ahead > 0) {
        TimeUnit.NANOSECONDS.sleep(ahead);
      }
      open.register();
      send(body(next++), due, latencies, open);
    }
  }

  private void send(String body, long due, @Nullable Histogram latencies, Phaser open) {
    Runnable send = () -> sendNow(body, due, latencies, open);
    synchronized (waiting) {
      if (underWay >= CONNECTIONS) {
        waiting.add(send);
        return;
      }
      underWay++;
    }
    send.run();
  }

  /** A sender has only so many connections; what it has to wait for one counts too. */
  private void next() {
    Runnable next;
    synchronized (waiting) {
      next = waiting.poll();
      underWay -= next == null ? 1 : 0;
    }
    if (next != null) {
      next.run();
    }
  }

  private void sendNow(String body, long due, @Nullable Histogram latencies, Phaser open) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    CompletableFuture<HttpResponse<String>> unused =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
            .whenComplete(
                (answer, failure) -> {
                  if (latencies != null) {
                    latencies.recordValue(Math.max(1, (System.nanoTime() - due) / 1_000));
                  }
                  answered(body, answer, open);
                  next();
                });
  }

  private void answered(String body, @Nullable HttpResponse<String> answer, Phaser open) {
    int status = answer == null ? 0 : answer.statusCode();
    if (answer != null && status == 202) {
      accepted.add(id(answer.body()));
      open.arriveAndDeregister();
      return;
    }
    if (answer != null && (status == 429 || status == 503)) {
      toldToComeAgain.incrementAndGet();
      long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
      CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS)
          .execute(() -> send(body, 0, null, open));
      return;
    }
    otherAnswers.incrementAndGet();
    open.arriveAndDeregister();
  }

  private String body(int number) {
    Article text = texts.get(number % texts.size());
    ObjectNode article = JSON.createObjectNode();
    article.put("id", Integer.toString(number));
    article.put("title", text.getTitle());
    article.put("text", text.getText());
    return article.toString();
  }

  private static String id(String body) {
    try {
      JsonNode receipts = JSON.readTree(body);
      return receipts.at("/articles/0/id").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static Map<String, Integer> read(Map<String, Object> client) {
    Map<String, Integer> times = new HashMap<>();
    try (Consumer<String, byte[]> consumer = KafkaClients.committedConsumer(client, "bench")) {
      KafkaClients.readAll(
          consumer,
          KafkaClients.requireTopic(consumer, Topics.ARTICLES),
          record -> times.merge(record.key(), 1, Integer::sum));
    }
    return times;
  }

  private static Histogram histogram() {
    return new ConcurrentHistogram(Duration.ofMinutes(10).toNanos() / 1_000, 3);
  }

  /** Says nothing. */
  private static final class Silent implements PushListener {
    @Override
    public void listening(URI address) {}

    @Override
    public void stalled(String message) {}

    @Override
    public void recovered() {}
  }
}
