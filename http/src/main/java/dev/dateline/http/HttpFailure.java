package dev.dateline.http;

import java.net.URI;

/** Says why there is no answer; its message is one line for people. */
public final class HttpFailure extends Exception {

  private static final long serialVersionUID = 1L;

  /** The bounded set of reasons. */
  public enum Kind {
    /** The address is not a whole http or https address. */
    BAD_ADDRESS(true),
    /** The host's address may not be connected to. */
    NOT_PUBLIC(true),
    /** The host's name has no address. */
    UNKNOWN_HOST(false),
    /** Nobody answers at the address. */
    UNREACHABLE(false),
    /** The two ends do not agree on encryption, or the certificate is not the host's. */
    TLS(false),
    /** The deadline has passed, or the answer fell silent. */
    TIMEOUT(false),
    /** The answer is longer than the limit. */
    TOO_LARGE(true),
    /** The answer unpacks to far more than was sent. */
    DECOMPRESSION_BOMB(true),
    /** There are too many redirects, or one leads nowhere. */
    REDIRECT(true),
    /** The answer is not HTTP, or is encoded in a way that was not asked for. */
    UNREADABLE(false),
    /** The connection was closed before an answer came. */
    CLOSED(false);

    private final boolean lasting;

    Kind(boolean lasting) {
      this.lasting = lasting;
    }

    /** Tells whether asking again soon would give the same. */
    public boolean isLasting() {
      return lasting;
    }
  }

  private final Kind kind;

  HttpFailure(Kind kind, URI uri, String reason) {
    super("fetching " + uri + ": " + reason);
    this.kind = kind;
  }

  HttpFailure(Kind kind, URI uri, String reason, Throwable cause) {
    super("fetching " + uri + ": " + reason, cause);
    this.kind = kind;
  }

  /** Returns the kind of reason. */
  public Kind kind() {
    return kind;
  }
}
