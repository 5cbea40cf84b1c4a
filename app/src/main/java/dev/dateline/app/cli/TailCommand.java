package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.tail.TopicTail;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.schemas.Topics;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a topic's records as JSON Lines. */
@Command(
    name = "tail",
    description = "Print a topic's records as JSON lines, and wait for more until Ctrl-C.")
final class TailCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private KafkaOptions kafka = new KafkaOptions();

  @Parameters(
      paramLabel = "TOPIC",
      description = "The topic, news.claims for one.",
      completionCandidates = TopicNames.class)
  private String topic = "";

  @Option(
      names = "--from-beginning",
      description = "Start with the first record kept, not with the next to come.")
  private boolean fromBeginning;

  @Option(
      names = "--to-end",
      description = "Stop at the present end of the topic instead of waiting for more.")
  private boolean toEnd;

  @Option(
      names = "--max-messages",
      paramLabel = "N",
      defaultValue = "-1",
      description = "Stop after that many records.")
  private long maxMessages;

  @Override
  public Integer call() {
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.openExisting(kafka.settings()));
      List<TopicPartition> partitions;
      try (Admin admin = cluster.admin()) {
        partitions = new TopicAdmin(admin).partitions(topic);
      }
      if (partitions.isEmpty()) {
        throw unknownTopic(cluster);
      }
      try (TopicTail tail = new TopicTail(cluster, topic, partitions, fromBeginning)) {
        tail.print(spec.commandLine().getOut(), maxMessages, toEnd);
      }
      return ExitStatus.OK.number();
    }
  }

  private CommandFailure unknownTopic(Cluster cluster) {
    String mend =
        Topics.find(topic).isPresent()
            ? "create it with `dateline topics create`"
            : "see `dateline topics describe`";
    return new CommandFailure(
        ExitStatus.USAGE,
        "reading topic " + topic + ": not there at " + cluster.bootstrapServers() + ": " + mend);
  }

  /** Completes topic names on the command line. */
  static final class TopicNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Topics.all().stream().map(dev.dateline.schemas.Topic::name).iterator();
    }
  }
}
