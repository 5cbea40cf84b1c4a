package dev.dateline.bench;

import dev.dateline.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics that a benchmark needs on its own broker. */
final class BenchTopics {

  private BenchTopics() {}

  /** Makes them, one replica each. */
  static void create(Map<String, Object> client, List<Topic<?>> topics)
      throws InterruptedException {
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(
              topics.stream()
                  .map(
                      topic ->
                          new NewTopic(topic.name(), topic.partitions(), (short) 1)
                              .configs(topic.configuration()))
                  .toList())
          .all()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("creating topics for a benchmark", e.getCause());
    }
  }
}
