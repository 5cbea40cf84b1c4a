package dev.dateline.streams;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells whether a fault is the record's own, and whether trying again may help. */
final class Faults {

  private Faults() {}

  /** Returns whether the fault may pass by itself: a time-out, a broker that is away. */
  static boolean isRetriable(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof RetriableException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether the same record would fail again, however healthy Kafka is: then it becomes a
   * dead letter. Kafka Streams hands its own faults (a broken store, a fenced producer) to the same
   * handlers, and a dead letter for one of those would lose a good record.
   */
  static boolean isOfTheRecord(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SerializationException || cause instanceof ClassCastException) {
        return !isRetriable(cause);
      }
      if (cause instanceof KafkaException && !(cause.getCause() instanceof ClassCastException)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the cause that says most: the innermost with a message, else the innermost. */
  static Throwable rootOf(Throwable fault) {
    Throwable root = fault;
    for (Throwable cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null) {
        root = cause;
      }
    }
    return root;
  }
}
