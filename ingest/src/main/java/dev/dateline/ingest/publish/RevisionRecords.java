package dev.dateline.ingest.publish;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.CloudEvents;
import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.Article;
import dev.dateline.schemas.avro.IngestCursor;
import java.nio.charset.StandardCharsets;
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
   * @param traceparent of the trace that the article came in; null or no such header where its
   *     trace starts here
   */
  List<ProducerRecord<String, byte[]>> of(
      Article article,
      String address,
      Standing standing,
      @Nullable String traceparent,
      Instant now) {
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
    RecordHeaders headers = new RecordHeaders();
    if (traceparent != null) {
      headers.add(CloudEvents.TRACEPARENT, traceparent.getBytes(StandardCharsets.UTF_8));
    }
    return List.of(
        record(Topics.ARTICLES.name(), null, id, articles, article, headers),
        record(Topics.INGEST_CURSORS.name(), null, id, cursors, cursor));
  }

  /**
   * Returns a record with the headers its serializer gives it; a null partition goes by the key.
   */
  static <T> ProducerRecord<String, byte[]> record(
      String topic, @Nullable Integer partition, String key, Serializer<T> serializer, T value) {
    return record(topic, partition, key, serializer, value, new RecordHeaders());
  }

  private static <T> ProducerRecord<String, byte[]> record(
      String topic,
      @Nullable Integer partition,
      String key,
      Serializer<T> serializer,
      T value,
      RecordHeaders headers) {
    byte[] bytes = serializer.serialize(topic, headers, value);
    return new ProducerRecord<>(topic, partition, key, bytes, headers);
  }
}
