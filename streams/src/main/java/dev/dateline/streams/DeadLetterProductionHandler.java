package dev.dateline.streams;

import dev.dateline.schemas.avro.DeadLetterStage;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record whose output cannot be written into a dead letter; the stream goes on.
 *
 * <p>That is possible only for an output that never reached the producer, such as one {@link
 * RecordSerdes} refuses as too large. Once the producer or a broker refuses an output the
 * transaction is lost: a fault that may pass is tried again, any other stops the application.
 */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {

  private DeadLetters letters = DeadLetters.configured(Map.of());
  private @Nullable OriginalRecords originals;

  @Override
  public void configure(Map<String, ?> configuration) {
    letters = DeadLetters.configured(configuration);
    originals = OriginalRecords.configured(configuration);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ProducerRecord<byte[], byte[]> output, Exception fault) {
    return fault instanceof RetriableException ? Response.retry() : Response.fail();
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is
  public Response handleSerializationError(
      ErrorHandlerContext context,
      ProducerRecord output,
      Exception fault,
      SerializationExceptionOrigin origin) {
    if (originals == null || Faults.isRetriable(fault)) {
      return Response.fail();
    }
    OriginalRecord original = originals.of(context, output.topic());
    return Response.resume(List.of(letters.of(DeadLetterStage.PRODUCTION, original, fault)));
  }
}
