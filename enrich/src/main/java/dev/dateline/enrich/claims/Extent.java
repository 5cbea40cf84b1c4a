package dev.dateline.enrich.claims;

import java.util.List;

/** Finds where a content that is not in quotation marks ends. Stateless. */
final class Extent {

  private Extent() {}

  /**
   * Returns one past the last item of the content that starts at an index.
   *
   * @param sites every cue of the passage: one that goes on after "and" or a comma ends the content
   */
  static int end(Passage p, int from, int ceiling, List<CueSite> sites) {
    for (int i = from + 1; i < ceiling; i++) {
      if (p.is(i, ";") || opensSentence(p, i)) {
        return i;
      }
      if (p.isDash(i)) {
        int closing = closingDash(p, i, ceiling);
        if (closing < 0) {
          return i;
        }
        i = closing;
        continue;
      }
      if (p.isComma(i)
          && i > from + 1
          && (opensRemark(p, from, i + 1)
              || closesRelative(p, from, i, sites)
              || Rejoinder.opens(p, i, sites)
              || opensTail(p, i, sites))) {
        return i;
      }
      if (p.isComma(i) && isGloss(p, i, ceiling)) {
        return i;
      }
      if ((p.isComma(i) || p.hasPos(i, "CCONJ") || p.is(i, "while"))
          && !isOfContent(p, from, i, sites)
          && opensAttribution(p, i, sites)) {
        return i;
      }
      if ((p.is(i, "according") && p.is(i + 1, "to"))
          || (p.is(i, "as") && (isReportedBy(p, i) || startsSite(p, i + 1, sites)))) {
        return p.isComma(i - 1) ? i - 1 : i;
      }
    }
    return ceiling;
  }

  /** "… for information." However, she": the full stop stands inside the quotation. */
  private static boolean opensSentence(Passage p, int i) {
    if (!p.isQuotation(i - 1) || !p.isCapitalised(i) || p.isQuotation(i)) {
      return false;
    }
    String said = Constructions.quoted(p, i - 1).of(p.text());
    return said.endsWith(".") && said.indexOf(' ') > 0;
  }

  /**
   * "X, who says he was never asked, will appeal": the comma before the verb of the outer clause.
   */
  private static boolean closesRelative(Passage p, int from, int comma, List<CueSite> sites) {
    for (CueSite site : sites) {
      if (site.place() == CueSite.Place.ANTECEDENT
          && site.after() <= from
          && from - site.after() < 4) {
        return Grammar.isFinite(p, comma + 1);
      }
    }
    return false;
  }

  /** "had taken Oleshky, a town in the south that …": what the writer explains of a name. */
  private static boolean isGloss(Passage p, int comma, int ceiling) {
    boolean named =
        p.isCapitalised(comma - 1) || p.hasPos(comma - 2, "PROPN") || p.hasPos(comma - 1, "PROPN");
    boolean opens =
        p.is(comma + 1, "a")
            || p.is(comma + 1, "an")
            || (p.is(comma + 1, "some") && p.hasPos(comma + 2, "NUM"));
    if (!named || !opens) {
      return false;
    }
    boolean relative = false;
    for (int i = comma + 1; i < ceiling; i++) {
      if (p.isAny(i, Grammar.RELATIVE)) {
        relative = true;
      } else if (Grammar.isFinite(p, i) && !relative) {
        return false;
      } else if (p.isComma(i) && relative && Grammar.isFinite(p, i + 1)) {
        return false;
      }
    }
    return true;
  }

  private static int closingDash(Passage p, int open, int ceiling) {
    for (int i = open + 1; i < ceiling; i++) {
      if (p.isDash(i)) {
        // What follows must carry on the clause, not open a third part.
        return i + 1 < ceiling ? i : -1;
      }
    }
    return -1;
  }

  /** Tells whether the writer's own words open at an index, after a comma. */
  private static boolean opensRemark(Passage p, int from, int i) {
    if (p.isAny(i, WordLists.COMMENT_OPENER)) {
      // "said that it would hold, but that it would cost"
      return !(p.is(from, "that") && Constructions.isComplementizer(p, i + 1))
          || Grammar.isFinite(p, i + 2);
    }
    if (p.isAny(i, WordLists.COMMENT_PARTICIPLE) && p.lower(i).endsWith("ing")) {
      return true;
    }
    if (p.is(i, "as") && !p.is(i + 1, "well")) {
      return Grammar.hasFinite(p, i + 1, Math.min(p.size(), i + 9));
    }
    if (p.is(i, "a") || p.is(i, "an") || p.is(i, "the")) {
      int end = Grammar.nounPhraseEnd(p, i, p.size());
      // "a claim Kyiv denied" has its noun before the clause's own.
      return p.isAny(end - 1, WordLists.COMMENT_NOUN)
          || (p.isAny(i + 1, WordLists.COMMENT_NOUN) && p.isCapitalised(i + 2));
    }
    return false;
  }

  /** "…, The New York Times reports": behind its comma an attribution ends the sentence. */
  private static boolean opensTail(Passage p, int comma, List<CueSite> sites) {
    for (CueSite site : sites) {
      if (site.from() == comma + 1
          && site.place() == CueSite.Place.BEFORE
          && !site.passive()
          && site.cue().takes(CuePattern.TRAIL)
          && Framing.skip(p, site.after()) >= p.endWithoutStop()) {
        return true;
      }
    }
    return false;
  }

  /** "as reported by": not "as royalty by". */
  private static boolean isReportedBy(Passage p, int as) {
    return p.is(as + 2, "by") && (p.lower(as + 1).endsWith("ed") || p.is(as + 1, "told"));
  }

  private static boolean opensAttribution(Passage p, int i, List<CueSite> sites) {
    int next = i + 1;
    while (p.hasPos(next, "CCONJ")
        || p.isComma(next)
        || p.hasPos(next, "ADV")
        || p.is(next, "while")) {
      next++;
    }
    return startsSite(p, next, sites);
  }

  /** "According to X, the minister, Y, said …": the comma before the verb of the content itself. */
  private static boolean isOfContent(Passage p, int from, int comma, List<CueSite> sites) {
    for (CueSite site : sites) {
      if (site.group() == comma + 1 && site.place() == CueSite.Place.BEFORE && p.isComma(comma)) {
        return site.from() == from;
      }
    }
    return false;
  }

  private static boolean startsSite(Passage p, int index, List<CueSite> sites) {
    for (CueSite site : sites) {
      if (!site.passive()
          && (site.from() == index || site.group() == index)
          && opensContent(p, site)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a content of its own seems to follow a cue. */
  private static boolean opensContent(Passage p, CueSite site) {
    int next = Framing.skip(p, site.after());
    if (p.is(next, "that") || p.is(next, ":") || p.isQuotation(next)) {
      return true;
    }
    if (p.isComma(next) && (p.isQuotation(next + 1) || p.is(next + 1, "that"))) {
      return true;
    }
    if (ObjectContent.isOpen(p, site, next)) {
      return true;
    }
    boolean clause = site.cue().takes(CuePattern.CLAUSE) || site.cue().takes(CuePattern.ADDRESSEE);
    return (clause && Constructions.startsClause(p, next, p.endWithoutStop()))
        || (p.is(next, "to") && site.cue().takes(CuePattern.TO))
        || (site.cue().takes(CuePattern.NOUN) && !site.cue().takes(CuePattern.CLAUSE));
  }
}
