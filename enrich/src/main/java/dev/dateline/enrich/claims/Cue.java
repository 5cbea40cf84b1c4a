package dev.dateline.enrich.claims;

import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.Set;

/**
 * One entry of the cue lexicon. Immutable.
 *
 * @param lemma dictionary form
 * @param cueClass what kind of act it reports
 * @param polarity what it says of its content
 * @param hedge how sure it alone makes the content sound
 * @param patterns what may stand as its content
 */
record Cue(
    String lemma, CueClass cueClass, Polarity polarity, Hedge hedge, Set<CuePattern> patterns) {

  /** Keeps its own copy of the patterns. */
  Cue {
    patterns = Set.copyOf(patterns);
  }

  /** Tells whether the pattern may stand as content. */
  boolean takes(CuePattern pattern) {
    return patterns.contains(pattern);
  }

  /** Tells whether it denies or confirms, which may be what somebody else says. */
  boolean answers() {
    return cueClass == CueClass.DENY || cueClass == CueClass.CONFIRM;
  }
}
