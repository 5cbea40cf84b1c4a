package dev.dateline.ingest.publish;

/** Says in one line that another instance publishes now what this one did. */
public final class TakenOverException extends IngestException {

  private static final long serialVersionUID = 1L;

  TakenOverException(String message, Throwable cause) {
    super(message, cause);
  }
}
