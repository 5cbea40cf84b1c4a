package dev.dateline.ingest.push;

import java.util.List;
import java.util.OptionalInt;

/** Says why a request is not taken, for its sender. */
final class PushRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<Fault> faults;
  private final transient OptionalInt retryAfterSeconds;

  /**
   * A field that is wrong.
   *
   * @param pointer where it stands in the body, a JSON Pointer (RFC 6901)
   * @param field its name; empty for the whole object
   * @param message what is wrong with it
   */
  record Fault(String pointer, String field, String message) {

    /** Returns it for people. */
    String describe() {
      String whole = field.isEmpty() ? message : field + " " + message;
      int last = pointer.lastIndexOf('/');
      String object = field.isEmpty() ? pointer : pointer.substring(0, Math.max(0, last));
      return object.isEmpty() ? whole : object + ": " + whole;
    }
  }

  private PushRefusedException(
      int status, String message, List<Fault> faults, OptionalInt retryAfterSeconds) {
    super(message);
    this.status = status;
    this.faults = List.copyOf(faults);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Refuses the request as a whole. */
  static PushRefusedException whole(int status, String message) {
    return new PushRefusedException(status, message, List.of(), OptionalInt.empty());
  }

  /** Refuses it for the fields named, at least one. */
  static PushRefusedException fields(int status, List<Fault> faults) {
    String more = faults.size() > 1 ? " (and " + (faults.size() - 1) + " more)" : "";
    return new PushRefusedException(
        status, faults.get(0).describe() + more, faults, OptionalInt.empty());
  }

  /** Asks the sender to come again. */
  static PushRefusedException later(int status, String message, int seconds) {
    return new PushRefusedException(status, message, List.of(), OptionalInt.of(seconds));
  }

  int status() {
    return status;
  }

  List<Fault> faults() {
    return faults;
  }

  OptionalInt retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
