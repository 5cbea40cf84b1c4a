package dev.dateline.ingest.publish;

import dev.dateline.schemas.avro.Article;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what is pushed: articles and their cursors in one transaction, each text of an article
 * once, however often it is sent.
 *
 * <p>It gives a broker that is away less time than the broker gives its transactions, so that it
 * never takes its own time-out for another instance. Not thread-safe. Throws {@link
 * IngestException} when Kafka is out of reach and {@link TakenOverException} when another instance
 * took over; it is of no use after that, and another one finds what was committed.
 */
public final class PushPublisher implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(1);
  private static final String NAME = "push";

  private final Producer<String, byte[]> producer;
  private final CursorReader cursors;
  private final RevisionBatch batch;

  private PushPublisher(
      Producer<String, byte[]> producer,
      TransactionWriter writer,
      CursorReader cursors,
      Clock clock) {
    this.producer = producer;
    this.cursors = cursors;
    this.batch = new RevisionBatch(writer, cursors, clock);
  }

  /**
   * Takes over from an earlier one and reads what has been published so far.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   */
  public static PushPublisher takeOver(Map<String, Object> clientProperties, Clock clock) {
    Map<String, Object> impatient = new HashMap<>(clientProperties);
    impatient.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    impatient.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    impatient.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 0);
    impatient.putIfAbsent(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 250);
    Producer<String, byte[]> producer = null;
    CursorReader cursors = null;
    try {
      producer = KafkaClients.producer(impatient, "dateline-ingest-" + NAME);
      TransactionWriter writer = new TransactionWriter(producer, NAME);
      writer.takeOver();
      cursors = CursorReader.open(clientProperties);
      cursors.catchUp();
      return new PushPublisher(producer, writer, cursors, clock);
    } catch (KafkaException | IngestException e) {
      if (producer != null) {
        producer.close(CLOSING);
      }
      if (cursors != null) {
        cursors.close();
      }
      if (e instanceof IngestException failure) {
        throw failure;
      }
      throw new IngestException(
          "reading the ingest cursors: " + KafkaClients.innermostMessage(e), e);
    }
  }

  /**
   * Adds the article to the transaction unless this headline and text have been published before;
   * it gets its revision.
   *
   * @param address what the article's id was made from
   * @param traceparent of the sender's trace (W3C Trace Context); null where it has none
   */
  public Outcome publish(Article article, String address, @Nullable String traceparent) {
    return batch.publish(article, address, traceparent);
  }

  /** Tells whether the transaction is as large as one should be. */
  public boolean isFull() {
    return batch.isFull();
  }

  /** Commits what was added, if anything was; returns the articles that are published for good. */
  public List<Article> commit() {
    return batch.commit();
  }

  /** Learns what other instances have published meanwhile, without waiting. */
  public void follow() {
    try {
      cursors.follow();
    } catch (KafkaException e) {
      throw new IngestException(
          "reading the ingest cursors: " + KafkaClients.innermostMessage(e), e);
    }
  }

  /** Gives up what is not committed and releases the clients. */
  @Override
  public void close() {
    producer.close(CLOSING);
    cursors.close();
  }
}
