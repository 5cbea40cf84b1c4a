package dev.dateline.app.kafka;

import dev.dateline.schemas.AvroSerde;
import dev.dateline.schemas.Topic;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records for a command, each surely or not at all. */
public final class RecordWriter {

  private RecordWriter() {}

  /**
   * Writes one record and waits until every replica has it.
   *
   * @param value the record; null to remove the key from a compacted topic
   */
  public static <V extends SpecificRecord> void write(
      Cluster cluster, Topic<V> topic, String key, @Nullable V value) {
    Map<String, Object> properties =
        cluster.properties(
            Map.of(
                ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true));
    try (KafkaProducer<String, V> producer =
        new KafkaProducer<>(properties, new StringSerializer(), AvroSerde.of(topic).serializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}
