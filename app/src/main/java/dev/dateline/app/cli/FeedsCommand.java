package dev.dateline.app.cli;

import dev.dateline.app.feeds.FeedTable;
import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.ingest.feed.FeedEntry;
import dev.dateline.ingest.poll.FeedCheck;
import dev.dateline.ingest.poll.FeedList;
import dev.dateline.ingest.poll.Opml;
import dev.dateline.ingest.text.DecodedText;
import dev.dateline.ingest.text.TextDecoder;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Feed;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after the list of feeds. */
@Command(
    name = "feeds",
    description = "Look after the list of feeds that `dateline ingest --feeds` polls.",
    synopsisSubcommandLabel = "(add | remove | list | import | export | check)")
final class FeedsCommand implements Runnable {

  private static final int SHOWN_ITEMS = 5;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing command: add, remove, list, import, export or check");
  }

  @Command(
      name = "add",
      description = {
        "Add feeds to the list.",
        "One that is there already is asked again at once if it had been given up."
      })
  int add(
      @Mixin KafkaOptions kafka,
      @Option(
              names = "--title",
              paramLabel = "TEXT",
              description = "What to call it. Default: the title the feed gives itself.")
          @Nullable String title,
      @Parameters(paramLabel = "URL", arity = "1..*", description = "Addresses of feeds.")
          List<String> urls) {
    Set<String> addresses = addresses(urls);
    return with(
        kafka,
        list -> {
          Map<String, Feed> known = list.feeds();
          List<Feed> feeds = new ArrayList<>();
          for (String url : addresses) {
            Feed before = known.get(url);
            Feed.Builder feed =
                before == null ? Feed.newBuilder().setUrl(url) : Feed.newBuilder(before);
            if (title != null) {
              feed.setTitle(title);
            }
            feeds.add(feed.setAdded(now()).build());
            out().println((before == null ? "added " : "already there: ") + url);
          }
          list.add(feeds);
          return ExitStatus.OK.number();
        });
  }

  @Command(
      name = "remove",
      description = "Take feeds off the list, and forget how far they were read.")
  int remove(
      @Mixin KafkaOptions kafka,
      @Parameters(paramLabel = "URL", arity = "1..*", description = "Addresses of feeds.")
          List<String> urls) {
    Set<String> addresses = addresses(urls);
    return with(
        kafka,
        list -> {
          Set<String> known = list.feeds().keySet();
          List<String> there = addresses.stream().filter(known::contains).toList();
          list.remove(there);
          there.forEach(url -> out().println("removed " + url));
          List<String> missing = addresses.stream().filter(url -> !known.contains(url)).toList();
          missing.forEach(
              url ->
                  err().println("dateline: removing " + url + ": not on the list: see feeds list"));
          return (missing.isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED).number();
        });
  }

  @Command(
      name = "list",
      description = {
        "Show every feed: how it stands, when it is asked next, how many items a day it is expected"
            + " to have, and what is wrong with it."
      })
  int list(@Mixin KafkaOptions kafka) {
    return with(
        kafka,
        list -> {
          FeedTable.print(list.feeds(), list.states(), list.health(), Instant.now(), out());
          return ExitStatus.OK.number();
        });
  }

  @Command(name = "import", description = "Add the feeds of an OPML file, as feed readers export.")
  int importOpml(
      @Mixin KafkaOptions kafka,
      @Parameters(paramLabel = "OPML", description = "An OPML file.") Path file) {
    Opml.Content content = Opml.read(read(file), now());
    if (!content.isOpml()) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + file + ": not OPML: export it from a feed reader");
    }
    return with(
        kafka,
        list -> {
          Set<String> known = list.feeds().keySet();
          List<Feed> added =
              content.feeds().values().stream()
                  .filter(feed -> !known.contains(feed.getUrl()))
                  .toList();
          list.add(added);
          content
              .rejected()
              .forEach(
                  url ->
                      err()
                          .println(
                              "dateline: reading "
                                  + file
                                  + ": \""
                                  + url
                                  + "\" is not an http or https address: left out"));
          out()
              .printf(
                  Locale.ROOT,
                  "%,d added, %,d already there, %,d rejected%n",
                  added.size(),
                  content.feeds().size() - added.size(),
                  content.rejected().size());
          return (content.rejected().isEmpty() ? ExitStatus.OK : ExitStatus.REJECTED).number();
        });
  }

  @Command(name = "export", description = "Write the list as OPML.")
  int exportOpml(
      @Mixin KafkaOptions kafka,
      @Parameters(
              paramLabel = "OPML",
              arity = "0..1",
              description = "The file to write. Default: standard output.")
          @Nullable Path file) {
    return with(
        kafka,
        list -> {
          String opml = Opml.write(list.feeds().values());
          if (file == null) {
            out().print(opml);
          } else {
            write(file, opml);
          }
          return ExitStatus.OK.number();
        });
  }

  @Command(
      name = "check",
      description = {
        "Ask a feed once, without Kafka, and show what polling would make of it.",
        "Ends with 1 where it is no feed or cannot be had."
      })
  int check(
      @Mixin PollOptions options,
      @Parameters(paramLabel = "URL", description = "Address of a feed.") String url) {
    URI uri = URI.create(addresses(List.of(url)).iterator().next());
    FeedCheck.Finding finding = FeedCheck.check(uri, options.settings(), Clock.systemUTC());
    if (finding.feed().isEmpty()) {
      throw new CommandFailure(ExitStatus.FAILURE, finding.fault());
    }
    PrintWriter out = out();
    dev.dateline.ingest.feed.Feed feed = finding.feed().get();
    out.printf("%-9s %s%n", "format", feed.kind());
    out.printf("%-9s %s%n", "title", feed.title() == null ? "(none)" : feed.title());
    if (!finding.address().equals(uri)) {
      out.printf("%-9s %s%n", "moved to", finding.address());
    }
    out.printf(
        Locale.ROOT,
        "%-9s %d, about %.1f a day, so asked every %d minutes%n",
        "items",
        feed.entries().size(),
        finding.itemsPerDay(),
        finding.interval().toMinutes());
    for (FeedEntry entry : feed.entries().stream().limit(SHOWN_ITEMS).toList()) {
      out.printf(
          "%-9s %s%n", "", entry.draft().title() == null ? "(no title)" : entry.draft().title());
      out.printf(
          "%-9s %s%n", "", entry.draft().url() == null ? "(no address)" : entry.draft().url());
    }
    finding.remarks().forEach(remark -> out.printf("%-9s %s%n", "remark", remark));
    out.flush();
    return ExitStatus.OK.number();
  }

  private int with(KafkaOptions kafka, ToIntFunction<FeedList> work) {
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.open(kafka.settings()));
      ServiceRunner.requireTopics(
          cluster, List.of(Topics.FEEDS, Topics.FEED_STATES, Topics.SOURCE_HEALTH));
      return work.applyAsInt(new FeedList(cluster.properties(Map.of())));
    } finally {
      out().flush();
      err().flush();
    }
  }

  private static Set<String> addresses(List<String> urls) {
    Set<String> addresses = new LinkedHashSet<>();
    for (String url : urls) {
      addresses.add(
          FeedList.address(url)
              .orElseThrow(
                  () ->
                      new CommandFailure(
                          ExitStatus.USAGE,
                          "reading the address \""
                              + url
                              + "\": not an http or https URL: write it like"
                              + " https://example.org/feed.xml")));
    }
    return addresses;
  }

  private static String read(Path file) {
    try {
      return TextDecoder.decode(Files.readAllBytes(file), null).map(DecodedText::text).orElse("");
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitStatus.USAGE, "reading " + file + ": no such file: check the path", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.FAILURE, "reading " + file + ": " + e.getMessage(), e);
    }
  }

  private static void write(Path file, String opml) {
    try {
      Files.writeString(file, opml, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.FAILURE, "writing " + file + ": " + e.getMessage() + ": check the path", e);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
