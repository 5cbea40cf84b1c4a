package dev.dateline.dashboard.testing;

import dev.dateline.broker.BrokerSettings;
import dev.dateline.broker.EmbeddedBroker;
import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import dev.dateline.schemas.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An embedded broker with every topic, and a producer that writes records to them. */
public final class TestCluster implements AutoCloseable {

  private final EmbeddedBroker broker;
  private final KafkaProducer<String, byte[]> producer;

  private TestCluster(EmbeddedBroker broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "linger.ms",
                5,
                "max.request.size",
                Topics.MAX_MESSAGE_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Starts one in an empty directory. */
  public static TestCluster start(Path directory) {
    EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.of(directory));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      List<NewTopic> topics = new ArrayList<>();
      for (Topic<?> topic : Topics.all()) {
        topics.add(
            new NewTopic(topic.name(), topic.partitions(), (short) 1)
                .configs(topic.configuration()));
      }
      admin.createTopics(topics).all().get();
    } catch (ExecutionException | InterruptedException e) {
      broker.close();
      throw new IllegalStateException("creating topics", e);
    }
    return new TestCluster(broker);
  }

  /** Returns what clients need. */
  public Map<String, Object> properties() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }

  /** Writes records, and returns when the broker has them. */
  public <V extends SpecificRecord> void write(Topic<V> topic, String key, List<V> values) {
    Serializer<V> serializer = AvroSerde.of(Objects.requireNonNull(topic.value())).serializer();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (V value : values) {
      byte[] bytes = serializer.serialize(topic.name(), value);
      sent.add(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
    }
    await(topic, sent);
  }

  /** Writes a record of those bytes. */
  public void writeBytes(Topic<?> topic, String key, byte[] bytes) {
    await(topic, List.of(producer.send(new ProducerRecord<>(topic.name(), key, bytes))));
  }

  private void await(Topic<?> topic, List<Future<RecordMetadata>> sent) {
    producer.flush();
    for (Future<RecordMetadata> each : sent) {
      try {
        each.get();
      } catch (ExecutionException | InterruptedException e) {
        throw new IllegalStateException("writing to " + topic.name(), e);
      }
    }
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
