package dev.dateline.streams;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Kafka's own clients for a Streams application, except that a stream thread which finds no more
 * records asks for a commit before it waits for some.
 *
 * <p>A thread with more to do than it can goes on to commit by its interval: few large transactions
 * under load, a short wait without.
 */
final class PromptClients implements KafkaClientSupplier {

  @Override
  public Admin getAdmin(Map<String, Object> config) {
    return Admin.create(config);
  }

  @Override
  public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
    return new PromptConsumer(config);
  }

  @Override
  public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
    return plain(config);
  }

  @Override
  public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
    return plain(config);
  }

  private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static final class PromptConsumer extends KafkaConsumer<byte[], byte[]> {

    PromptConsumer(Map<String, Object> config) {
      super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Streams polls when it has processed all that it can. */
    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      OpenWork work = OpenWork.ofThisThread();
      work.backForMore();
      if (!work.isOpen()) {
        return super.poll(timeout);
      }
      ConsumerRecords<byte[], byte[]> records = super.poll(work.wait(timeout));
      if (records.isEmpty()) {
        work.commit();
      }
      return records;
    }
  }
}
