package dev.dateline.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.broker.TemporaryDirectory;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import dev.dateline.schemas.avro.Article;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the annotator and the stream, and prints figures with their ratios. */
@Command(
    name = "bench",
    description = "Measure the annotator and the stream.",
    synopsisSubcommandLabel =
        "(annotate | stream | ledger | sink | ingest | push | dashboard | loops)")
public final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What every benchmark takes. */
  static final class Input {
    @Parameters(
        paramLabel = "FILE",
        arity = "0..*",
        description =
            "Articles to run on; without any, ../shared/articles/wikinews.jsonl beside the checkout where"
                + " it exists, else seeds.")
    List<Path> files = List.of();

    @Option(
        names = "--articles",
        paramLabel = "N",
        defaultValue = "1000",
        description = "How many articles to run, going round the given ones.")
    int articles = 1000;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    boolean json;

    List<Article> read() {
      return BenchArticles.read(files.isEmpty() ? defaults() : files);
    }

    private static List<Path> defaults() {
      Path home = Path.of(System.getProperty("dateline.root", "."));
      Path shared = home.resolve("../shared/articles/wikinews.jsonl").normalize();
      return List.of(
          Files.exists(shared) ? shared : home.resolve("seeds/000_deb4d5127912b402.txt"));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Missing command: annotate, stream, ledger, sink, ingest, push, dashboard or loops");
  }

  @Command(
      name = "annotate",
      description = "Articles and tokens a second of the annotator, beside OpenNLP's chain alone.")
  int annotate(@Mixin Input input) throws InterruptedException {
    List<Article> articles = BenchArticles.repeat(input.read(), input.articles, "annotate");
    Annotator annotator = Annotator.create(AnnotatorSettings.defaults());
    AnnotateBench.Result result = new AnnotateBench(annotator, articles).run();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("articles", result.articles());
    figures.put("tokens", result.tokens());
    figures.put("openNlpChainTokensPerSecond", Math.round(result.chainTokens()));
    figures.put("annotatorTokensPerSecond", Math.round(result.annotatorTokens()));
    figures.put("chainToAnnotator", rounded(result.chainRatio()));
    figures.put("annotatorArticlesPerSecond", rounded(result.annotatorArticles()));
    figures.put("threads", result.threads());
    figures.put("annotatorArticlesPerSecondAllCores", rounded(result.annotatorArticlesAllCores()));
    print(figures, input.json);
    return 0;
  }

  @Command(
      name = "stream",
      description =
          "Articles a second through an embedded broker, exactly once; latency at half load; Kafka alone.")
  int stream(@Mixin Input input) throws IOException, InterruptedException {
    List<Article> articles = input.read();
    Annotator annotator = Annotator.create(AnnotatorSettings.defaults());
    StreamBench.Result result = onItsOwn(new StreamBench(annotator, articles, input.articles)::run);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("articles", result.articles());
    figures.put("cores", result.cores());
    figures.put("annotatorArticlesPerSecondAllCores", rounded(result.annotatorArticles()));
    figures.put("annotatorArticlesPerSecondOneThread", rounded(result.oneThreadArticles()));
    figures.put("streamArticlesPerSecond", rounded(result.streamArticles()));
    figures.put("streamToAnnotatorOneThread", rounded(result.keptOfOneThread()));
    figures.put("streamToAnnotator", rounded(result.kept()));
    figures.put("annotatorCpuMillisPerArticle", rounded(result.annotatorCpuMillis()));
    figures.put("streamCpuMillisPerArticle", rounded(result.streamCpuMillis()));
    figures.put("streamToAnnotatorByCpu", rounded(result.keptOfCpu()));
    figures.put("kafkaAloneArticlesPerSecond", rounded(result.kafkaArticles()));
    figures.put("kafkaAloneToStream", rounded(result.kafkaArticles() / result.streamArticles()));
    figures.put("loadArticlesPerSecond", rounded(result.loadArticles()));
    figures.put("latencies", result.latencies());
    figures.put("latencyP50Millis", rounded(result.p50Millis()));
    figures.put("latencyP99Millis", rounded(result.p99Millis()));
    print(figures, input.json);
    return 0;
  }

  @Command(
      name = "ledger",
      description = {
        "Claims a second through the ledger alone, exactly once, its memory full: many subjects "
            + "with ten claims each, and one subject with very many."
      })
  int ledger(
      @Mixin Input input,
      @Option(
              names = "--subjects",
              paramLabel = "N",
              defaultValue = "1000",
              description = "How many subjects, ten claims each. Default: ${DEFAULT-VALUE}.")
          int subjects,
      @Option(
              names = "--on-one",
              paramLabel = "N",
              defaultValue = "1000",
              description = "How many claims on the one subject. Default: ${DEFAULT-VALUE}.")
          int onOne)
      throws IOException, InterruptedException {
    LedgerBench bench =
        new LedgerBench(Annotator.create(AnnotatorSettings.defaults()), input.read());
    LedgerBench.Result spread = onItsOwn(directory -> bench.run(directory, subjects, 10));
    LedgerBench.Result one = onItsOwn(directory -> bench.run(directory, 1, onOne));
    Map<String, Object> figures = new LinkedHashMap<>();
    put(figures, "spread", spread);
    put(figures, "onOne", one);
    figures.put("onOneToSpread", rounded(one.claimsPerSecond() / spread.claimsPerSecond()));
    print(figures, input.json);
    return 0;
  }

  private static void put(Map<String, Object> figures, String which, LedgerBench.Result result) {
    figures.put(which + "Subjects", result.subjects());
    figures.put(which + "Propositions", result.propositions());
    figures.put(which + "Claims", result.claims());
    figures.put(which + "ClaimsPerSecond", rounded(result.claimsPerSecond()));
    figures.put(which + "CpuMillisPerClaim", rounded(result.cpuMillisPerClaim()));
    result
        .verdicts()
        .forEach(
            (verdict, count) ->
                figures.put(which + " " + verdict.toString().toLowerCase(Locale.ROOT), count));
  }

  @Command(
      name = "sink",
      description = {
        "Records a second through the sink alone, exactly once, beside a topology that "
            + "only reads them; then how long alerts take with many watchlists while claims "
            + "come in steadily."
      })
  int sink(
      @Mixin Input input,
      @Option(
              names = "--watchlists",
              paramLabel = "N",
              defaultValue = "10000",
              description = "How many watchlists. Default: ${DEFAULT-VALUE}.")
          int watchlists,
      @Option(
              names = "--rate",
              paramLabel = "N",
              defaultValue = "200",
              description = "Claims a second that meet them. Default: ${DEFAULT-VALUE}.")
          int rate,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "60",
              description = "For how long. Default: ${DEFAULT-VALUE}.")
          int seconds)
      throws IOException, InterruptedException {
    List<Article> articles = BenchArticles.repeat(input.read(), input.articles, "sink");
    SinkBench bench = new SinkBench(Annotator.create(AnnotatorSettings.defaults()), articles);
    // One run of each warms up, so that neither has the cold JVM.
    onItsOwn(bench::nothing);
    onItsOwn(bench::sink);
    SinkBench.Throughput nothing = onItsOwn(bench::nothing);
    SinkBench.Throughput sink = onItsOwn(bench::sink);
    SinkBench.Watching watching =
        onItsOwn(
            directory -> bench.watching(directory, watchlists, rate, Duration.ofSeconds(seconds)));
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("cores", Runtime.getRuntime().availableProcessors());
    figures.put("recordsIn", sink.in());
    figures.put("recordsOut", sink.out());
    figures.put("sinkRecordsInPerSecond", rounded(sink.perSecond()));
    figures.put("readingAloneRecordsPerSecond", rounded(nothing.perSecond()));
    figures.put("sinkToReadingAlone", rounded(sink.perSecond() / nothing.perSecond()));
    figures.put("sinkCpuMillisPerRecordIn", rounded(sink.cpuMillis()));
    figures.put("readingAloneCpuMillisPerRecord", rounded(nothing.cpuMillis()));
    figures.put("watchlists", watching.watchlists());
    figures.put("monitorAloneClaimsPerSecond", rounded(watching.monitorClaims()));
    figures.put("claimsIn", watching.sent());
    figures.put("claimsInPerSecond", rounded(watching.perSecond()));
    figures.put("alertsRaised", watching.alerts());
    figures.put("claimToAlertP50Millis", millis(watching.latencies(), 50));
    figures.put("claimToAlertP99Millis", millis(watching.latencies(), 99));
    figures.put("coresKeptBusy", rounded(watching.cores()));
    figures.put("secondsBehindAtTheEnd", rounded(watching.secondsBehind()));
    print(figures, input.json);
    return 0;
  }

  @Command(
      name = "ingest",
      description = {
        "Feeds and pages a second from a server on this machine: downloaded only, and downloaded, read"
            + " and published to Kafka, and how many times as long that takes (at most 2 is wanted).",
        "New feeds hold 20 whole articles that were never seen; known feeds the same, of which one"
            + " has come since they were last asked for.",
        "Both use the client of polling and ask for one document at a time over a kept connection;"
            + " both are warmed up and measured by turns. The server answers in gzip that it has at"
            + " hand, as publishers do; with --plain it does not."
      })
  int ingest(
      @Mixin Input input,
      @Option(
              names = "--pages",
              paramLabel = "FOLDER",
              description =
                  "Web pages to fetch; without it, ../shared/corpora/pages beside the checkout, else"
                      + " one made of the first article.")
          @Nullable Path pages,
      @Option(
              names = "--rounds",
              paramLabel = "N",
              defaultValue = "5",
              description =
                  "How many turns of thirty times all of them are measured. Default: ${DEFAULT-VALUE}.")
          int rounds,
      @Option(names = "--plain", description = "Let the server answer without compression.")
          boolean plain)
      throws IOException, InterruptedException {
    List<Article> articles = BenchArticles.repeat(input.read(), input.articles, "ingest");
    IngestBench bench =
        new IngestBench(articles, BenchPages.read(pages, articles.get(0)), rounds, !plain);
    IngestBench.Result result = onItsOwn(bench::run);
    Map<String, Object> figures = new LinkedHashMap<>();
    put(figures, "newFeed", result.newFeeds());
    put(figures, "knownFeed", result.knownFeeds());
    put(figures, "page", result.pages());
    figures.put("articlesPublished", result.articles());
    print(figures, input.json);
    return 0;
  }

  private static void put(Map<String, Object> figures, String what, IngestBench.Speed speed) {
    figures.put(what + "sDownloadedPerSecond", rounded(speed.downloaded()));
    figures.put(what + "sPublishedPerSecond", rounded(speed.published()));
    figures.put(what + "DownloadsToPublished", rounded(speed.ratio()));
    figures.put(what + "DownloadedCpuMillis", rounded(speed.downloadCpuMillis()));
    figures.put(what + "PublishedCpuMillis", rounded(speed.publishCpuMillis()));
  }

  @Command(
      name = "push",
      description = {
        "Push articles over HTTP at a steady rate while the broker is stopped and started: how fast"
            + " they are answered, and whether any is lost."
      })
  int push(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..*",
              description =
                  "What the articles say; without any, ../shared/articles/wikinews.jsonl beside the"
                      + " checkout where it exists, else seeds.")
          @Nullable List<Path> files,
      @Option(
              names = "--rate",
              paramLabel = "N",
              defaultValue = "500",
              description = "Articles a second, each a request. Default: ${DEFAULT-VALUE}.")
          int rate,
      @Option(
              names = "--seconds",
              paramLabel = "N",
              defaultValue = "60",
              description = "For how long. Default: ${DEFAULT-VALUE}.")
          int seconds,
      @Option(names = "--json", description = "Print one JSON object instead of a table.")
          boolean json)
      throws IOException, InterruptedException {
    Input input = new Input();
    input.files = files == null ? List.of() : files;
    PushBench.Result result =
        onItsOwn(new PushBench(input.read(), rate, Duration.ofSeconds(seconds))::run);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("articlesSent", result.sent());
    figures.put("articlesPerSecond", rounded(result.sent() / result.seconds()));
    figures.put("answeredMillisP50", millis(result.all(), 50));
    figures.put("answeredMillisP99", millis(result.all(), 99));
    figures.put("answeredMillisMost", rounded(result.all().getMaxValue() / 1e3));
    figures.put("withBrokerAnsweredMillisP99", millis(result.steady(), 99));
    figures.put("secondsWithoutBroker", rounded(result.downSeconds()));
    figures.put("secondsUntilMadeUpFor", rounded(result.awaySeconds()));
    figures.put("withoutBrokerAnsweredMillisP50", millis(result.away(), 50));
    figures.put("withoutBrokerAnsweredMillisP99", millis(result.away(), 99));
    figures.put("toldToComeAgain", result.toldToComeAgain());
    figures.put("otherAnswers", result.otherAnswers());
    figures.put("lost", result.lost());
    figures.put("doubled", result.doubled());
    print(figures, json);
    return 0;
  }

  @Command(
      name = "dashboard",
      description =
          "From the start of a demo to its first claim on the page; from an article to its claim on an"
              + " open page at 20 articles a second, with many pages open and 256 MiB of heap.")
  int dashboard(
      @Mixin Input input,
      @Option(
              names = "--pages",
              paramLabel = "N",
              defaultValue = "200",
              description = "How many pages are open. Default: ${DEFAULT-VALUE}.")
          int pages)
      throws IOException, InterruptedException {
    Annotator annotator = Annotator.create(AnnotatorSettings.defaults());
    DashboardBench.Result result =
        onItsOwn(new DashboardBench(annotator, input.read(), Math.max(2, pages))::run);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("demoToFirstClaimOnPageSeconds", rounded(result.firstClaimSeconds()));
    figures.put("articlesPerSecond", DashboardBench.ARTICLES_PER_SECOND);
    figures.put("articleToPageP50Millis", millis(result.alone(), 50));
    figures.put("articleToPageP99Millis", millis(result.alone(), 99));
    figures.put("openPages", result.pages());
    figures.put("claimsOnEachPage", result.claims());
    figures.put("claimsOnOtherPages", result.arrived());
    figures.put("claimsExpectedOnOtherPages", result.expected());
    figures.put("allOpenArticleToPageP50Millis", millis(result.together(), 50));
    figures.put("allOpenArticleToPageP99Millis", millis(result.together(), 99));
    figures.put("serverHeapMegabytes", result.heapMegabytes());
    figures.put("serverHeapUsedMegabytes", result.heapUsedMegabytes());
    print(figures, input.json);
    return 0;
  }

  @Command(name = "loops", description = "The inner loops, by JMH.")
  int loops(
      @Parameters(
              paramLabel = "JMH-OPTION",
              arity = "0..*",
              description = "Options of JMH, after --; without any, every loop with its defaults.")
          @Nullable List<String> options)
      throws Exception {
    Main.main(
        options == null
            ? new String[] {"dev.dateline.bench.loops"}
            : options.toArray(String[]::new));
    return 0;
  }

  /** A benchmark that starts a broker. */
  private interface WithBroker<R> {
    R run(Path directory) throws IOException, InterruptedException;
  }

  /** Runs a benchmark in a directory that is gone afterwards. */
  private static <R> R onItsOwn(WithBroker<R> benchmark) throws IOException, InterruptedException {
    try (TemporaryDirectory directory = TemporaryDirectory.create("dateline-bench")) {
      return benchmark.run(directory.path());
    }
  }

  private void print(Map<String, Object> figures, boolean json) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      try {
        out.println(new ObjectMapper().writeValueAsString(figures));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("writing benchmark figures", e);
      }
    } else {
      figures.forEach(
          (name, value) ->
              out.println(String.format(Locale.ROOT, "%-38s %12s", words(name), value)));
    }
    out.flush();
  }

  private static String words(String name) {
    return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  private static double millis(Histogram micros, int percentile) {
    return rounded(micros.getValueAtPercentile(percentile) / 1e3);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
