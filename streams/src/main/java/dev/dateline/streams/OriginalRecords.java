package dev.dateline.streams;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Finds the original bytes of the record being processed.
 *
 * <p>Kafka Streams lets go of them with the first output of a record ({@code
 * RecordCollectorImpl.freeRawInputRecordFromContext} in 4.3.1). A record that fails on a later
 * output is read again from its topic; that is slow, and rare.
 */
final class OriginalRecords {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Object> consumer;

  private OriginalRecords(Map<String, Object> consumer) {
    this.consumer = consumer;
  }

  /** Returns a finder that reads from the brokers a handler was configured for. */
  static OriginalRecords configured(Map<String, ?> configuration) {
    Map<String, Object> consumer =
        new HashMap<>(new StreamsConfig(configuration).getGlobalConsumerConfigs("dead-letters"));
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    return new OriginalRecords(consumer);
  }

  /**
   * Returns the record being processed; without its bytes where its topic no longer has it.
   *
   * @param target the topic to name where the record came from none
   */
  OriginalRecord of(ErrorHandlerContext context, String target) {
    OriginalRecord known = OriginalRecord.of(context, target);
    return known.hasLostItsBytes() ? readAgain(known) : known;
  }

  private OriginalRecord readAgain(OriginalRecord known) {
    TopicPartition partition = new TopicPartition(known.topic(), known.partition());
    try (Consumer<byte[], byte[]> reader =
        new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      reader.assign(List.of(partition));
      reader.seek(partition, known.offset());
      for (ConsumerRecord<byte[], byte[]> found : reader.poll(PATIENCE)) {
        if (found.offset() == known.offset()) {
          return OriginalRecord.of(found);
        }
      }
      return known;
    } catch (KafkaException e) {
      // A dead letter that says where the record was is better than none.
      return known;
    }
  }
}
