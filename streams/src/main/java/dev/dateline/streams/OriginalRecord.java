package dev.dateline.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read from its topic.
 *
 * @param topic where it was read; the topic it was to go to when it came from no source
 * @param partition its partition; -1 when not known
 * @param offset its offset; -1 when not known
 * @param key the key's bytes; null where it had none or they are not known
 * @param value the value's bytes; null where it had none or they are not known
 * @param headers its headers
 */
@SuppressWarnings("ArrayRecordComponent") // it only carries them; nobody compares two
record OriginalRecord(
    String topic,
    int partition,
    long offset,
    byte @Nullable [] key,
    byte @Nullable [] value,
    Headers headers) {

  static OriginalRecord of(ConsumerRecord<byte[], byte[]> message) {
    return new OriginalRecord(
        message.topic(),
        message.partition(),
        message.offset(),
        message.key(),
        message.value(),
        message.headers());
  }

  /** Returns the record being processed, with those of its bytes that Streams still holds. */
  static OriginalRecord of(ErrorHandlerContext context, String target) {
    String topic = context.topic();
    Headers headers = context.headers();
    return new OriginalRecord(
        topic == null ? target : topic,
        context.partition(),
        context.offset(),
        context.sourceRawKey(),
        context.sourceRawValue(),
        headers == null ? new RecordHeaders() : headers);
  }

  /** Returns whether it was read from a topic and its value has since been let go. */
  boolean hasLostItsBytes() {
    return value == null && partition >= 0 && offset >= 0;
  }
}
