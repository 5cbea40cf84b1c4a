package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.Hedge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the constructions share: making drafts, quotations as content, what stands around.
 * Stateless.
 */
final class Constructions {

  private static final Set<String> POINTED_AT =
      Set.of("same", "day", "night", "morning", "evening", "afternoon", "week", "month", "year");

  private static final int SHORTEST_CLAUSE = 4;

  private static final Set<String> UNLIKELY_SUBJECTS =
      Set.of(
          "so",
          "him",
          "me",
          "them",
          "us",
          "something",
          "nothing",
          "anything",
          "what",
          "which",
          "who");

  private Constructions() {}

  static Draft draft(
      Passage p, CueSite site, @Nullable Phrase claimant, List<TextSpan> content, String rule) {
    return new Draft(p, claimant, p, site.cue(), site.span(p), content, hedge(p, site), rule);
  }

  private static Hedge hedge(Passage p, CueSite site) {
    for (int i = site.group() - 1; i < site.verb(); i++) {
      if (p.isAny(i, WordLists.HEDGE_REPORTED)) {
        return Hedge.REPORTED;
      }
    }
    return site.passive() ? Hedge.REPORTED : Hedge.CERTAIN;
  }

  /** Tells whether a quotation that is a whole statement stands at an index. */
  static boolean isStatement(Passage p, int i) {
    return p.isQuotation(i) && !Grammar.isNamelike(p, i);
  }

  /**
   * Returns what a quotation says, without its marks; an item's own positions where there is none.
   */
  static TextSpan quoted(Passage p, int i) {
    Quotation quotation = p.quotation(i);
    return quotation == null ? p.item(i).span() : withoutComma(p, quotation.inner());
  }

  /** The comma before a closing mark is the writer's. */
  private static TextSpan withoutComma(Passage p, TextSpan inner) {
    int last = inner.end() - 1;
    return inner.length() > 1 && p.text().charAt(last) == ','
        ? new TextSpan(inner.start(), last)
        : inner;
  }

  /**
   * Returns the content from one item to before another; without marks where it is one quotation.
   */
  static List<TextSpan> content(Passage p, int from, int to) {
    int start = from;
    while (start < to && (p.isComma(start) || p.isDash(start) || p.is(start, ":"))) {
      start++;
    }
    int end = to;
    while (end > start
        && (p.isComma(end - 1) || p.isDash(end - 1) || p.isStop(end - 1) || p.is(end - 1, ";"))) {
      end--;
    }
    if (start >= end) {
      return List.of();
    }
    if (end - start == 1 && p.isQuotation(start)) {
      return List.of(quoted(p, start));
    }
    if (end - start == 2 && p.is(start, "that") && isStatement(p, start + 1)) {
      return List.of(quoted(p, start + 1));
    }
    return List.of(p.span(start, end));
  }

  /** Joins stretches of content. */
  static List<TextSpan> join(List<TextSpan> first, List<TextSpan> second) {
    List<TextSpan> joined = new ArrayList<>(first);
    joined.addAll(second);
    return joined;
  }

  /** Tells whether a clause that could be a content ends right before an index. */
  static boolean endsClause(Passage p, int i) {
    return p.isComma(i - 1) || p.isDash(i - 1) || p.isStop(i - 1) || isStatement(p, i - 1);
  }

  /** Tells whether the items hold a clause: a quotation, or a finite verb of their own. */
  static boolean holdsClause(Passage p, int from, int to) {
    for (int i = from; i < to; i++) {
      if (isStatement(p, i)) {
        return true;
      }
    }
    int first = from;
    while (first < to && (p.hasPos(first, "CCONJ") || p.isPunctuation(first))) {
      first++;
    }
    // "As he left, she said …", "When asked, she said …": a subordinate clause alone claims
    // nothing.
    if (p.isAny(first, Grammar.FRAMING_CONJUNCTIONS)) {
      int comma = first;
      while (comma < to && !p.isComma(comma)) {
        comma++;
      }
      return comma + 1 < to && Grammar.hasFinite(p, comma + 1, to);
    }
    return Grammar.hasFinite(p, first, to);
  }

  /**
   * Tells whether a clause is unfinished before an inserted attribution and goes on behind it: "The
   * data were, the study says, more closely …", "She led, according to X, the largest …".
   *
   * @param inserted first item of the insertion, with a comma before it
   * @param next first item behind it
   */
  static boolean breaksOff(Passage p, int inserted, int next) {
    int last = p.isComma(inserted - 1) ? inserted - 2 : inserted - 1;
    if (last < 0 || p.isPunctuation(next) || !(p.isComma(next - 1) || p.isDash(next - 1))) {
      return false;
    }
    if (p.hasPos(last, "AUX")
        || p.isAny(last, Grammar.BE)
        || (p.hasPos(last, "ADP") && !p.hasPos(last - 1, "VERB"))
        || p.is(last, "when")
        || p.is(last, "that")) {
      return true;
    }
    boolean active =
        p.hasPos(last, "VERB")
            && !p.hasPos(last - 1, "AUX")
            && !p.isAny(last - 1, Grammar.BE)
            && !p.isAny(last - 1, Grammar.HAVE);
    boolean object = p.is(next, "the") || p.is(next, "a") || p.is(next, "an");
    return active && (object || Grammar.opensNumber(p, next) || p.hasPos(next, "NUM"));
  }

  /** Tells whether "that" at an index opens a clause: not "that same day", not "that came". */
  static boolean isComplementizer(Passage p, int i) {
    boolean relative = Grammar.isFinite(p, i + 1) && !Grammar.isFinite(p, i + 2);
    return p.is(i, "that") && !relative && !p.isAny(i + 1, POINTED_AT);
  }

  /** Tells whether a subject seems to start at an index, with enough after it for a clause. */
  static boolean startsLikeClause(Passage p, int from, int ceiling) {
    boolean subject =
        p.hasPos(from, "DET")
            || p.hasPos(from, "NOUN")
            || p.hasPos(from, "PROPN")
            || p.hasPos(from, "NUM")
            || p.hasPos(from, "ADJ")
            || looksLikeNoun(p, from)
            || (p.hasPos(from, "PRON") && !p.isAny(from, UNLIKELY_SUBJECTS));
    return (subject || Grammar.opensNumber(p, from)) && ceiling - from >= SHORTEST_CLAUSE;
  }

  /** "said increased buying power could": a participle or a plural the tagger takes for a verb. */
  private static boolean looksLikeNoun(Passage p, int i) {
    boolean ending =
        p.lower(i).endsWith("s") || p.lower(i).endsWith("ed") || p.lower(i).endsWith("ing");
    return p.hasPos(i, "VERB") && ending && !p.is(i + 1, "by");
  }

  /**
   * Tells whether a clause starts at an index that can be nothing else: a subject, with no more
   * than an adverb and an attribute with a preposition between, and its auxiliary ("the missile was
   * launched").
   */
  static boolean startsPlainClause(Passage p, int from, int ceiling) {
    int verb = Grammar.nounPhraseEnd(p, from, ceiling);
    if (verb == from || p.isAny(from, UNLIKELY_SUBJECTS)) {
      return false;
    }
    if (p.hasPos(verb, "ADP")) {
      verb = Grammar.nounPhraseEnd(p, verb + 1, ceiling);
    }
    while (p.hasPos(verb, "ADV")) {
      verb++;
    }
    return verb < ceiling && p.hasPos(verb, "AUX") && Grammar.isFinite(p, verb);
  }

  /** Tells whether a clause with its own subject and verb starts at an index. */
  static boolean startsClause(Passage p, int from, int ceiling) {
    if (p.isQuotation(from)) {
      return Grammar.hasFinite(p, from + 1, ceiling) || isStatement(p, from);
    }
    boolean gerund = p.hasPos(from, "VERB") && p.lower(from).endsWith("ing");
    if (p.is(from, "and") || p.is(from, "but") || p.is(from, "or")) {
      return false;
    }
    if ((p.hasPos(from, "ADP") && !Grammar.opensNumber(p, from))
        || p.hasPos(from, "PUNCT")
        || (p.hasPos(from, "VERB") && !gerund)
        || p.hasPos(from, "AUX")) {
      return false;
    }
    boolean relative = false;
    for (int i = from; i < ceiling; i++) {
      if (p.isQuotation(i) && i > from && Grammar.endsNounPhrase(p, i - 1)) {
        return true;
      }
      if (i > from && p.isAny(i, Grammar.RELATIVE) && Grammar.endsNounPhrase(p, i - 1)) {
        // "estimated the number that was lost": the verb of a relative clause is not the clause's.
        relative = true;
      } else if (Grammar.isFinite(p, i)) {
        if (!relative) {
          return i > from;
        }
        relative = p.hasPos(i, "AUX") && Grammar.isFinite(p, i + 1);
      }
      if ((p.is(i, "to") && p.hasPos(i, "PART") && !relative && !gerund) || p.is(i, ";")) {
        return false;
      }
    }
    return false;
  }
}
