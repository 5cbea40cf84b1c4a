package dev.dateline.ledger.match;

/** How a claim stands to an earlier one. */
public enum Relation {
  /** It says the same. */
  SAME,
  /** Both cannot be true at once. */
  CONTRADICTS,
  /** It is a later state or value of the same matter. */
  UPDATES,
  /** It is about something else. */
  DIFFERENT;

  /** Position in the model's arrays. */
  @SuppressWarnings("EnumOrdinal") // The model's file names its lines and checks their order.
  int index() {
    return ordinal();
  }
}
