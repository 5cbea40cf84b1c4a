package dev.dateline.sink;

import dev.dateline.schemas.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics of the catalogue on a test's broker. */
public final class TestTopics {

  private TestTopics() {}

  /** Makes them with their settings, so many partitions each. */
  public static void create(Map<String, Object> client, List<Topic<?>> topics, int partitions)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(client)) {
      admin
          .createTopics(
              topics.stream()
                  .map(
                      topic ->
                          new NewTopic(topic.name(), partitions, (short) 1)
                              .configs(topic.configuration()))
                  .toList())
          .all()
          .get();
    }
  }
}
