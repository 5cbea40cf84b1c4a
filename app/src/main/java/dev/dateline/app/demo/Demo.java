package dev.dateline.app.demo;

import dev.dateline.app.cli.ExitStatus;
import dev.dateline.app.cli.Home;
import dev.dateline.app.cli.Resources;
import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.print.Page;
import dev.dateline.app.service.Drain;
import dev.dateline.app.service.Pipeline;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.dashboard.Dashboard;
import dev.dateline.dashboard.DashboardException;
import dev.dateline.dashboard.DashboardSettings;
import dev.dateline.enrich.Annotator;
import dev.dateline.enrich.AnnotatorSettings;
import dev.dateline.enrich.stream.EnrichApp;
import dev.dateline.ingest.FileIngest;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.IngestSummary;
import dev.dateline.ledger.stream.LedgerApp;
import dev.dateline.schemas.Topics;
import dev.dateline.sink.stream.SinkApp;
import dev.dateline.streams.StreamsApplication;
import dev.dateline.streams.StreamsSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Help.Ansi;

/**
 * The whole way in one process: an embedded broker, ingest, enrich, ledger and sink, with what
 * comes out of them shown to a person.
 */
public final class Demo {

  /**
   * The annotator's settings: the usual ones, but patient, since a demo reads its first article
   * while the JVM is cold and everything starts at once. Stays below what a transaction may take.
   */
  public static final AnnotatorSettings ANNOTATOR_SETTINGS =
      new AnnotatorSettings(
          Duration.ofSeconds(30), AnnotatorSettings.DEFAULT_MOST_CODE_POINTS, null, null);

  private final DemoSettings settings;
  private final PrintWriter out;
  private final Page page;
  private final Notices notices;

  /**
   * Makes one.
   *
   * @param out where articles and claims go
   * @param err where progress and rejections go
   * @param ansi whether in colour
   * @param columns the environment's {@code COLUMNS}; anything but a number is taken as 80
   */
  public Demo(DemoSettings settings, PrintWriter out, PrintWriter err, Ansi ansi, String columns) {
    this.settings = settings;
    this.out = out;
    this.page = new Page(out, ansi, Page.widthOf(columns));
    this.notices = new Notices(err);
  }

  /** Runs to the end of the input, or until the process is told to stop. */
  public ExitStatus run() throws InterruptedException {
    try (Resources resources = Resources.closedOnStop()) {
      // The models load while the broker starts.
      CompletableFuture<Annotator> annotator =
          CompletableFuture.supplyAsync(() -> Annotator.create(ANNOTATOR_SETTINGS), Demo::inThread);
      notices.progress("starting Kafka in " + Home.display(settings.dataDirectory()));
      Cluster cluster = resources.add(startCluster());
      createTopics(cluster);
      notices.progress("loading the language models");
      List<StreamsApplication> applications = applications(join(annotator));
      StreamReader reader = resources.add(StreamReader.start(cluster, new Newspaper(page)));
      Pipeline pipeline = resources.add(Pipeline.start(applications, streams(cluster)));
      FileIngest ingest = resources.add(ingest(cluster));
      notices.progress("reading");
      if (!settings.once()) {
        Dashboard dashboard = resources.add(dashboard(cluster));
        notices.line("dashboard at " + dashboard.address());
        return watch(pipeline, ingest);
      }
      IngestSummary summary = ingest.runOnce();
      pipeline.awaitRunning();
      try (Drain drain = new Drain(cluster)) {
        drain.await(applications, pipeline::requireAlive);
      }
      Counts counts = reader.finish();
      notices.clear();
      new Ending(page, settings).show(summary, counts);
      out.flush();
      return summary.rejected() > 0 ? ExitStatus.REJECTED : ExitStatus.OK;
    }
  }

  private ExitStatus watch(Pipeline pipeline, FileIngest ingest) throws InterruptedException {
    CompletableFuture<Void> failure =
        CompletableFuture.runAsync(
            () -> {
              try {
                pipeline.awaitEnd();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              } finally {
                ingest.close();
              }
            },
            Demo::inThread);
    ingest.watch();
    join(failure);
    return ExitStatus.OK;
  }

  /** Takes a free port where its usual one is taken; one that was asked for must be had. */
  private Dashboard dashboard(Cluster cluster) {
    DashboardSettings wanted = settings.dashboard();
    try {
      return Dashboard.start(cluster.properties(Map.of()), wanted);
    } catch (DashboardException e) {
      if (wanted.port() != DashboardSettings.DEFAULT_PORT) {
        throw e;
      }
      return Dashboard.start(cluster.properties(Map.of()), wanted.at(wanted.host(), 0));
    }
  }

  private Cluster startCluster() {
    return Cluster.start(
        new ClusterSettings(null, settings.dataDirectory(), Map.of()), settings.broker());
  }

  private static void createTopics(Cluster cluster) {
    try (Admin admin = cluster.admin()) {
      new TopicAdmin(admin).createMissing(Topics.all());
    }
  }

  private static List<StreamsApplication> applications(Annotator annotator) {
    return List.of(new EnrichApp(annotator::annotate), new LedgerApp(), new SinkApp());
  }

  private static StreamsSettings streams(Cluster cluster) {
    return StreamsSettings.of(cluster.bootstrapServers(), cluster.stateDirectory());
  }

  private FileIngest ingest(Cluster cluster) {
    return FileIngest.of(
        settings.paths(),
        cluster.properties(Map.of()),
        IngestSettings.defaults(),
        Clock.systemUTC(),
        new IngestNotices(notices, settings.once() ? summary -> {} : this::lookedThrough));
  }

  private void lookedThrough(IngestSummary summary) {
    notices.clear();
    notices.line(
        summary
            + "; watching "
            + String.join(" ", settings.paths().stream().map(Home::display).toList())
            + ", Ctrl-C ends");
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private static void inThread(Runnable work) {
    Thread thread = new Thread(work, "demo");
    thread.setDaemon(true);
    thread.start();
  }
}
