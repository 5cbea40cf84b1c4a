package dev.dateline.ingest.publish;

import dev.dateline.schemas.avro.Article;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction is to hold: article revisions that are new by the cursors, and what goes
 * with them.
 *
 * <p>A text that an article had before is not published again. Not thread-safe.
 */
final class RevisionBatch {

  private static final int MOST_RECORDS = 1_000;

  /** Half of a producer's default buffer: long articles make shorter transactions. */
  private static final long MOST_BYTES = 16 * 1024 * 1024;

  private final TransactionWriter writer;
  private final CursorReader cursors;
  private final Clock clock;
  private final RevisionRecords revisions = new RevisionRecords();
  private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
  private final List<Article> articles = new ArrayList<>();
  private long bytes;

  RevisionBatch(TransactionWriter writer, CursorReader cursors, Clock clock) {
    this.writer = writer;
    this.cursors = cursors;
    this.clock = clock;
  }

  /**
   * Adds the article unless this headline and text have been published before; it gets its
   * revision.
   *
   * @param address what the article's id was made from
   * @param traceparent of the trace it came in; null where its trace starts here
   */
  Outcome publish(Article article, String address, @Nullable String traceparent) {
    String contentId = Standing.contentId(article);
    Standing known = cursors.standings().get(article.getId());
    if (known != null
        && (known.contentId().equals(contentId) || known.earlier().contains(contentId))) {
      article.setRevision(known.revision());
      return Outcome.UNCHANGED;
    }
    Standing standing = known == null ? Standing.first(contentId) : known.revisedTo(contentId);
    revisions.of(article, address, standing, traceparent, clock.instant()).forEach(this::add);
    articles.add(article);
    cursors.standings().put(article.getId(), standing);
    return known == null ? Outcome.PUBLISHED : Outcome.REVISED;
  }

  /** Adds a record that goes with the articles. */
  void add(ProducerRecord<String, byte[]> record) {
    records.add(record);
    bytes += record.value() == null ? 0 : record.value().length;
  }

  /** Tells whether the transaction is as large as one should be. */
  boolean isFull() {
    return records.size() >= MOST_RECORDS || bytes >= MOST_BYTES;
  }

  /** Commits what was added, if anything was; returns the articles that are published for good. */
  List<Article> commit() {
    if (!records.isEmpty()) {
      writer.write(records);
    }
    List<Article> committed = List.copyOf(articles);
    records.clear();
    articles.clear();
    bytes = 0;
    return committed;
  }
}
