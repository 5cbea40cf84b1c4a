package dev.dateline.streams;

import dev.dateline.schemas.avro.DeadLetterStage;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record that a topology fails on into a dead letter; the stream goes on.
 *
 * <p>What the topology wrote and forwarded before it failed stays: processors validate first, then
 * write, then forward. Kafka's own faults, and those of a punctuation, which has no record, fail
 * the task instead.
 */
public final class DeadLetterProcessingHandler implements ProcessingExceptionHandler {

  private DeadLetters letters = DeadLetters.configured(Map.of());
  private @Nullable OriginalRecords originals;

  @Override
  public void configure(Map<String, ?> configuration) {
    letters = DeadLetters.configured(configuration);
    originals = OriginalRecords.configured(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, @Nullable Record<?, ?> failed, Exception fault) {
    if (failed == null || originals == null || !Faults.isOfTheRecord(fault)) {
      return Response.fail();
    }
    return Response.resume(
        List.of(letters.of(DeadLetterStage.PROCESSING, originals.of(context, ""), fault)));
  }
}
