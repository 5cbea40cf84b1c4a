package dev.dateline.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.app.kafka.Cluster;
import dev.dateline.app.kafka.ClusterSettings;
import dev.dateline.app.kafka.RecordWriter;
import dev.dateline.app.topics.TopicAdmin;
import dev.dateline.broker.BrokerSettings;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Delivery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesCommandTest {

  private static final String ID = "msg_0123456789abcdef0123456789abcdef";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void deliveryThatWasReplayedIsOpenAndThenGoneAndNeverDeadAgain(@TempDir Path directory) {
    Path data = directory.resolve("data");
    try (Cluster cluster =
        Cluster.start(new ClusterSettings(null, data, Map.of()), BrokerSettings.of(data))) {
      try (Admin admin = cluster.admin()) {
        new TopicAdmin(admin).createMissing(Topics.all());
      }
      assertThat(list(data)).isEqualTo("no delivery waits, and none was given up\n");

      RecordWriter.write(cluster, Topics.DEAD_DELIVERIES, ID, dead());
      assertThat(list(data))
          .isEqualTo(
              """
              dead msg_0123456789abcdef0123456789abcdef mine
                    https://receiver.example/hook
                    tries 9; no try succeeded in 24 hours; the receiver answered 500
              """);
      assertThat(replay(data, "msg_other").status()).isEqualTo(2);

      assertThat(replay(data, ID).out())
          .isEqualTo("replaying " + ID + " to https://receiver.example/hook\n");
      assertThat(list(data)).startsWith("open " + ID).doesNotContain("dead");
      assertThat(replay(data, ID).err()).contains("no such delivery was given up");

      // What the delivery service writes when it has arrived.
      RecordWriter.write(cluster, Topics.DELIVERIES, ID, null);
      assertThat(list(data)).isEqualTo("no delivery waits, and none was given up\n");
    }
  }

  private static Delivery dead() {
    return Delivery.newBuilder()
        .setId(ID)
        .setTopic("news.alerts")
        .setPartition(0)
        .setOffset(7)
        .setWatchlist("mine")
        .setUrl("https://receiver.example/hook")
        .setBody("{}")
        .setAttempts(9)
        .setCreated(NOW)
        .setDue(NOW)
        .setFailure("the receiver answered 500")
        .setDead("no try succeeded in 24 hours")
        .build();
  }

  private static String list(Path data) {
    return CommandRun.of(Map.of(), "deliveries", "list", "--data", data.toString()).out();
  }

  private static CommandRun replay(Path data, String id) {
    return CommandRun.of(Map.of(), "deliveries", "replay", "--data", data.toString(), id);
  }
}
