package dev.dateline.ingest.publish;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.IngestCursor;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What a cluster of one partition a topic has committed, seen through Kafka's own fakes. */
public final class FakeKafka {

  private final List<ProducerRecord<String, byte[]>> committed = new ArrayList<>();
  private FlakyProducer producer = newProducer();

  /** Starts a publisher as a new process would, with all that was committed before. */
  public ArticlePublisher start(
      PublisherSettings settings, ArticlePublisher.CommitListener listener) {
    collect();
    producer = newProducer();
    return ArticlePublisher.open(
        producer, this::cursors, settings, java.time.Clock.systemUTC(), listener);
  }

  MockProducer<String, byte[]> producer() {
    return producer;
  }

  void failNextCommit(KafkaException failure) {
    producer.nextCommit = failure;
  }

  /** Returns the articles that were committed, as {@code revision:text}. */
  public List<String> articles() {
    collect();
    return committed.stream()
        .filter(record -> record.topic().equals(Topics.ARTICLES.name()))
        .map(record -> AvroSerde.of(Topics.ARTICLES).deserializer().deserialize("", record.value()))
        .map(FakeKafka::told)
        .toList();
  }

  List<IngestCursor> cursorRecords() {
    collect();
    return committed.stream()
        .filter(record -> record.topic().equals(Topics.INGEST_CURSORS.name()))
        .map(
            record ->
                AvroSerde.of(Topics.INGEST_CURSORS).deserializer().deserialize("", record.value()))
        .toList();
  }

  static String told(Article article) {
    return article.getRevision() + ":" + article.getText();
  }

  private void collect() {
    committed.addAll(producer.history());
    producer.clear();
  }

  private Consumer<String, byte[]> cursors() {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    for (String topic : List.of(Topics.ARTICLES.name(), Topics.INGEST_CURSORS.name())) {
      Node node = new Node(0, "fake", 1);
      Node[] nodes = {node};
      consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, node, nodes, nodes)));
    }
    TopicPartition partition = new TopicPartition(Topics.INGEST_CURSORS.name(), 0);
    List<ProducerRecord<String, byte[]>> cursors =
        committed.stream().filter(record -> record.topic().equals(partition.topic())).toList();
    consumer.updateBeginningOffsets(java.util.Map.of(partition, 0L));
    consumer.updateEndOffsets(java.util.Map.of(partition, (long) cursors.size()));
    consumer.schedulePollTask(
        () -> {
          for (int i = 0; i < cursors.size(); i++) {
            consumer.addRecord(
                new ConsumerRecord<>(
                    partition.topic(), 0, i, cursors.get(i).key(), cursors.get(i).value()));
          }
        });
    return consumer;
  }

  private static FlakyProducer newProducer() {
    return new FlakyProducer();
  }

  /** Kafka's fake with a commit that fails once. */
  private static final class FlakyProducer extends MockProducer<String, byte[]> {

    private @Nullable KafkaException nextCommit;

    FlakyProducer() {
      super(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public void commitTransaction() {
      KafkaException failure = nextCommit;
      nextCommit = null;
      if (failure != null) {
        throw failure;
      }
      super.commitTransaction();
    }
  }
}
