package dev.dateline.enrich.claims;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries the constructions of a verb on every cue of a passage, the most telling first. */
final class VerbCues {

  private VerbCues() {}

  /** Adds the attributions of one passage. */
  static void find(Passage p, List<CueSite> sites, List<Draft> drafts) {
    int floor = 0;
    Draft latest = null;
    for (CueSite site : sites) {
      Draft draft = match(p, site, sites, floor, latest);
      if (draft != null) {
        drafts.add(draft);
        latest = draft;
        floor = indexAfter(p, draft, site);
      }
    }
  }

  private static @Nullable Draft match(
      Passage p, CueSite site, List<CueSite> sites, int floor, @Nullable Draft latest) {
    if (site.passive()) {
      return PassiveCue.match(p, site, sites);
    }
    Draft trailing = TrailingCue.match(p, site, sites, floor, latest);
    if (trailing != null) {
      return trailing;
    }
    if (site.subject() == null || site.inverted()) {
      return null;
    }
    Draft framed = FramedCue.match(p, site, sites);
    return framed != null ? framed : LeadingCue.match(p, site, sites);
  }

  /** Returns the first item after everything a draft has used up. */
  private static int indexAfter(Passage p, Draft draft, CueSite site) {
    int end = draft.content().get(draft.content().size() - 1).end();
    int index = site.after();
    while (index < p.size() && p.item(index).start() < end) {
      index++;
    }
    return index;
  }
}
