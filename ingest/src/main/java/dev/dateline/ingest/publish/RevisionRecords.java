package dev.dateline.ingest.publish;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.IngestCursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes the two records that publish an article revision: the article and its cursor. */
final class RevisionRecords {

  private final Serializer<Article> articles = AvroSerde.of(Topics.ARTICLES).serializer();
  private final Serializer<IngestCursor> cursors = AvroSerde.of(Topics.INGEST_CURSORS).serializer();

  /**
   * Returns both, for one transaction; the article gets its revision.
   *
   * @param address what the article's id was made from
   * @param standing the standing with this revision
   */
  List<ProducerRecord<String, byte[]>> of(
      Article article, String address, Standing standing, Instant now) {
    article.setRevision(standing.revision());
    IngestCursor cursor =
        IngestCursor.newBuilder()
            .setArticleId(article.getId())
            .setAddress(address)
            .setTextSha256(article.getTextSha256())
            .setRevision(standing.revision())
            .setIngested(now.truncatedTo(ChronoUnit.MILLIS))
            .setContentId(standing.contentId())
            .setEarlierContentIds(standing.earlier())
            .build();
    String id = article.getId();
    return List.of(
        record(Topics.ARTICLES.name(), null, id, articles, article),
        record(Topics.INGEST_CURSORS.name(), null, id, cursors, cursor));
  }

  /**
   * Returns a record with the headers its serializer gives it; a null partition goes by the key.
   */
  static <T> ProducerRecord<String, byte[]> record(
      String topic, @Nullable Integer partition, String key, Serializer<T> serializer, T value) {
    RecordHeaders headers = new RecordHeaders();
    byte[] bytes = serializer.serialize(topic, headers, value);
    return new ProducerRecord<>(topic, partition, key, bytes, headers);
  }
}
