package dev.dateline.ingest.publish;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Writes lists of records, each list in one transaction: all of it is seen by who reads committed
 * records, or nothing.
 *
 * <p>A transaction that has to be aborted is written again, a few times. Not thread-safe.
 */
final class TransactionWriter {

  private static final int ATTEMPTS = 3;

  private final Producer<String, byte[]> producer;
  private final String sourceSet;

  TransactionWriter(Producer<String, byte[]> producer, String sourceSet) {
    this.producer = producer;
    this.sourceSet = sourceSet;
  }

  /** Ends what an earlier instance left open, and fences it. */
  void takeOver() {
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      throw failure(e);
    }
  }

  /** Writes the records in one transaction; returns when it is committed. */
  void write(List<ProducerRecord<String, byte[]>> records) {
    for (int attempt = 1; ; attempt++) {
      try {
        attempt(records);
        return;
      } catch (KafkaException e) {
        if (isFatal(e) || attempt == ATTEMPTS) {
          throw failure(e);
        }
        abort(e);
      }
    }
  }

  private void attempt(List<ProducerRecord<String, byte[]>> records) {
    AtomicReference<Exception> firstFailure = new AtomicReference<>();
    producer.beginTransaction();
    for (ProducerRecord<String, byte[]> record : records) {
      // The callback tells what the future would.
      Future<RecordMetadata> unused =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  firstFailure.compareAndSet(null, failure);
                }
              });
    }
    producer.flush();
    Exception failure = firstFailure.get();
    if (failure != null) {
      throw failure instanceof KafkaException kafka ? kafka : new KafkaException(failure);
    }
    commit();
  }

  private void commit() {
    try {
      producer.commitTransaction();
    } catch (TimeoutException e) {
      // The outcome is open after a time-out, and only asking again tells it: aborting could undo
      // nothing and write everything twice.
      producer.commitTransaction();
    }
  }

  private void abort(KafkaException cause) {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      e.addSuppressed(cause);
      throw failure(e);
    }
  }

  private static boolean isFatal(KafkaException e) {
    return isFenced(e)
        || e instanceof TimeoutException
        || e instanceof RecordTooLargeException
        || e instanceof AuthorizationException
        || e instanceof OutOfOrderSequenceException
        || e instanceof ApplicationRecoverableException
        || e instanceof UnsupportedVersionException;
  }

  private static boolean isFenced(Throwable e) {
    return e instanceof ProducerFencedException || e instanceof InvalidProducerEpochException;
  }

  private IngestException failure(KafkaException e) {
    if (isFenced(e) || (e.getCause() != null && isFenced(e.getCause()))) {
      return new TakenOverException(
          "publishing articles: another ingest of the source set \""
              + sourceSet
              + "\" has taken over: this one ends",
          e);
    }
    if (e instanceof TimeoutException) {
      return new IngestException(
          "publishing articles: Kafka does not answer: " + e.getMessage() + ": is it running?", e);
    }
    return new IngestException("publishing articles: " + e.getMessage(), e);
  }
}
