package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.app.topics.TopicDifference;
import dev.dateline.app.topics.TopicTable;
import dev.dateline.schemas.Topics;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Creates, shows and checks the topics of the catalogue. */
@Command(
    name = "topics",
    description = "Create, describe or check the topics of the catalogue.",
    synopsisSubcommandLabel = "(create | describe | check)")
final class TopicsCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: create, describe or check");
  }

  @Command(
      name = "create",
      description = "Create the topics that are missing; those that are there stay as they are.")
  int create(@Mixin KafkaOptions kafka) {
    try (Resources resources = Resources.closedOnStop()) {
      return with(resources.add(Cluster.open(kafka.settings())), TopicsCommand::create);
    }
  }

  @Command(name = "describe", description = "Show every topic of the catalogue with its contents.")
  int describe(@Mixin KafkaOptions kafka) {
    try (Resources resources = Resources.closedOnStop()) {
      return with(resources.add(Cluster.openExisting(kafka.settings())), TopicsCommand::describe);
    }
  }

  @Command(
      name = "check",
      description = {
        "Compare the cluster's topics with the catalogue.",
        "Prints one line a difference, and ends with 1 where there is one."
      })
  int check(@Mixin KafkaOptions kafka) {
    try (Resources resources = Resources.closedOnStop()) {
      return with(resources.add(Cluster.openExisting(kafka.settings())), TopicsCommand::check);
    }
  }

  private int with(Cluster cluster, ToIntBiFunction<TopicAdmin, PrintWriter> work) {
    PrintWriter out = spec.commandLine().getOut();
    try (Admin admin = cluster.admin()) {
      return work.applyAsInt(new TopicAdmin(admin), out);
    } finally {
      out.flush();
    }
  }

  private static int create(TopicAdmin topics, PrintWriter out) {
    List<String> created = topics.createMissing(Topics.all());
    created.forEach(name -> out.println("created " + name));
    if (created.isEmpty()) {
      out.println("nothing to create: every topic is there");
    }
    return ExitStatus.OK.number();
  }

  private static int describe(TopicAdmin topics, PrintWriter out) {
    TopicTable.print(topics.standings(Topics.all()), out);
    return ExitStatus.OK.number();
  }

  private static int check(TopicAdmin topics, PrintWriter out) {
    List<TopicDifference> differences = topics.compare(Topics.all());
    differences.forEach(out::println);
    if (differences.isEmpty()) {
      out.println("every topic is as the catalogue says");
      return ExitStatus.OK.number();
    }
    return ExitStatus.FAILURE.number();
  }
}
