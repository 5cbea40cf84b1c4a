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
   * What was measured, all in one run on the same cores.
   *
   * @param articles how many articles each throughput was measured over
   * @param cores processors of the machine
   * @param oneThreadArticles articles a second of the annotator alone, on one thread
   * @param annotatorArticles articles a second of the annotator alone, a thread for each core
   * @param streamArticles articles a second end to end, exactly once, the broker on the same cores
   * @param kafkaArticles the same topologies with an annotator that does nothing
   * @param annotatorCpuMillis processor time an article of the annotator alone, in milliseconds
   * @param streamCpuMillis processor time an article of everything end to end, the broker included
   * @param loadArticles articles a second while the latencies were taken
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
    List<Article> articles = BenchArticles.repeat(source, count, "stream");
    AnnotateBench alone = new AnnotateBench(annotator, articles);
    alone.articlesPerSecond(cores);
    double stream;
    double streamCpu;
    double load;
    double annotatorArticles;
    Histogram latencies;
    try (StreamRun run = StreamRun.start(directory.resolve("real"), annotator::annotate)) {
      warm(run);
      long before = run.cpuNanos();
      stream = run.throughput(articles);
      streamCpu = millisEach(run.cpuNanos() - before);
      load = stream * LOAD;
      int number = (int) Math.max(20, load * LATENCY_RUN.toSeconds());
      latencies = run.latencies(BenchArticles.repeat(source, number, "latency"), load);
    }
    long before = CpuTime.ownNanos();
    annotatorArticles = alone.articlesPerSecond(cores);
    double annotatorCpu = millisEach(CpuTime.ownNanos() - before);
    double oneThread = alone.articlesPerSecond(1);
    double kafka;
    try (StreamRun run = StreamRun.start(directory.resolve("idle"), StreamBench::nothing)) {
      warm(run);
      kafka = run.throughput(articles);
    }
    return new Result(
        count,
        cores,
        oneThread,
        annotatorArticles,
        stream,
        kafka,
        annotatorCpu,
        streamCpu,
        load,
        latencies.getTotalCount(),
        latencies.getValueAtPercentile(50) / 1000.0,
        latencies.getValueAtPercentile(99) / 1000.0);
  }

  private void warm(StreamRun run) {
    WarmUp.until(round -> run.throughput(BenchArticles.repeat(source, count, "warm-up-" + round)));
  }

  private double millisEach(long nanos) {
    return nanos / 1e6 / count;
  }

  private static EnrichedArticle nothing(Article article) {
    return EnrichedArticle.newBuilder()
        .setArticle(article)
        .setOutcome(AnnotationOutcome.ANNOTATED)
        .build();
  }
}
