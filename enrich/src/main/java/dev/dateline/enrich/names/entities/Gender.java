package dev.dateline.enrich.names.entities;

/** The gender an article's words imply for a person. */
enum Gender {
  UNKNOWN,
  FEMALE,
  MALE;

  /** Tells whether the two can belong to one person. */
  boolean agrees(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
