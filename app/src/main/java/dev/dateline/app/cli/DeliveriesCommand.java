package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.kafka.RecordReader;
import dev.dateline.app.kafka.RecordWriter;
import dev.dateline.app.print.Page;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Delivery;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows deliveries to webhooks that are open or were given up, and takes those up again. */
@Command(
    name = "deliveries",
    description = "Show the deliveries to webhooks that wait or were given up, or replay those.",
    synopsisSubcommandLabel = "(list | replay)")
final class DeliveriesCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list or replay");
  }

  @Command(name = "list", description = "Print each delivery: those given up, then those open.")
  int list(@Mixin KafkaOptions kafka) {
    PrintWriter out = spec.commandLine().getOut();
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = open(resources, kafka);
      Map<String, Delivery> open = RecordReader.latest(cluster, Topics.DELIVERIES);
      Map<String, Delivery> dead = RecordReader.latest(cluster, Topics.DEAD_DELIVERIES);
      dead.keySet().removeAll(open.keySet());
      Page page = Terminal.page(out);
      dead.values().forEach(delivery -> print(page, "dead", delivery, delivery.getDead()));
      open.values()
          .forEach(
              delivery ->
                  print(
                      page,
                      "open",
                      delivery,
                      "due " + delivery.getDue().truncatedTo(ChronoUnit.SECONDS)));
      if (open.isEmpty() && dead.isEmpty()) {
        out.println("no delivery waits, and none was given up");
      }
      return ExitStatus.OK.number();
    } finally {
      out.flush();
    }
  }

  @Command(name = "replay", description = "Take deliveries that were given up up again.")
  int replay(
      @Mixin KafkaOptions kafka,
      @Parameters(paramLabel = "ID", arity = "0..*", description = "Which, as list prints them.")
          List<String> ids,
      @Option(names = "--all", description = "Every one.") boolean all) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> named = ids == null ? List.of() : ids;
    if (named.isEmpty() != all) {
      throw new ParameterException(spec.commandLine(), "Give deliveries, or --all");
    }
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = open(resources, kafka);
      Map<String, Delivery> dead = RecordReader.latest(cluster, Topics.DEAD_DELIVERIES);
      dead.keySet().removeAll(RecordReader.latest(cluster, Topics.DELIVERIES).keySet());
      for (String id : named) {
        if (!dead.containsKey(id)) {
          throw new CommandFailure(
              ExitStatus.USAGE,
              "replaying "
                  + id
                  + ": no such delivery was given up: see `dateline deliveries list`");
        }
      }
      for (Delivery delivery : dead.values()) {
        if (all || named.contains(delivery.getId())) {
          Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          RecordWriter.write(cluster, Topics.DISABLED_WEBHOOKS, delivery.getUrl(), null);
          RecordWriter.write(
              cluster,
              Topics.DELIVERIES,
              delivery.getId(),
              Delivery.newBuilder(delivery)
                  .setAttempts(0)
                  .setCreated(now)
                  .setDue(now)
                  .setDead(null)
                  .build());
          // Without this the list would show it as given up after it arrived.
          RecordWriter.write(cluster, Topics.DEAD_DELIVERIES, delivery.getId(), null);
          out.println("replaying " + delivery.getId() + " to " + delivery.getUrl());
        }
      }
      return ExitStatus.OK.number();
    } finally {
      out.flush();
    }
  }

  private static Cluster open(Resources resources, KafkaOptions kafka) {
    Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
    ServiceRunner.requireTopics(
        cluster, List.of(Topics.DELIVERIES, Topics.DEAD_DELIVERIES, Topics.DISABLED_WEBHOOKS));
    return cluster;
  }

  private static void print(Page page, String state, Delivery delivery, String what) {
    page.paragraph("bold", 0, state + " " + delivery.getId() + " " + delivery.getWatchlist());
    page.paragraph("", 6, delivery.getUrl());
    String failure = delivery.getFailure() == null ? "" : "; " + delivery.getFailure();
    page.paragraph("", 6, "tries " + delivery.getAttempts() + "; " + what + failure);
  }
}
