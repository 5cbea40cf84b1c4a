package dev.dateline.broker.child;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The settings of the one node: small, on the loopback interface, quick to come back.
 *
 * @param logDirectory where Kafka keeps its logs
 * @param clientPort port of the clients' listener
 * @param controllerPort port of the controller's listener; may differ from one start to the next
 */
record NodeProperties(Path logDirectory, int clientPort, int controllerPort) {

  static final int NODE_ID = 1;
  static final String CONTROLLER_LISTENER = "CONTROLLER";

  private static final String HOST = "127.0.0.1";

  /** Largest batch: an article of the greatest length with every annotation fits. */
  private static final int MAX_MESSAGE_BYTES = 16 * 1024 * 1024;

  Properties toProperties() {
    Properties properties = new Properties();
    identity(properties);
    listeners(properties);
    quickReturn(properties);
    smallTopics(properties);
    smallProcess(properties);
    return properties;
  }

  private void identity(Properties properties) {
    properties.setProperty("process.roles", "broker,controller");
    properties.setProperty("node.id", Integer.toString(NODE_ID));
    properties.setProperty("log.dirs", logDirectory.toString());
    // Static voters, since they may name another port at each start.
    properties.setProperty("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
  }

  private void listeners(Properties properties) {
    properties.setProperty(
        "listeners",
        "PLAINTEXT://%s:%d,%s://%s:%d"
            .formatted(HOST, clientPort, CONTROLLER_LISTENER, HOST, controllerPort));
    properties.setProperty("advertised.listeners", "PLAINTEXT://" + HOST + ":" + clientPort);
    properties.setProperty("inter.broker.listener.name", "PLAINTEXT");
    properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    properties.setProperty(
        "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
  }

  private static void quickReturn(Properties properties) {
    // After an unclean end the controller holds the old registration for this long.
    properties.setProperty("broker.session.timeout.ms", "3000");
    properties.setProperty("broker.heartbeat.interval.ms", "500");
    properties.setProperty("group.initial.rebalance.delay.ms", "0");
    properties.setProperty("controlled.shutdown.max.retries", "1");
  }

  private static void smallTopics(Properties properties) {
    properties.setProperty("auto.create.topics.enable", "false");
    properties.setProperty("default.replication.factor", "1");
    properties.setProperty("offsets.topic.num.partitions", "4");
    // A transaction that begins while the last one is being ended comes back after this, not 20 ms.
    properties.setProperty("add.partitions.to.txn.retry.backoff.ms", "5");
    properties.setProperty("offsets.topic.replication.factor", "1");
    properties.setProperty("transaction.state.log.num.partitions", "4");
    properties.setProperty("transaction.state.log.replication.factor", "1");
    properties.setProperty("transaction.state.log.min.isr", "1");
    properties.setProperty("share.coordinator.state.topic.num.partitions", "1");
    properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
    properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    properties.setProperty("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
    properties.setProperty("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
  }

  private static void smallProcess(Properties properties) {
    properties.setProperty("num.network.threads", "2");
    properties.setProperty("num.io.threads", "4");
    properties.setProperty("background.threads", "2");
    properties.setProperty("log.cleaner.dedupe.buffer.size", "16777216");
    properties.setProperty("queued.max.requests", "100");
    properties.setProperty("metadata.log.segment.bytes", "67108864");
  }
}
