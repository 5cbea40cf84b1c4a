package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.app.kafka.RecordWriter;
import dev.dateline.app.print.Page;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Alert;
import dev.dateline.schemas.avro.Throttle;
import dev.dateline.schemas.avro.Watchlist;
import dev.dateline.schemas.avro.WebhookFormat;
import dev.dateline.sink.Alerts;
import dev.dateline.sink.watch.WatchQueries;
import dev.dateline.sink.watch.WatchQueryException;
import dev.dateline.sink.watch.WatchlistMonitor;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Manages the saved searches of news.watchlists. */
@Command(
    name = "watch",
    description = {
      "Save searches that raise an alert for every claim or article they match.",
      "Queries are in Lucene's syntax; docs/reference/watchlists.md lists the fields."
    },
    synopsisSubcommandLabel = "(add | list | remove | test)")
final class WatchCommand implements Runnable {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern THROTTLE = Pattern.compile("(\\d{1,6})/(\\d{1,4})([smhd])");
  private static final long MOST_SHOWN = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: add, list, remove or test");
  }

  @Command(name = "add", description = "Add a watchlist, or change the one of that name.")
  int add(
      @Mixin KafkaOptions kafka,
      @Mixin WebhookOptions webhooks,
      @Parameters(paramLabel = "NAME", description = "Letters, digits, dots, dashes, underscores.")
          String name,
      @Parameters(paramLabel = "QUERY", description = "What to look for, 'claimant:maliar'.")
          String query,
      @Option(
              names = "--webhook",
              paramLabel = "URL",
              description = "Where `dateline deliver` posts its alerts. Default: nowhere.")
          @Nullable String webhook,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "STANDARD",
              description = {
                "What is posted: standard (Standard Webhooks), slack, mattermost or discord."
                    + " Default: standard."
              })
          WebhookFormat format,
      @Option(
              names = "--throttle",
              paramLabel = "N/TIME",
              description = {
                "At most N alerts in TIME, like 5/1h or 20/1d; the rest comes as one digest when the"
                    + " time is over. Default: no limit."
              })
          @Nullable String throttle) {
    requireName(name);
    requireQuery(query);
    Watchlist watchlist =
        Watchlist.newBuilder()
            .setName(name)
            .setQuery(query)
            .setWebhook(webhook == null ? null : requireUrl(webhook))
            .setWebhookFormat(format)
            .setThrottle(throttle == null ? null : requireThrottle(throttle))
            .setCreated(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .build();
    return with(
        kafka,
        cluster -> {
          RecordWriter.write(cluster, Topics.WATCHLISTS, name, watchlist);
          PrintWriter out = spec.commandLine().getOut();
          out.println("added " + name);
          if (webhook != null) {
            RecordWriter.write(cluster, Topics.DISABLED_WEBHOOKS, webhook, null);
            out.println("signing secret for the receiver: " + webhooks.secrets().secretOf(webhook));
          }
        });
  }

  @Command(name = "list", description = "Print every watchlist, one a line.")
  int list(@Mixin KafkaOptions kafka) {
    return with(
        kafka,
        cluster -> {
          PrintWriter out = spec.commandLine().getOut();
          Map<String, Watchlist> all = all(cluster);
          all.values().forEach(watchlist -> out.println(line(watchlist)));
          if (all.isEmpty()) {
            out.println("no watchlist: every new claim raises an alert of " + Alerts.NEW_CLAIMS);
          }
        });
  }

  @Command(name = "remove", description = "Remove watchlists by name.")
  int remove(
      @Mixin KafkaOptions kafka,
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "The watchlists.")
          List<String> names) {
    return with(
        kafka,
        cluster -> {
          Map<String, Watchlist> all = all(cluster);
          for (String name : names) {
            if (!all.containsKey(name)) {
              throw new CommandFailure(
                  ExitStatus.USAGE,
                  "removing watchlist " + name + ": there is none: see `dateline watch list`");
            }
          }
          for (String name : names) {
            RecordWriter.write(cluster, Topics.WATCHLISTS, name, null);
            spec.commandLine().getOut().println("removed " + name);
          }
        });
  }

  @Command(
      name = "test",
      description = "Tell which of the latest claims a query would have matched; saves nothing.")
  int test(
      @Mixin KafkaOptions kafka,
      @Parameters(paramLabel = "QUERY", description = "What to look for.") String query,
      @Option(
              names = "--last",
              paramLabel = "N",
              defaultValue = "10000",
              description = "How many claims of each partition to look at. Default: 10000.")
          long last) {
    requireQuery(query);
    return with(
        kafka,
        cluster -> {
          long[] counts = new long[2];
          PrintWriter out = spec.commandLine().getOut();
          Page page = Terminal.page(out);
          try (WatchlistMonitor monitor = new WatchlistMonitor();
              var reader = new RecordReader<>(cluster, Topics.CLAIMS, last)) {
            monitor.putAll(
                List.of(
                    Watchlist.newBuilder()
                        .setName("test")
                        .setQuery(query)
                        .setCreated(Instant.EPOCH)
                        .build()));
            reader.read(
                false,
                record -> {
                  counts[0]++;
                  if (!monitor.matching(record.value()).isEmpty()) {
                    Alert alert = Alerts.of("test", record.value());
                    if (counts[1]++ < MOST_SHOWN) {
                      page.paragraph("", 0, alert.getSummary());
                    }
                  }
                  return true;
                });
          }
          if (counts[1] > MOST_SHOWN) {
            out.println("and " + (counts[1] - MOST_SHOWN) + " more");
          }
          out.println(counts[1] + " of " + counts[0] + " claims match");
        });
  }

  private interface Work {
    void on(Cluster cluster);
  }

  private int with(KafkaOptions kafka, Work work) {
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
      ServiceRunner.requireTopics(
          cluster, List.of(Topics.WATCHLISTS, Topics.CLAIMS, Topics.DISABLED_WEBHOOKS));
      work.on(cluster);
      return ExitStatus.OK.number();
    } finally {
      spec.commandLine().getOut().flush();
    }
  }

  private static Map<String, Watchlist> all(Cluster cluster) {
    return new TreeMap<>(RecordReader.latest(cluster, Topics.WATCHLISTS));
  }

  private static String line(Watchlist watchlist) {
    StringBuilder line = new StringBuilder(watchlist.getName() + "\t" + watchlist.getQuery());
    Throttle throttle = watchlist.getThrottle();
    if (throttle != null) {
      line.append("\tat most " + throttle.getAlerts() + " in ");
      line.append(Duration.ofMillis(throttle.getMilliseconds()).toString().substring(2));
    }
    if (watchlist.getWebhook() != null) {
      line.append("\t" + watchlist.getWebhook() + " (" + watchlist.getWebhookFormat() + ")");
    }
    return line.toString();
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches() || name.equals(Alerts.NEW_CLAIMS)) {
      throw usage(
          "naming a watchlist: \""
              + name
              + "\": use up to 64 letters, digits, dots, dashes and underscores, another name than "
              + Alerts.NEW_CLAIMS);
    }
  }

  private static void requireQuery(String query) {
    try {
      WatchQueries.check(query);
    } catch (WatchQueryException e) {
      throw usage("reading the query: character " + e.column() + ": " + e.fault());
    }
  }

  private static String requireUrl(String url) {
    try {
      URI uri = new URI(url);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw usage("reading --webhook: \"" + url + "\": give an http or https address");
  }

  private static Throttle requireThrottle(String text) {
    Matcher matcher = THROTTLE.matcher(text);
    if (matcher.matches()) {
      int alerts = Integer.parseInt(matcher.group(1));
      long count = Long.parseLong(matcher.group(2));
      long milliseconds =
          switch (matcher.group(3)) {
            case "s" -> Duration.ofSeconds(count).toMillis();
            case "m" -> Duration.ofMinutes(count).toMillis();
            case "h" -> Duration.ofHours(count).toMillis();
            default -> Duration.ofDays(count).toMillis();
          };
      if (alerts > 0 && milliseconds > 0) {
        return new Throttle(alerts, milliseconds);
      }
    }
    throw usage("reading --throttle: \"" + text + "\": give alerts and a time, like 5/1h or 20/1d");
  }

  private static CommandFailure usage(String message) {
    return new CommandFailure(ExitStatus.USAGE, message);
  }

  /** Returns where the key of all signing secrets is kept unless told otherwise. */
  static Path defaultKey() {
    return Home.current().directory().resolve("data").resolve("webhook.key");
  }
}
