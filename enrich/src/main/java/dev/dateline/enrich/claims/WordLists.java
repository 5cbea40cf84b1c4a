package dev.dateline.enrich.claims;

import java.util.Set;

/** The word lists of {@code words.tsv}, by the names they have there. Immutable. */
final class WordLists {

  static final Set<String> COMMENT_PARTICIPLE = list("comment-participle");
  static final Set<String> COMMENT_NOUN = list("comment-noun");
  static final Set<String> COMMENT_OPENER = list("comment-opener");
  static final Set<String> CLAIMED_NOUN = list("claimed-noun");
  static final Set<String> FALSEHOOD = list("falsehood");
  static final Set<String> POINTING_NOUN = list("pointing-noun");
  static final Set<String> SPEAKING = list("speaking");
  static final Set<String> SPREADING = list("spreading");
  static final Set<String> REPORTING_PLURAL = list("reporting-plural");
  static final Set<String> EVENT_NOUN = list("event-noun");
  static final Set<String> OUTLET = list("outlet");
  static final Set<String> NOBODY = list("nobody");
  static final Set<String> ANONYMOUS = list("anonymous");
  static final Set<String> FRAMING_NOUN = list("framing-noun");
  static final Set<String> HEDGE_POSSIBLE = list("hedge-possible");
  static final Set<String> HEDGE_REPORTED = list("hedge-reported");
  static final Set<String> NEGATION = list("negation");
  static final Set<String> SURE_CUE = list("sure-cue");
  static final Set<String> ROLE_NOUN = list("role-noun");
  static final Set<String> PUBLISHED = list("published");
  static final Set<String> HONORIFIC = list("honorific");
  static final Set<String> COUNTED_BY = list("counted-by");
  static final Set<String> CHAMBER = list("chamber");
  static final Set<String> PORTFOLIO = list("portfolio");

  private WordLists() {}

  private static Set<String> list(String name) {
    return Tables.words("words.tsv", name);
  }
}
