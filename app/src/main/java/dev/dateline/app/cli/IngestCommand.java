package dev.dateline.app.cli;

import dev.dateline.app.demo.Notices;
import dev.dateline.app.feeds.PollNotices;
import dev.dateline.app.feeds.PushNotices;
import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.ingest.ConsoleProgress;
import dev.dateline.ingest.FileIngest;
import dev.dateline.ingest.IngestSettings;
import dev.dateline.ingest.IngestSummary;
import dev.dateline.ingest.poll.FeedIngest;
import dev.dateline.ingest.push.PushIngest;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes the articles of files, folders, feeds and those who push them. */
@Command(
    name = "ingest",
    description = {
      "Publish the articles of files, folders, feeds and senders to news.articles, each revision"
          + " once."
    },
    subcommands = ParseCommand.class)
final class IngestCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description =
          "Files and folders: texts, web pages, .jsonl, feeds and sitemaps, NITF, NewsML-G2, ninjs, WARC.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--watch", description = "Stay, and read what is added or changed.")
  private boolean watch;

  @Option(
      names = "--feeds",
      description = {
        "Stay, and poll the feeds of the list that `dateline feeds` looks after; any number of"
            + " instances share them."
      })
  private boolean feeds;

  @Mixin private PollOptions polling = new PollOptions();

  @Mixin private PushOptions pushing = new PushOptions();

  @Override
  public Integer call() throws Exception {
    if (paths.isEmpty() && !feeds && !pushing.wanted()) {
      throw new ParameterException(
          spec.commandLine(),
          "Missing what to ingest: give files or folders, --feeds, or --listen");
    }
    if (!paths.isEmpty() && paths.stream().noneMatch(Files::exists)) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + paths.get(0) + ": no such file or folder: check the path");
    }
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.open(kafka.settings()));
      List<Topic<?>> topics = new ArrayList<>(List.of(Topics.ARTICLES, Topics.INGEST_CURSORS));
      if (feeds) {
        topics.addAll(List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.SOURCE_HEALTH));
      }
      ServiceRunner.requireTopics(cluster, topics);
      Notices notices = new Notices(spec.commandLine().getErr());
      List<Callable<Integer>> work = new ArrayList<>();
      if (pushing.wanted()) {
        PushIngest pushed =
            resources.add(
                PushIngest.open(
                    cluster.properties(Map.of()),
                    pushing.settings(),
                    pushing.keys(),
                    Clock.systemUTC(),
                    new PushNotices(notices)));
        work.add(() -> untilClosed(pushed::run));
      }
      if (feeds) {
        FeedIngest polled =
            resources.add(
                new FeedIngest(
                    cluster.properties(Map.of()),
                    polling.settings(),
                    Clock.systemUTC(),
                    RandomGenerator.getDefault(),
                    new PollNotices(notices)));
        work.add(() -> untilClosed(polled::run));
      }
      if (!paths.isEmpty()) {
        work.add(() -> files(cluster, resources));
      }
      return work.size() == 1 ? work.get(0).call() : Together.run(work);
    }
  }

  private static int untilClosed(Runnable service) {
    service.run();
    return ExitStatus.OK.number();
  }

  private int files(Cluster cluster, Resources resources) throws InterruptedException {
    ConsoleProgress progress =
        resources.add(
            new ConsoleProgress(
                spec.commandLine().getErr(),
                System.err,
                Terminal.isErr(),
                Clock.systemUTC(),
                this::tell));
    FileIngest ingest =
        resources.add(
            FileIngest.of(
                paths,
                cluster.properties(Map.of()),
                IngestSettings.defaults(),
                Clock.systemUTC(),
                progress));
    IngestSummary summary = watch ? ingest.watch() : ingest.runOnce();
    if (summary.equals(IngestSummary.NONE)) {
      tell(summary);
    }
    return (summary.rejected() > 0 ? ExitStatus.REJECTED : ExitStatus.OK).number();
  }

  private void tell(IngestSummary summary) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(summary);
    out.flush();
  }
}
