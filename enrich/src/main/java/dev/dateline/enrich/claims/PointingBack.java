package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.Hedge;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue in the sentence after its content: "The bridge was hit. This was reported by X."
 * Stateless.
 */
final class PointingBack {

  private static final Set<String> THIS = Set.of("this", "it", "that");

  private PointingBack() {}

  /**
   * Adds the attribution of a passage that says who said the one before.
   *
   * @param before the passage before; null when there is none
   * @param claimed whether the one before is attributed already
   */
  static void find(
      @Nullable Passage before,
      Passage p,
      boolean claimed,
      List<CueSite> sites,
      List<Draft> drafts) {
    if (before == null || claimed || p.paragraph() - before.paragraph() > 1 || sites.isEmpty()) {
      return;
    }
    CueSite site = sites.get(0);
    Phrase agent = agent(p, site);
    List<TextSpan> content = Constructions.content(before, 0, before.endWithoutStop());
    if (agent != null
        && !content.isEmpty()
        && Constructions.holdsClause(before, 0, before.size())) {
      drafts.add(
          new Draft(
              p, agent, p, site.cue(), site.span(p), content, Hedge.CERTAIN, "pointing back"));
    }
  }

  private static @Nullable Phrase agent(Passage p, CueSite site) {
    int end = p.endWithoutStop();
    if (site.passive() && site.group() == 1 && p.isAny(0, THIS)) {
      int by = Framing.skipTimes(p, site.after());
      return p.is(by, "by") ? Subjects.after(p, by + 1, end) : null;
    }
    boolean inverted = p.is(0, "about") && p.is(1, "this") && site.verb() == 2;
    return inverted ? Subjects.after(p, site.after(), end) : null;
  }
}
