package dev.dateline.streams;

import dev.dateline.schemas.avro.DeadLetterStage;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Turns a record that cannot be read into a dead letter; the stream goes on. */
public final class DeadLetterDeserializationHandler implements DeserializationExceptionHandler {

  private DeadLetters letters = DeadLetters.configured(Map.of());

  @Override
  public void configure(Map<String, ?> configuration) {
    letters = DeadLetters.configured(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> message, Exception fault) {
    if (Faults.isRetriable(fault)) {
      return Response.fail();
    }
    return Response.resume(
        List.of(letters.of(DeadLetterStage.DESERIALIZATION, OriginalRecord.of(message), fault)));
  }
}
