package dev.dateline.ledger.match;

import org.jspecify.annotations.Nullable;

/**
 * What sources tend to be at odds about.
 *
 * @param kind of what kind it is
 * @param topic within its kind: what is counted; empty for control
 * @param figure words of the number given; null when none is
 */
public record Matter(Kind kind, String topic, @Nullable String figure) {
  /** Kinds of matters. */
  public enum Kind {
    /** Who holds a place. */
    CONTROL,
    /** How many were killed, hurt or lost. */
    CASUALTIES
  }
}
