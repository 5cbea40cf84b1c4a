package dev.dateline.enrich.claims;

import static dev.dateline.enrich.claims.Constructions.content;
import static dev.dateline.enrich.claims.Constructions.draft;
import static dev.dateline.enrich.claims.Constructions.isStatement;
import static dev.dateline.enrich.claims.Constructions.quoted;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue before its content: "X said that …", "X told Y: “…”", "X denied …", "X accused Y of …".
 */
final class LeadingCue {

  private static final int LONGEST_INSERTION = 14;

  private static final Set<String> WH =
      Set.of("whether", "if", "how", "why", "what", "who", "where", "when", "which");

  private LeadingCue() {}

  /** Returns the claim that follows the cue; null when none does. */
  static @Nullable Draft match(Passage p, CueSite site, List<CueSite> sites) {
    Phrase claimant = site.subject();
    Cue cue = site.cue();
    int end = p.endWithoutStop();
    int start = Framing.skip(p, site.after());
    if (cue.lemma().equals("ask") && p.is(site.after(), "not") && p.is(site.after() + 2, "be")) {
      return null; // "asked not to be named"
    }
    if (p.is(start, "this")) {
      int colon = Framing.skip(p, start + 1);
      start = p.is(colon, ":") ? colon : start; // "said this on Telegram: …"
    }
    if (cue.takes(CuePattern.ABOUT) && !opens(p, start)) {
      start = event(p, site.after(), start, end);
    }
    if (cue.takes(CuePattern.IMPERSONAL)) {
      return claimant != null && p.is(claimant.coreFrom(), "it") && p.is(start, "that")
          ? clause(p, site, null, start, end, sites, "it emerged")
          : null;
    }
    if (cue.takes(CuePattern.ADDRESSEE) && !opens(p, start)) {
      int past = Framing.skipAddressee(p, start);
      if (past > start && past < end) {
        Draft toSomeone = at(p, site, claimant, Framing.skip(p, past), end, sites);
        if (toSomeone != null) {
          return toSomeone;
        }
      }
    }
    return at(p, site, claimant, start, end, sites);
  }

  /** "reported on Monday on the capture": what was skipped may be what is told. */
  private static int event(Passage p, int from, int to, int end) {
    for (int i = from; i < to; i++) {
      if (p.is(i, "on") && ObjectContent.isTopic(p, i, end)) {
        return i;
      }
    }
    return to;
  }

  private static boolean opens(Passage p, int i) {
    return p.is(i, "that") || p.isQuotation(i) || p.is(i, ":") || p.isComma(i);
  }

  private static @Nullable Draft at(
      Passage p, CueSite site, @Nullable Phrase claimant, int from, int end, List<CueSite> sites) {
    Cue cue = site.cue();
    int start = from;
    boolean pause = p.isComma(start) || p.is(start, ":") || p.isDash(start);
    if (pause && p.is(start + 1, "that")) {
      start++;
      pause = false;
    }
    int opening = pause ? start + 1 : start;
    if (opening >= end) {
      return null;
    }
    if (p.isQuotation(opening)
        && cue.takes(CuePattern.QUOTE)
        && (pause || isStatement(p, opening))) {
      return quotation(p, site, claimant, opening, end, sites);
    }
    if (p.is(start, ":")) {
      return draft(p, site, claimant, content(p, opening, end), "colon");
    }
    if (pause) {
      int past = pastInsertion(p, start, end);
      if (past >= 0) {
        return at(p, site, claimant, past, end, sites);
      }
      // "estimated by 2050, the city would …": the time belongs to what is said.
      boolean framed =
          start > site.after()
              && p.isComma(start)
              && cue.takes(CuePattern.CLAUSE)
              && !p.isAny(start + 1, Grammar.RELATIVE)
              && Constructions.startsClause(p, start + 1, end);
      return framed ? clause(p, site, claimant, site.after(), end, sites, "clause") : null;
    }
    if (Constructions.isComplementizer(p, start) && !isBareThat(p, start)) {
      return clause(p, site, claimant, start, end, sites, "that");
    }
    if (p.isAny(start, WH) && cue.takes(CuePattern.WHETHER)) {
      return clause(p, site, claimant, start, end, sites, "whether");
    }
    if (p.is(start, "to")
        && cue.takes(CuePattern.TO)
        && (p.hasPos(start + 1, "VERB") || p.hasPos(start + 1, "AUX"))) {
      return clause(p, site, claimant, start, end, sites, "to");
    }
    if (cue.takes(CuePattern.REST) && Constructions.startsLikeClause(p, start, end)) {
      return clause(p, site, claimant, start, end, sites, "rest");
    }
    boolean bare =
        cue.takes(CuePattern.BARE)
            && !site.passive()
            && claimant != null
            && !Grammar.hasFinite(p, claimant.coreFrom(), claimant.coreTo())
            && Constructions.startsPlainClause(p, start, end);
    if (bare || (cue.takes(CuePattern.CLAUSE) && Constructions.startsClause(p, start, end))) {
      return clause(p, site, claimant, start, end, sites, "clause");
    }
    return ObjectContent.match(p, site, claimant, start, end, sites);
  }

  /**
   * "explains, in a satirical fashion, that …": returns where the content opens; -1 when it does
   * not.
   */
  static int pastInsertion(Passage p, int comma, int end) {
    for (int i = comma + 1; i < Math.min(end, comma + LONGEST_INSERTION); i++) {
      if (p.isDash(comma) ? p.isDash(i) : p.isComma(i)) {
        return p.is(i + 1, "that") || Constructions.isStatement(p, i + 1) ? i + 1 : -1;
      }
      boolean participle = p.isComma(i - 1) || p.hasPos(i - 1, "ADV");
      if (Grammar.isFinite(p, i) && !participle) {
        return -1;
      }
    }
    return -1;
  }

  /** "that" alone, as in "said that": a pronoun, not the opening of a clause. */
  private static boolean isBareThat(Passage p, int i) {
    return (p.isPunctuation(i + 1) && !p.isComma(i + 1)) || i + 1 >= p.endWithoutStop();
  }

  private static Draft quotation(
      Passage p,
      CueSite site,
      @Nullable Phrase claimant,
      int opening,
      int end,
      List<CueSite> sites) {
    int next = opening + 1;
    String inner = quoted(p, opening).of(p.text());
    boolean closed = ".!?,…".indexOf(inner.charAt(inner.length() - 1)) >= 0;
    if (closed || next >= end || p.isPunctuation(next)) {
      List<TextSpan> content = List.of(quoted(p, opening));
      if ((p.isComma(next) || p.hasPos(next, "CCONJ"))
          && isStatement(p, next + 1)
          && !p.isCapitalised(next + 1)) {
        content = Constructions.join(content, List.of(quoted(p, next + 1)));
      }
      return draft(p, site, claimant, content, "quotation");
    }
    int close = Extent.end(p, opening, end, sites);
    return draft(p, site, claimant, content(p, opening, close), "quotation");
  }

  private static @Nullable Draft clause(
      Passage p,
      CueSite site,
      @Nullable Phrase claimant,
      int start,
      int end,
      List<CueSite> sites,
      String rule) {
    int past = pastSource(p, start, end);
    int from = p.isAny(past - 2, AccordingTo.DATA) ? past : start;
    List<TextSpan> content = content(p, from, Extent.end(p, past, end, sites));
    return content.isEmpty() ? null : draft(p, site, claimant, content, rule);
  }

  /**
   * "noted that, according to preliminary data, …": returns where what is noted goes on; the index
   * itself where no source comes first.
   */
  private static int pastSource(Passage p, int that, int end) {
    int source = p.isComma(that + 1) ? that + 2 : that + 1;
    if (!p.is(that, "that") || !p.is(source, "according") || !p.is(source + 1, "to")) {
      return that;
    }
    for (int i = source + 2; i < Math.min(end, source + LONGEST_INSERTION); i++) {
      if (p.isComma(i)) {
        return i + 1;
      }
    }
    return that;
  }
}
