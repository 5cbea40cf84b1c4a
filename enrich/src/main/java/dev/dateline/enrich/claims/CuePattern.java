package dev.dateline.enrich.claims;

import java.util.Locale;

/** What may stand as the content of a cue verb; {@code cues.tsv} explains each. */
enum CuePattern {
  REST,
  CLAUSE,
  THAT,
  BARE,
  WHETHER,
  QUOTE,
  TRAIL,
  TO,
  OBJECT_TO,
  OBJECT_ING,
  AS,
  NOUN,
  GERUND,
  AT,
  NUMBER,
  CLAIM,
  ABOUT,
  STATE,
  IMPERSONAL,
  NEGATED,
  ADDRESSEE;

  /** Reads the name as the lexicon writes it ("object-to"). */
  static CuePattern of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
