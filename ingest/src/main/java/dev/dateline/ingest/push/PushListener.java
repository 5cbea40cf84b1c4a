package dev.dateline.ingest.push;

import java.net.URI;

/** Is told how taking in pushed articles goes; the calls come from several threads. */
public interface PushListener {

  /** Tells that articles are taken at the address. */
  void listening(URI address);

  /** Tells in one line that Kafka cannot be reached; what was sent waits, and more is refused. */
  void stalled(String message);

  /** Tells that Kafka can be reached again. */
  void recovered();
}
