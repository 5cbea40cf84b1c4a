package dev.dateline.enrich.claims;

import java.util.Set;

/** Skips what stands between a cue and its content: when, where, to whom it was said. Stateless. */
final class Framing {

  private static final Set<String> PREPOSITIONS =
      Set.of(
          "on",
          "in",
          "at",
          "during",
          "after",
          "before",
          "to",
          "via",
          "through",
          "with",
          "by",
          "from",
          "over",
          "about",
          "following",
          "for",
          "of");

  private Framing() {}

  /** Returns the first item after adverbs, times and prepositional phrases. */
  static int skip(Passage p, int from, boolean addressee) {
    int i = from;
    int limit = p.size();
    if (addressee) {
      i = skipAddressee(p, i);
    }
    while (i < limit) {
      if (p.hasPos(i, "ADV")
          && !p.is(i, "how")
          && !p.is(i, "why")
          && !p.is(i, "when")
          && !p.is(i, "where")) {
        i++;
      } else if (p.isTime(i)) {
        i++;
      } else if (p.hasPos(i, "ADP") && p.isAny(i, PREPOSITIONS)) {
        int next = phraseEnd(p, i);
        if (next == i) {
          return i;
        }
        i = next;
      } else {
        return i;
      }
    }
    return i;
  }

  /** Returns one past the noun phrase, and what hangs on it, that a preposition opens. */
  private static int phraseEnd(Passage p, int preposition) {
    int i = preposition + 1;
    if (p.isTime(i)) {
      while (p.isTime(i)) {
        i++;
      }
      return i;
    }
    if (p.hasPos(i, "VERB") && p.lower(i).endsWith("ing")) {
      i++;
    }
    int end = Grammar.nounPhraseEnd(p, i, p.size());
    return end == i ? preposition : end;
  }

  private static int skipAddressee(Passage p, int from) {
    int end = Grammar.nounPhraseEnd(p, from, p.size());
    if (end == from) {
      return from;
    }
    while (p.hasPos(end, "CCONJ") || p.is(end, "of")) {
      int next = Grammar.nounPhraseEnd(p, end + 1, p.size());
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }
}
