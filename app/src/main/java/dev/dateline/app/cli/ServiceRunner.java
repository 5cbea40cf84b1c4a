package dev.dateline.app.cli;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.KafkaOptions;
import dev.dateline.app.service.Pipeline;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.app.topics.TopicStanding;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import dev.dateline.streams.StreamsApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** Runs one service until the process is told to stop or the service fails. */
final class ServiceRunner {

  private ServiceRunner() {}

  static int run(StreamsApplication application, KafkaOptions kafka, ServiceOptions options)
      throws InterruptedException {
    try (Resources resources = Resources.closedOnStop()) {
      Cluster cluster = resources.add(Cluster.open(kafka.settings()));
      List<Topic<?>> topics = new ArrayList<>(application.inputs());
      topics.addAll(application.tables());
      topics.addAll(application.outputs());
      topics.add(Topics.DEAD_LETTERS);
      requireTopics(cluster, topics);
      Pipeline pipeline =
          resources.add(Pipeline.start(List.of(application), options.settings(cluster)));
      pipeline.awaitRunning();
      pipeline.awaitEnd();
      return ExitStatus.OK.number();
    }
  }

  /** Makes sure the topics are there; on an embedded broker it creates what is missing. */
  static void requireTopics(Cluster cluster, List<Topic<?>> topics) {
    try (Admin admin = cluster.admin()) {
      TopicAdmin topicAdmin = new TopicAdmin(admin);
      if (cluster.isEmbedded()) {
        topicAdmin.createMissing(Topics.all());
        return;
      }
      Optional<TopicStanding> missing =
          topicAdmin.standings(topics).stream().filter(topic -> !topic.exists()).findFirst();
      if (missing.isPresent()) {
        throw new CommandFailure(
            ExitStatus.FAILURE,
            "looking for topic "
                + missing.get().topic().name()
                + ": not there at "
                + cluster.bootstrapServers()
                + ": run `dateline topics create` first");
      }
    }
  }
}
