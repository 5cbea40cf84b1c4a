package dev.dateline.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.dateline.broker.BrokerException.Reason;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final String TOPIC = "letters";

  @Test
  void recordsWrittenBeforeARestartAreThereAfterIt(@TempDir Path directory) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory))) {
      createTopic(broker);
      write(broker, "one");
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory))) {
      write(broker, "two");
      assertThat(read(broker, 2)).containsExactly("one", "two");
    }
  }

  @Test
  void aBrokerThatWasClosedLeavesNoProcessAndNoAddress(@TempDir Path directory) {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory));
    long process = broker.processId();
    assertThat(EmbeddedBroker.find(directory, Duration.ZERO)).contains(broker.bootstrapServers());
    broker.close();
    broker.close();
    assertThat(ProcessHandle.of(process).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(EmbeddedBroker.find(directory, Duration.ZERO)).isEmpty();
  }

  @Test
  void aSecondBrokerOnTheSameDirectoryIsRefusedInOneLineAndTheFirstLivesOn(@TempDir Path directory)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory))) {
      assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.of(directory)))
          .asInstanceOf(type(BrokerException.class))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.DIRECTORY_IN_USE))
          .satisfies(e -> assertThat(e).hasMessageContaining("in use by this process"))
          .satisfies(e -> assertThat(e.toString().lines()).hasSize(1));
      createTopic(broker);
    }
  }

  @Test
  void aPortInUseIsNamedInOneLine(@TempDir Path directory) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.of(directory).withPort(port)))
          .asInstanceOf(type(BrokerException.class))
          .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.PORT_IN_USE))
          .satisfies(e -> assertThat(e).hasMessageContaining("port " + port + " is in use"))
          .satisfies(e -> assertThat(e.toString().lines()).hasSize(1));
    }
    assertThat(EmbeddedBroker.find(directory, Duration.ZERO)).isEmpty();
  }

  @Test
  void aDamagedDataDirectoryIsNamedWithTheBrokersOwnReason(@TempDir Path directory)
      throws Exception {
    Path kafka = Files.createDirectories(directory.resolve("kafka"));
    Files.writeString(kafka.resolve("meta.properties"), "version=99\n");
    assertThatThrownBy(() -> EmbeddedBroker.start(BrokerSettings.of(directory)))
        .asInstanceOf(type(BrokerException.class))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.NOT_STARTED))
        .satisfies(e -> assertThat(e.toString().lines()).hasSize(1))
        .satisfies(e -> assertThat(e).hasMessageContaining("broker.log"));
  }

  @Test
  void theBrokerGoesWhenItsParentIsKilledAndTheNextStartTakesOver(@TempDir Path directory)
      throws Exception {
    Process parent = BrokerParent.launch(directory);
    long broker;
    try {
      String[] words = parent.inputReader(UTF_8).readLine().split(" ", 2);
      broker = Long.parseLong(words[1]);
      assertThat(EmbeddedBroker.find(directory, Duration.ZERO)).contains(words[0]);
    } finally {
      parent.destroyForcibly().waitFor();
    }
    try (EmbeddedBroker next = EmbeddedBroker.start(BrokerSettings.of(directory))) {
      awaitEnd(broker);
      createTopic(next);
      write(next, "three");
      assertThat(read(next, 1)).containsExactly("three");
    }
  }

  @Test
  void theBrokerGoesByItselfWhenItsParentIsKilled(@TempDir Path directory) throws Exception {
    Process parent = BrokerParent.launch(directory);
    long broker;
    try {
      broker = Long.parseLong(parent.inputReader(UTF_8).readLine().split(" ", 2)[1]);
    } finally {
      parent.destroyForcibly().waitFor();
    }
    awaitEnd(broker);
  }

  /** Its lock on the directory is free before the last of the process has gone. */
  private static void awaitEnd(long processId) {
    Optional<ProcessHandle> process = ProcessHandle.of(processId);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> process.filter(ProcessHandle::isAlive).isEmpty());
  }

  private static void createTopic(EmbeddedBroker broker) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
  }

  private static void write(EmbeddedBroker broker, String value) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, value)).get();
    }
  }

  private static List<String> read(EmbeddedBroker broker, int count) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new java.util.ArrayList<>();
      await()
          .until(
              () -> {
                for (ConsumerRecord<String, String> record :
                    consumer.poll(Duration.ofMillis(200))) {
                  values.add(record.value());
                }
                return values.size() >= count;
              });
      return values;
    }
  }
}
