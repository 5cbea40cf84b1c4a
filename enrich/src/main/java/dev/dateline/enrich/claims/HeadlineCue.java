package dev.dateline.enrich.claims;

import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.List;
import java.util.Set;

/** The colon as a cue, in headlines and transcripts: "Zelensky: Russia will not win". Stateless. */
final class HeadlineCue {

  private static final int LONGEST_NAME = 6;

  private static final Cue COLON =
      new Cue(":", CueClass.SAY, Polarity.AFFIRMED, Hedge.CERTAIN, Set.of(CuePattern.CLAUSE));

  private HeadlineCue() {}

  /**
   * Adds the attribution of a passage that opens with a name, or with such as "police", and a
   * colon.
   */
  static void find(Passage p, List<CueSite> sites, List<Draft> drafts) {
    int colon = 0;
    while (colon < Math.min(p.size(), LONGEST_NAME) && !p.is(colon, ":")) {
      colon++;
    }
    if (colon == 0 || !p.is(colon, ":") || colon + 1 >= p.size()) {
      return;
    }
    boolean speaks = p.item(colon - 1).mention() != null || p.isAny(colon - 1, WordLists.SPEAKING);
    if (!speaks || Grammar.nounPhraseStart(p, colon - 1, 0) > 0) {
      return;
    }
    int end = p.endWithoutStop();
    if (!Constructions.holdsClause(p, colon + 1, end) && !Constructions.isStatement(p, colon + 1)) {
      return;
    }
    Phrase claimant = new Phrase(0, colon, 0, colon);
    drafts.add(
        new Draft(
            p,
            claimant,
            p,
            COLON,
            p.item(colon).span(),
            Constructions.content(p, colon + 1, Extent.end(p, colon + 1, end, sites)),
            Hedge.CERTAIN,
            "headline"));
  }
}
