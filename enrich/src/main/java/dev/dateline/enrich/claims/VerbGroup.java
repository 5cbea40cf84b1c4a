package dev.dateline.enrich.claims;

import java.util.Set;

/** The verb with its auxiliaries, adverbs and negation. Stateless. */
final class VerbGroup {

  private static final Set<String> MODALS =
      Set.of(
          "can", "could", "may", "might", "must", "shall", "should", "will", "would", "'ll", "’ll",
          "wo", "ca");

  private static final Set<String> UNREAL =
      Set.of("can", "could", "may", "might", "must", "shall", "should", "ca");

  private VerbGroup() {}

  /** Returns the first item of the group whose last verb stands at an index. */
  static int start(Passage p, int verb, int floor) {
    int start = verb;
    for (int i = verb - 1; i >= floor; i--) {
      if (p.hasPos(i, "AUX")
          || p.isAny(i, Grammar.NOT)
          || p.isAny(i, MODALS)
          || (p.isAny(i, Grammar.HAVE) && !p.hasPos(i, "PROPN"))) {
        start = i;
      } else if (!p.hasPos(i, "ADV") && !p.is(i, "earlier")) {
        break;
      }
    }
    return start;
  }

  /** Tells whether the group is negated. */
  static boolean isNegated(Passage p, int start, int verb) {
    for (int i = start; i < verb; i++) {
      if (p.isAny(i, Grammar.NOT)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the group says what may be said, not what is ("could say", "should tell"). */
  static boolean isUnreal(Passage p, int start, int verb) {
    for (int i = start; i < verb; i++) {
      if (p.isAny(i, UNREAL)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a participle at an index stands in the passive. */
  static boolean isPassive(Passage p, int start, int verb) {
    for (int i = verb - 1; i >= start; i--) {
      if (p.hasPos(i, "ADV") || p.isAny(i, Grammar.NOT)) {
        continue;
      }
      return p.isAny(i, Grammar.BE);
    }
    return false;
  }
}
