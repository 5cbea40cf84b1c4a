package dev.dateline.schemas;

import org.jspecify.annotations.Nullable;

/** A schema registry that refuses or does not answer; the message is one line for people. */
public final class SchemaRegistryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Makes it with the cause, or null where the registry itself said no. */
  SchemaRegistryException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
