package dev.dateline.streams;

import org.jspecify.annotations.Nullable;

/** An application did not start or stopped by itself; the message is one line for people. */
public final class StreamsFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes it with the cause, or null where there is only silence. */
  public StreamsFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
