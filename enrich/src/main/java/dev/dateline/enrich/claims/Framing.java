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
          "following",
          "for",
          "of",
          "about",
          "alongside",
          "outside",
          "inside",
          "near",
          "ahead",
          "upon",
          "late",
          "early");

  private static final Set<String> TOPIC = Set.of("of", "about", "for", "over");

  private static final Set<String> CONTENT_ADVERBS =
      Set.of(
          "how", "why", "when", "where", "there", "only", "even", "just", "nearly", "about",
          "almost", "more", "most", "so", "now");

  private Framing() {}

  /** Returns the first item after adverbs, times and prepositional phrases. */
  static int skip(Passage p, int from) {
    int i = from;
    while (i < p.size()) {
      int next = skipOne(p, i);
      // "in a statement posted on Sunday": where the noun came out.
      boolean published =
          next == i
              && i > from
              && !p.isTime(i - 1)
              && Grammar.endsNounPhrase(p, i - 1)
              && p.isAny(i, WordLists.PUBLISHED);
      if (next == i && !published) {
        return i;
      }
      i = published ? i + 1 : next;
    }
    return i;
  }

  /** Returns the first item after times and the prepositions before them. */
  static int skipTimes(Passage p, int from) {
    int i = from;
    while (p.isTime(i) || (p.hasPos(i, "ADP") && p.isTime(i + 1))) {
      i++;
    }
    return i;
  }

  private static int skipOne(Passage p, int i) {
    if (p.isTime(i)) {
      int next = i;
      while (p.isTime(next)) {
        next++;
      }
      // "said Friday's attack was": the day belongs to what is said.
      return Grammar.isPossessiveMark(p, next) ? i : next;
    }
    if (Grammar.opensNumber(p, i)) {
      return i;
    }
    if (p.hasPos(i, "ADV") && !p.isAny(i, CONTENT_ADVERBS)) {
      return i + 1;
    }
    if (p.isAny(i, PREPOSITIONS) && !p.hasPos(i, "PART")) {
      return skipPrepositional(p, i);
    }
    return i;
  }

  /**
   * Returns one past the noun phrase that a preposition opens; the preposition itself when none.
   */
  private static int skipPrepositional(Passage p, int preposition) {
    int i = preposition + 1;
    int pastTime = i;
    while (p.isTime(pastTime)) {
      pastTime++;
    }
    if (pastTime > i && !Grammar.isPossessiveMark(p, pastTime)) {
      return pastTime;
    }
    if (p.hasPos(i, "VERB") && p.lower(i).endsWith("ing")) {
      i++;
    }
    int end = Grammar.nounPhraseEnd(p, i, p.size());
    if (end == i) {
      return preposition;
    }
    // "warned of attacks" has its content after the preposition, "said of the attack: …" has not.
    boolean topic = p.isAny(preposition, TOPIC);
    if (!topic) {
      return end;
    }
    while (p.hasPos(end, "ADP")) {
      int next = Grammar.nounPhraseEnd(p, end + 1, p.size());
      if (next == end + 1) {
        break;
      }
      end = next;
    }
    boolean opens = p.is(end, "that") || p.isComma(end) || p.is(end, ":") || p.isQuotation(end);
    return opens ? end : preposition;
  }

  /** Returns one past whom it was said to; the index itself when nobody stands there. */
  static int skipAddressee(Passage p, int from) {
    int end = Grammar.nounPhraseEnd(p, from, p.size());
    if (end == from || (Grammar.isFinite(p, end) && !p.hasPos(from, "PRON"))) {
      return from;
    }
    while (p.hasPos(end, "CCONJ") || p.is(end, "of") || p.is(end, "at") || p.is(end, "in")) {
      int next = Grammar.nounPhraseEnd(p, end + 1, p.size());
      if (next == end + 1 || Grammar.isFinite(p, next)) {
        break;
      }
      end = next;
    }
    return end;
  }
}
