package dev.dateline.ledger.match;

/** What function words do to a statement; the words are in {@code cues.txt}. */
enum Cue {
  NEGATION,
  WEAK_NEGATION,
  FUTURE,
  MODAL,
  PROGRESS,
  PERSIST,
  REVERSAL,
  WHOLE,
  PARTIAL,
  PRONOUN,
  SUBORDINATE
}
