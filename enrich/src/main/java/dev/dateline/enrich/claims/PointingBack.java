package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue in the sentence after its content: "The bridge was hit. This was reported by X."
 * Stateless.
 */
final class PointingBack {

  private static final Set<String> THIS = Set.of("this", "it", "that");
  private static final Set<String> THESE = Set.of("this", "that", "these", "those", "such", "the");

  private PointingBack() {}

  /**
   * Adds the attribution of a passage that says who said the one before.
   *
   * @param before the passage before; null when there is none
   * @param told what is attributed of the one before already: that can only be denied or confirmed
   */
  static void find(
      @Nullable Passage before,
      Passage p,
      List<Draft> told,
      List<CueSite> sites,
      List<Draft> drafts) {
    if (before == null || p.paragraph() - before.paragraph() > 1 || sites.isEmpty()) {
      return;
    }
    CueSite site = sites.get(0);
    CueClass cue = site.cue().cueClass();
    boolean answered = cue == CueClass.DENY || cue == CueClass.CONFIRM;
    if (!told.isEmpty() && (!answered || isDenial(told.get(told.size() - 1)))) {
      return;
    }
    Phrase agent = agent(p, site);
    List<TextSpan> content =
        told.isEmpty()
            ? Constructions.content(before, 0, before.endWithoutStop())
            : told.get(told.size() - 1).content();
    if (agent != null
        && !content.isEmpty()
        && Constructions.holdsClause(before, 0, before.size())) {
      drafts.add(
          new Draft(
              p, agent, p, site.cue(), site.span(p), content, Hedge.CERTAIN, "pointing back"));
    }
  }

  /** What confirms a denial does not say what was denied. */
  private static boolean isDenial(Draft draft) {
    return draft.cue() != null && draft.cue().polarity() == Polarity.DENIED;
  }

  /** "This", "that information", "the claim". */
  private static boolean pointsBack(Passage p, int verb) {
    return verb == 1
        ? p.isAny(0, THIS)
        : verb == 2 && p.isAny(0, THESE) && p.isAny(1, WordLists.POINTING_NOUN);
  }

  private static @Nullable Phrase agent(Passage p, CueSite site) {
    int end = p.endWithoutStop();
    if (site.passive() && pointsBack(p, site.group())) {
      int by = Framing.skipTimes(p, site.after());
      return p.is(by, "by") ? Subjects.after(p, by + 1, end) : null;
    }
    boolean inverted = p.is(0, "about") && p.is(1, "this") && site.verb() == 2;
    return inverted ? Subjects.after(p, site.after(), end) : null;
  }
}
