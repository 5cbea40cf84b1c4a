package dev.dateline.app.tail;

import dev.dateline.app.kafka.Cluster;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Follows a topic and prints a line a record.
 *
 * <p>Reads committed records only, through no consumer group: it leaves no trace. Used by one
 * thread.
 */
public final class TopicTail implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final RecordLine line;

  /** Starts at the first record kept, or behind the last. */
  public TopicTail(
      Cluster cluster, String topic, List<TopicPartition> partitions, boolean fromBeginning) {
    this.partitions = List.copyOf(partitions);
    this.line = RecordLine.of(topic);
    this.consumer =
        new KafkaConsumer<>(
            cluster.readerProperties(Map.of()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(this.partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(this.partitions);
    } else {
      consumer.seekToEnd(this.partitions);
      // Where "the end" is, is settled now and not at the first record.
      this.partitions.forEach(consumer::position);
    }
  }

  /**
   * Prints until that many lines are out, the output is closed by its reader, or, with {@code
   * toEnd}, everything committed before the call is out.
   *
   * @param most greatest number of lines; negative for no limit
   * @param toEnd whether to stop at the present end instead of waiting for more
   */
  public void print(PrintWriter out, long most, boolean toEnd) {
    Map<TopicPartition, Long> ends = toEnd ? consumer.endOffsets(partitions) : Map.of();
    long printed = 0;
    while (printed != most && !(toEnd && reached(ends))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        out.println(line.of(record));
        printed++;
        if (printed == most) {
          break;
        }
      }
      // Also flushes: a reader at the other end of a pipe wants whole lines now.
      if (out.checkError()) {
        return;
      }
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    consumer.close();
  }
}
