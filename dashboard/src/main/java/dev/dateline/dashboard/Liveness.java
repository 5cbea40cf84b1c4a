package dev.dateline.dashboard;

import org.jspecify.annotations.Nullable;

/** Tells how reading the topics goes. Thread-safe. */
public interface Liveness {

  /** Returns why nothing more is read; null while all is well. */
  @Nullable String failure();

  /** Returns how many records could not be read. */
  long unreadable();
}
