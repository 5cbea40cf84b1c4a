package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.dashboard.Dashboard;
import dev.dateline.dashboard.DashboardSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Serves the live page. */
@Command(
    name = "dashboard",
    description = {
      "Serve a page that shows claims as they come: who claims what, where, and what is disputed.",
      "Prints its address on standard output. Runs until Ctrl-C."
    })
final class DashboardCommand implements Callable<Integer> {

  private static final Duration LOOK = Duration.ofMillis(500);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Mixin private DashboardOptions options = new DashboardOptions();

  @Override
  public Integer call() throws InterruptedException {
    DashboardSettings settings = options.settings();
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.open(kafka.settings()));
      ServiceRunner.requireTopics(cluster, Dashboard.topics());
      Dashboard dashboard = resources.add(Dashboard.start(cluster.properties(Map.of()), settings));
      PrintWriter out = spec.commandLine().getOut();
      out.println(dashboard.address());
      out.flush();
      while (!dashboard.awaitStopped(LOOK)) {
        // Serves until it is told to end.
      }
      return ExitStatus.OK.number();
    }
  }
}
