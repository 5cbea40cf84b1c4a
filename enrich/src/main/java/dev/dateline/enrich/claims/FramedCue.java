package dev.dateline.enrich.claims;

import static dev.dateline.enrich.claims.Constructions.content;
import static dev.dateline.enrich.claims.Constructions.draft;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue in a frame around its content: "As X said, …", "On Sunday, X said, …", "a move X said
 * would be treason".
 */
final class FramedCue {

  private static final Set<String> SOURCES = Set.of("with", "citing", "quoting", "referring");

  private FramedCue() {}

  /** Returns the claim; null when the cue stands in no such frame. */
  static @Nullable Draft match(Passage p, CueSite site, List<CueSite> sites) {
    Phrase claimant = site.subject();
    if (claimant == null || site.shared() || site.passive()) {
      return null;
    }
    int end = p.endWithoutStop();
    int start = Framing.skip(p, site.after());
    if (site.cue().takes(CuePattern.ADDRESSEE) && !p.isComma(start)) {
      start = Framing.skip(p, Framing.skipAddressee(p, start));
    }
    boolean as = p.is(site.from() - 1, "as");
    if (as) {
      start = pastSource(p, start, end);
    }
    if (p.isComma(start)
        && start + 1 < end
        && site.cue().takes(CuePattern.TRAIL)
        && (site.cue().takes(CuePattern.CLAUSE) || site.cue().takes(CuePattern.THAT) || as)
        && (as || !Constructions.holdsClause(p, 0, site.from()))
        && !p.lower(start + 1).endsWith("ing")
        && !p.isAny(start + 1, Grammar.RELATIVE)
        && LeadingCue.pastInsertion(p, start, end) < 0
        && Constructions.startsClause(p, start + 1, end)) {
      return draft(
          p, site, claimant, content(p, start + 1, Extent.end(p, start + 1, end, sites)), "framed");
    }
    boolean gap = Grammar.isFinite(p, site.after()) && Grammar.endsNounPhrase(p, site.from() - 1);
    if (gap && site.cue().takes(CuePattern.CLAUSE)) {
      return draft(
          p,
          site,
          claimant,
          content(p, site.after(), Extent.end(p, site.after(), end, sites)),
          "gap");
    }
    return null;
  }

  /** "As Reuters reports, with reference to officials, …": returns the comma behind its source. */
  private static int pastSource(Passage p, int comma, int end) {
    if (!p.isComma(comma) || !p.isAny(comma + 1, SOURCES)) {
      return comma;
    }
    int next = comma + 1;
    while (next < end && !p.isComma(next)) {
      next++;
    }
    return next < end ? next : comma;
  }
}
