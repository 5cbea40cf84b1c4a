package dev.dateline.enrich.claims;

import static dev.dateline.enrich.claims.Constructions.content;
import static dev.dateline.enrich.claims.Constructions.draft;

import dev.dateline.schemas.avro.Hedge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cue in the passive: "it was reported that …", "X is said to have …", "X was accused of … by
 * Y".
 */
final class PassiveCue {

  private PassiveCue() {}

  /** Returns the claim; its claimant is null where the text names nobody. */
  static @Nullable Draft match(Passage p, CueSite site, List<CueSite> sites) {
    int end = p.endWithoutStop();
    Phrase subject = site.subject();
    int start = Framing.skip(p, site.after());
    Phrase agent = null;
    if (p.is(site.after(), "by")) {
      agent = Subjects.after(p, site.after() + 1, end);
      start = agent == null ? start : agent.to();
    }
    boolean impersonal = subject == null || p.is(subject.coreFrom(), "it");
    boolean bare =
        impersonal
            && subject != null
            && site.cue().takes(CuePattern.CLAUSE)
            && Constructions.startsClause(p, start, end);
    if ((p.is(start, "that") || bare)
        && (impersonal || agent != null)
        && (site.cue().takes(CuePattern.THAT) || site.cue().takes(CuePattern.CLAUSE))) {
      Draft said =
          draft(p, site, agent, content(p, start, Extent.end(p, start, end, sites)), "it was said");
      // With its author named it is no hearsay.
      return agent == null ? said : said.hedged(Hedge.CERTAIN);
    }
    int topic = Framing.skipTimes(p, agent == null ? site.after() : agent.to());
    if (impersonal && site.cue().takes(CuePattern.ABOUT) && ObjectContent.isTopic(p, topic, end)) {
      return draft(
          p,
          site,
          agent,
          content(p, topic + 1, Extent.end(p, topic + 1, end, sites)),
          "it was reported about");
    }
    if (subject != null
        && !impersonal
        && p.is(start, "to")
        && (p.hasPos(start + 1, "VERB") || p.hasPos(start + 1, "AUX"))
        && site.cue().takes(CuePattern.CLAUSE)
        && !site.cue().takes(CuePattern.ADDRESSEE)) {
      return draft(
          p,
          site,
          agent,
          Constructions.join(
              content(p, subject.from(), subject.to()),
              content(p, start, Extent.end(p, start, end, sites))),
          "is said to");
    }
    return null;
  }
}
