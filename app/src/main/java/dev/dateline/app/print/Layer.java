package dev.dateline.app.print;

import java.util.Locale;

/** What a stretch of an article's text is to a reader, the later drawn over the earlier. */
enum Layer {
  CONTENT,
  PERSON,
  ORGANIZATION,
  NAME,
  PLACE,
  TIME,
  CLAIMANT,
  CUE;

  /** Returns its name for people. */
  String label() {
    return this == ORGANIZATION ? "organisation" : name().toLowerCase(Locale.ROOT);
  }
}
