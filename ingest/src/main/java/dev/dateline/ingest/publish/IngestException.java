package dev.dateline.ingest.publish;

/** Says in one line why ingest cannot go on. */
public class IngestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes one with its line for people. */
  public IngestException(String message) {
    super(message);
  }

  /** Makes one with its line for people and its cause. */
  public IngestException(String message, Throwable cause) {
    super(message, cause);
  }
}
