package dev.dateline.ingest.publish;

import dev.dateline.schemas.avro.Article;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Publishes each revision of each article exactly once: the article and the cursor that remembers
 * it in one transaction.
 *
 * <p>Starting ends what an earlier instance of the source set left open and only then reads the
 * cursors, so a crash at any point neither loses nor doubles an article. A revision is another
 * headline or another text at the same address. When a source shows a series of revisions of one
 * article again, none of it is new; an earlier text is published again only when it is the last one
 * the source shows before {@link #flush()}, for then its outlet went back to it.
 *
 * <p>The records' own time stamps are the time of publishing, not of the event: Kafka's retention
 * counts from them, and an article of last year must not expire on arrival. Not thread-safe. Throws
 * {@link IngestException} when Kafka is out of reach or another instance took over; it is of no use
 * after that.
 */
public final class ArticlePublisher implements AutoCloseable {

  private static final Duration CLOSING = Duration.ofSeconds(5);

  /** Half of a producer's default buffer: long articles make shorter transactions. */
  private static final long MOST_BATCH_BYTES = 16 * 1024 * 1024;

  private final Producer<String, byte[]> producer;
  private final TransactionWriter writer;
  private final Map<String, Standing> standings;
  private final PublisherSettings settings;
  private final Clock clock;
  private final CommitListener listener;
  private final RevisionRecords revisions = new RevisionRecords();

  private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
  private final List<Article> batch = new ArrayList<>();
  private final Map<String, PublishedArticle> goneBack = new LinkedHashMap<>();
  private long batchStarted;
  private long batchBytes;

  /** Is told of articles when their transaction is committed. */
  @FunctionalInterface
  public interface CommitListener {
    /** Tells that an article revision is published for good. */
    void committed(Article article);
  }

  private ArticlePublisher(
      Producer<String, byte[]> producer,
      TransactionWriter writer,
      Map<String, Standing> standings,
      PublisherSettings settings,
      Clock clock,
      CommitListener listener) {
    this.producer = producer;
    this.writer = writer;
    this.standings = standings;
    this.settings = settings;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Takes over the source set and reads what it has published so far.
   *
   * @param clientProperties what all Kafka clients share: {@code bootstrap.servers}, security
   */
  public static ArticlePublisher open(
      Map<String, Object> clientProperties,
      PublisherSettings settings,
      Clock clock,
      CommitListener listener) {
    Producer<String, byte[]> producer;
    try {
      producer = KafkaClients.producer(clientProperties, settings.transactionalId());
    } catch (KafkaException e) {
      throw new IngestException("publishing articles: " + KafkaClients.innermostMessage(e), e);
    }
    return open(
        producer,
        () -> KafkaClients.committedConsumer(clientProperties, "cursors"),
        settings,
        clock,
        listener);
  }

  static ArticlePublisher open(
      Producer<String, byte[]> producer,
      Supplier<Consumer<String, byte[]>> cursorConsumer,
      PublisherSettings settings,
      Clock clock,
      CommitListener listener) {
    TransactionWriter writer = new TransactionWriter(producer, settings.sourceSet());
    try {
      writer.takeOver();
      try (CursorReader reader = new CursorReader(cursorConsumer.get())) {
        reader.catchUp();
        return new ArticlePublisher(
            producer, writer, reader.standings(), settings, clock, listener);
      }
    } catch (KafkaException e) {
      producer.close(CLOSING);
      throw new IngestException(
          "reading the ingest cursors: " + KafkaClients.innermostMessage(e), e);
    } catch (RuntimeException e) {
      producer.close(CLOSING);
      throw e;
    }
  }

  /**
   * Publishes the article unless its headline and text have been published at its address before.
   *
   * <p>It is published for good when the listener is told so, at the latest after {@link #flush()}.
   *
   * @param address what the article's id was made from
   */
  public Outcome publish(Article article, String address) {
    commitIfDue();
    String id = article.getId();
    goneBack.remove(id);
    Standing standing = standings.get(id);
    String contentId = Standing.contentId(article);
    if (standing == null) {
      add(article, address, Standing.first(contentId));
      return Outcome.PUBLISHED;
    }
    if (standing.contentId().equals(contentId)) {
      return Outcome.UNCHANGED;
    }
    if (standing.earlier().contains(contentId)) {
      goneBack.put(id, new PublishedArticle(article, address));
      return Outcome.UNCHANGED;
    }
    add(article, address, standing.revisedTo(contentId));
    return Outcome.REVISED;
  }

  /** Commits the open transaction when it is old enough; to be called while nothing new comes. */
  public void commitIfDue() {
    if (!batch.isEmpty() && isDue()) {
      commit();
    }
  }

  /**
   * Publishes for good all that is left; to be called where the source has been read to its end.
   *
   * @return how many articles went back to an earlier text and were published as a revision
   */
  public int flush() {
    int revised = goneBack.size();
    for (PublishedArticle gone : goneBack.values()) {
      Standing standing = standings.get(gone.article().getId());
      String contentId = Standing.contentId(gone.article());
      add(
          gone.article(),
          gone.address(),
          standing == null ? Standing.first(contentId) : standing.revisedTo(contentId));
    }
    goneBack.clear();
    commit();
    return revised;
  }

  /** Commits the open transaction, if there is one; to be called where reading is broken off. */
  public void commit() {
    if (batch.isEmpty()) {
      return;
    }
    writer.write(records);
    List<Article> committed = List.copyOf(batch);
    records.clear();
    batch.clear();
    committed.forEach(listener::committed);
  }

  /** Gives up what is not committed and releases the clients. */
  @Override
  public void close() {
    records.clear();
    batch.clear();
    producer.close(CLOSING);
  }

  private void add(Article article, String address, Standing standing) {
    article.setRevision(standing.revision());
    if (batch.isEmpty()) {
      batchStarted = System.nanoTime();
      batchBytes = 0;
    }
    for (ProducerRecord<String, byte[]> record :
        revisions.of(article, address, standing, null, clock.instant())) {
      records.add(record);
      batchBytes += record.value().length;
    }
    batch.add(article);
    standings.put(article.getId(), standing);
  }

  private boolean isDue() {
    return batch.size() >= settings.transactionArticles()
        || batchBytes >= MOST_BATCH_BYTES
        || System.nanoTime() - batchStarted >= settings.transactionInterval().toNanos();
  }
}
