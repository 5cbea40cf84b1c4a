package dev.dateline.ledger.match;

/**
 * One thing in which a claim differs from an earlier one.
 *
 * @param kind what differs
 * @param earlier how the earlier claim has it; empty when it has nothing of the kind
 * @param later how the later claim has it; empty when it has nothing of the kind
 */
public record Difference(Kind kind, String earlier, String later) {
  /** What can differ. */
  public enum Kind {
    /** One affirms what the other denies, or negates it. */
    POLARITY,
    /** A number of the same sort. */
    NUMBER,
    /** The act or state told. */
    PREDICATE,
    /** The place. */
    PLACE,
    /** The day. */
    TIME,
    /** A name. */
    NAME,
    /** Intended or possible against done. */
    MODALITY,
    /** Other words of weight. */
    WORDS
  }

  @Override
  public String toString() {
    return kind
        + " "
        + (earlier.isEmpty() ? "–" : earlier)
        + " → "
        + (later.isEmpty() ? "–" : later);
  }
}
