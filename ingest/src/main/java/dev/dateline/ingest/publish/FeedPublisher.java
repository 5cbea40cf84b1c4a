package dev.dateline.ingest.publish;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.FeedState;
import dev.dateline.schemas.avro.SourceHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes what the feeds of one partition of the feed list give: articles, their cursors and the
 * feeds' states in one transaction.
 *
 * <p>Each partition has a {@code transactional.id} of its own. Whoever takes a partition over ends
 * what its predecessor left open and fences it, and only then reads the states: so two instances
 * never publish the same item. A text that an article had before is not published again, for two
 * feeds may give one article in two forms by turns. Not thread-safe. Throws {@link IngestException}
 * when Kafka is out of reach or another instance took over; it is of no use after that.
 */
public final class FeedPublisher implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final int partition;
  private final Producer<String, byte[]> producer;
  private final Map<String, FeedState> states;
  private final RevisionBatch batch;
  private final Serializer<FeedState> serializer = AvroSerde.of(Topics.FEED_STATES).serializer();
  private final Serializer<SourceHealth> healthSerializer =
      AvroSerde.of(Topics.SOURCE_HEALTH).serializer();

  private FeedPublisher(
      int partition,
      Producer<String, byte[]> producer,
      TransactionWriter writer,
      CursorReader cursors,
      Clock clock,
      Map<String, FeedState> states) {
    this.partition = partition;
    this.producer = producer;
    this.states = states;
    this.batch = new RevisionBatch(writer, cursors, clock);
  }

  /**
   * Takes the partition over and reads its feeds' states.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   * @param cursors what has been published so far; shared by the publishers of one thread
   */
  public static FeedPublisher takeOver(
      Map<String, Object> clientProperties, int partition, CursorReader cursors, Clock clock) {
    String name = "feeds-" + partition;
    Producer<String, byte[]> producer =
        KafkaClients.producer(clientProperties, "dateline-ingest-" + name);
    TransactionWriter writer = new TransactionWriter(producer, name);
    try {
      writer.takeOver();
      cursors.catchUp();
      Map<String, FeedState> states = readStates(clientProperties, partition);
      return new FeedPublisher(partition, producer, writer, cursors, clock, states);
    } catch (KafkaException e) {
      producer.close(CLOSING);
      throw new IngestException(
          "reading the feeds' states: " + KafkaClients.innermostMessage(e), e);
    } catch (RuntimeException e) {
      producer.close(CLOSING);
      throw e;
    }
  }

  /** Returns the states found when the partition was taken over, by the feeds' addresses. */
  public Map<String, FeedState> states() {
    return states;
  }

  /**
   * Adds the article to the transaction unless this headline and text have been published before.
   *
   * @param address what the article's id was made from
   */
  public Outcome publish(Article article, String address) {
    return batch.publish(article, address, null);
  }

  /** Adds a feed's state to the transaction. */
  public void keep(FeedState state) {
    batch.add(
        RevisionRecords.record(
            Topics.FEED_STATES.name(), partition, state.getUrl(), serializer, state));
  }

  /** Adds a feed's health to the transaction. */
  public void keep(SourceHealth health) {
    batch.add(
        RevisionRecords.record(
            Topics.SOURCE_HEALTH.name(), null, health.getUrl(), healthSerializer, health));
  }

  /** Adds to the transaction that a feed's state and health are no longer wanted. */
  public void forget(String url) {
    batch.add(new ProducerRecord<>(Topics.FEED_STATES.name(), partition, url, null));
    batch.add(new ProducerRecord<>(Topics.SOURCE_HEALTH.name(), url, null));
  }

  /** Tells whether the transaction is as large as one should be. */
  public boolean isFull() {
    return batch.isFull();
  }

  /** Commits what was added, if anything was; returns the articles that are published for good. */
  public List<Article> commit() {
    return batch.commit();
  }

  /** Gives up what is not committed and releases the producer. */
  @Override
  public void close() {
    producer.close(CLOSING);
  }

  private static Map<String, FeedState> readStates(
      Map<String, Object> clientProperties, int partition) {
    Map<String, FeedState> states = new HashMap<>();
    Deserializer<FeedState> deserializer = AvroSerde.of(Topics.FEED_STATES).deserializer();
    TopicPartition source = new TopicPartition(Topics.FEED_STATES.name(), partition);
    try (Consumer<String, byte[]> consumer =
        KafkaClients.committedConsumer(clientProperties, "feed-states")) {
      if (!KafkaClients.requireTopic(consumer, Topics.FEED_STATES).contains(source)) {
        throw new IngestException(
            "reading the feeds' states: "
                + source
                + " is not there: give it as many partitions as "
                + Topics.FEEDS.name());
      }
      KafkaClients.readAll(
          consumer,
          List.of(source),
          record -> {
            if (record.value() == null) {
              states.remove(record.key());
            } else {
              states.put(record.key(), deserializer.deserialize(record.topic(), record.value()));
            }
          });
    }
    return states;
  }
}
