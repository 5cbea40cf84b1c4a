package dev.dateline.bench;

import dev.dateline.enrich.Annotator;
import dev.dateline.schemas.avro.AnnotationOutcome;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.EnrichedArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the stream adds to and takes from the annotator: throughput, latency, and Kafka alone. */
final class StreamBench {

  /**
   * What was measured, all in one run on the same cores, the stream and the annotator alone by
   * turns.
   *
   * @param articles over how many the stream and the annotator alone were measured; Kafka alone
   *     over a third of them
   * @param cores processors of the machine
   * @param oneThreadArticles articles a second of the annotator alone, on one thread
   * @param annotatorArticles articles a second of the annotator alone, a thread for each core
   * @param streamArticles articles a second end to end, exactly once, the broker on the same cores
   * @param kafkaArticles the same topologies with an annotator that does nothing
   * @param annotatorCpuMillis processor time an article of the annotator alone, in milliseconds
   * @param streamCpuMillis processor time an article of everything end to end, the broker included
   * @param loadArticles articles a second while the latencies were taken: in each turn half of what
   *     the stream had just done
   * @param latencies how many latencies were taken, one a claim
   * @param p50Millis half of the claims were readable within this time
   * @param p99Millis 99 of 100 were
   */
  record Result(
      int articles,
      int cores,
      double oneThreadArticles,
      double annotatorArticles,
      double streamArticles,
      double kafkaArticles,
      double annotatorCpuMillis,
      double streamCpuMillis,
      double loadArticles,
      long latencies,
      double p50Millis,
      double p99Millis) {

    /** Returns the stream's speed as a share of the annotator's own on one thread. */
    double keptOfOneThread() {
      return streamArticles / oneThreadArticles;
    }

    /** Returns the stream's speed as a share of the annotator's own on all cores. */
    double kept() {
      return streamArticles / annotatorArticles;
    }

    /**
     * Returns the same share by processor time, which other work on the machine does not change.
     */
    double keptOfCpu() {
      return annotatorCpuMillis / streamCpuMillis;
    }
  }

  private static final Duration LATENCY_RUN = Duration.ofSeconds(20);
  private static final double LOAD = 0.5;

  /** A machine that is busy for a while is so for the stream and for the annotator alone. */
  private static final int TURNS = 3;

  private final Annotator annotator;
  private final List<Article> source;
  private final int count;

  StreamBench(Annotator annotator, List<Article> source, int count) {
    this.annotator = annotator;
    this.source = source;
    this.count = count;
  }

  Result run(Path directory) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    List<Article> articles = BenchArticles.repeat(source, count, "alone");
    AnnotateBench alone = new AnnotateBench(annotator, articles);
    alone.articlesPerSecond(cores);
    Turns oneThread = new Turns();
    Turns allCores = new Turns();
    Turns stream = new Turns();
    long annotatorCpu = 0;
    long streamCpu = 0;
    Histogram latencies = new Histogram(StreamRun.LONGEST_MICROS, 3);
    try (StreamRun run = StreamRun.start(directory.resolve("real"), annotator::annotate)) {
      warmLatencies(run, warm(run) * LOAD);
      for (int turn = 1; turn <= TURNS; turn++) {
        long before = run.cpuNanos();
        double speed = run.throughput(BenchArticles.repeat(source, count, "turn-" + turn));
        streamCpu += run.cpuNanos() - before;
        stream.add(speed);
        latencies.add(latencies(run, "latency-" + turn, speed * LOAD));
        before = CpuTime.ownNanos();
        allCores.add(alone.articlesPerSecond(cores));
        annotatorCpu += CpuTime.ownNanos() - before;
        oneThread.add(alone.articlesPerSecond(1));
      }
    }
    double kafka;
    try (StreamRun run = StreamRun.start(directory.resolve("idle"), StreamBench::nothing)) {
      warm(run);
      kafka = run.throughput(articles);
    }
    return new Result(
        count * TURNS,
        cores,
        oneThread.perSecond(),
        allCores.perSecond(),
        stream.perSecond(),
        kafka,
        annotatorCpu / 1e6 / count / TURNS,
        streamCpu / 1e6 / count / TURNS,
        stream.perSecond() * LOAD,
        latencies.getTotalCount(),
        latencies.getValueAtPercentile(50) / 1000.0,
        latencies.getValueAtPercentile(99) / 1000.0);
  }

  /** Small transactions run other code than large ones, which has to be warm as well. */
  private void warmLatencies(StreamRun run, double load) throws InterruptedException {
    WarmUp.until(round -> latencies(run, "steady-" + round, load));
  }

  private Histogram latencies(StreamRun run, String name, double load) throws InterruptedException {
    int number = (int) Math.max(20, load * LATENCY_RUN.toSeconds());
    return run.latencies(BenchArticles.repeat(source, number, name), load);
  }

  /** Speeds over the same number of articles each, taken by turns with others. */
  private static final class Turns {
    private double seconds;
    private int turns;

    void add(double perSecond) {
      seconds += 1 / perSecond;
      turns++;
    }

    double perSecond() {
      return turns / seconds;
    }
  }

  /** Returns the speed of the last round. */
  private double warm(StreamRun run) throws InterruptedException {
    double[] speed = new double[1];
    WarmUp.until(
        round ->
            speed[0] = run.throughput(BenchArticles.repeat(source, count, "warm-up-" + round)));
    return speed[0];
  }

  private static EnrichedArticle nothing(Article article) {
    return EnrichedArticle.newBuilder()
        .setArticle(article)
        .setOutcome(AnnotationOutcome.ANNOTATED)
        .build();
  }
}
