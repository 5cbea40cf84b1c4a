package dev.dateline.broker;

import org.jspecify.annotations.Nullable;

/** Says in one line why the embedded broker is not there, and what to do. */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public enum Reason {
    /** Kafka's jars are not where they were looked for. */
    LIBRARIES_MISSING,
    /** The data directory cannot be made or written. */
    DIRECTORY_UNUSABLE,
    /** Another process has the data directory. */
    DIRECTORY_IN_USE,
    /** The port asked for is taken. */
    PORT_IN_USE,
    /** The broker ended or did not answer in time. */
    NOT_STARTED
  }

  private final Reason reason;

  BrokerException(Reason reason, String message) {
    this(reason, message, null);
  }

  BrokerException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Returns what stood in the way. */
  public Reason reason() {
    return reason;
  }
}
