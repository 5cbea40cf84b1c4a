package dev.dateline.dashboard.view;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * A record that could not be processed.
 *
 * @param arrived when it was given up
 * @param application the service that gave it up
 * @param stage where in the service
 * @param topic where it was read from
 * @param partition its partition there
 * @param offset its offset there
 * @param cause simple class name of the error
 * @param message the error's message
 * @param bytes length of the record's value
 */
public record DeadLetter(
    Instant arrived,
    String application,
    String stage,
    String topic,
    String partition,
    String offset,
    String cause,
    String message,
    int bytes) {

  private static final String PREFIX = "dateline.error.";

  /** Reads the headers that {@code DeadLetterHeaders} describes; a missing one is empty. */
  public static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    return new DeadLetter(
        Instant.ofEpochMilli(record.timestamp()),
        header(record, "application"),
        header(record, "stage"),
        header(record, "topic"),
        header(record, "partition"),
        header(record, "offset"),
        header(record, "cause"),
        header(record, "message"),
        value == null ? 0 : value.length);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(PREFIX + name);
    return header == null || header.value() == null
        ? ""
        : Clip.of(new String(header.value(), StandardCharsets.UTF_8), Clip.LINE);
  }
}
