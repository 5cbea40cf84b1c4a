package dev.dateline.streams;

import dev.dateline.schemas.Topics;
import dev.dateline.schemas.avro.DeadLetterStage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes dead letters: the original bytes of a record that failed, with the headers {@code
 * DeadLetterHeaders} describes. Thread-safe.
 */
final class DeadLetters {

  /** What the name of every header of ours begins with. */
  static final String HEADER_PREFIX = "dateline.error.";

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private static final int MAX_MESSAGE_CHARACTERS = 1_000;
  // A dead letter must itself pass the producer, or it would spoil the transaction it is to save.
  private static final int MAX_BYTES = Topics.DEAD_LETTERS.maxMessageBytes() - 256 * 1024;
  private static final int MAX_ORIGINAL_HEADER_BYTES = 64 * 1024;

  private final String application;
  private final Clock clock;

  /** Makes the dead letters of the application that a handler was configured for. */
  static DeadLetters configured(Map<String, ?> configuration) {
    return new DeadLetters(
        String.valueOf(configuration.get(StreamsConfig.APPLICATION_ID_CONFIG)), Clock.systemUTC());
  }

  DeadLetters(String application, Clock clock) {
    this.application = application;
    this.clock = clock;
  }

  /**
   * Returns the dead letter and reports it in one log line.
   *
   * @param stage where the record failed
   * @param original the record as it was read
   * @param fault why it failed
   */
  ProducerRecord<byte[], byte[]> of(
      DeadLetterStage stage, OriginalRecord original, Throwable fault) {
    Throwable cause = Faults.rootOf(fault);
    byte[] key = original.key();
    byte[] value = original.value();
    String message = message(cause);
    if (length(key) + length(value) > MAX_BYTES) {
      message = message + " (the " + length(value) + " bytes of the value were too many to keep)";
      key = null;
      value = null;
    }
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(Topics.DEAD_LETTERS.name(), null, key, value);
    copyHeaders(original.headers(), letter.headers());
    add(letter.headers(), "application", application);
    add(letter.headers(), "stage", stage.name());
    add(letter.headers(), "topic", original.topic());
    add(letter.headers(), "partition", Integer.toString(original.partition()));
    add(letter.headers(), "offset", Long.toString(original.offset()));
    add(letter.headers(), "cause", cause.getClass().getSimpleName());
    add(letter.headers(), "message", message);
    add(letter.headers(), "failed", Long.toString(clock.millis()));
    LOG.warn(
        "{}: dead letter, {} of {}-{} offset {}: {}: {}",
        application,
        stage,
        original.topic(),
        original.partition(),
        original.offset(),
        cause.getClass().getSimpleName(),
        message);
    return letter;
  }

  private static void copyHeaders(Headers from, Headers to) {
    int bytes = 0;
    for (Header header : from) {
      bytes += header.key().length() + length(header.value());
      if (!header.key().startsWith(HEADER_PREFIX) && bytes <= MAX_ORIGINAL_HEADER_BYTES) {
        to.add(header);
      }
    }
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage() == null ? "" : cause.getMessage();
    return message.length() <= MAX_MESSAGE_CHARACTERS
        ? message
        : message.substring(0, MAX_MESSAGE_CHARACTERS - 100) + " …";
  }

  private static void add(Headers headers, String field, String value) {
    headers.add(HEADER_PREFIX + field, value.getBytes(StandardCharsets.UTF_8));
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
