package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.List;
import java.util.Set;

/**
 * A colon or a dash as a cue, in headlines and transcripts: "Zelensky: Russia will not win",
 * "Russia will not win – Zelensky". Stateless.
 */
final class HeadlineCue {

  private static final int LONGEST_NAME = 6;

  private static final Cue COLON = cue(":");
  private static final Cue DASH = cue("–");

  private HeadlineCue() {}

  /** Adds the attribution of a passage that opens or ends with who says the rest. */
  static void find(Passage p, List<CueSite> sites, int found, List<Draft> drafts) {
    int colon = 0;
    while (colon < Math.min(p.size(), LONGEST_NAME) && !p.is(colon, ":")) {
      colon++;
    }
    if (colon > 0 && p.is(colon, ":") && colon + 1 < p.size()) {
      opening(p, colon, sites, drafts);
    } else if (drafts.size() == found) {
      closing(p, drafts);
    }
  }

  private static void opening(Passage p, int colon, List<CueSite> sites, List<Draft> drafts) {
    boolean quoted = Constructions.isStatement(p, colon + 1);
    boolean named =
        p.item(colon - 1).mention() != null
            || p.isAny(colon - 1, WordLists.SPEAKING)
            || (quoted && p.hasPos(colon - 1, "PROPN"));
    int end = p.endWithoutStop();
    if (!named
        || Grammar.nounPhraseStart(p, colon - 1, 0) > 0
        || (!quoted && !Constructions.holdsClause(p, colon + 1, end))) {
      return;
    }
    Phrase claimant = new Phrase(0, colon, 0, colon);
    List<TextSpan> content =
        Constructions.content(p, colon + 1, Extent.end(p, colon + 1, end, sites));
    drafts.add(draft(p, claimant, COLON, colon, content));
  }

  /** "“The bridge is shut” – Zelensky"; without a quotation, only where no full stop follows. */
  private static void closing(Passage p, List<Draft> drafts) {
    int end = p.endWithoutStop();
    int dash = end - 1;
    while (dash > Math.max(0, end - LONGEST_NAME) && !p.isDash(dash)) {
      dash--;
    }
    if (dash < 1 || !p.isDash(dash) || !speaks(p, dash + 1, end)) {
      return;
    }
    boolean quoted = dash == 1 && Constructions.isStatement(p, 0);
    boolean headline =
        end == p.size() && dash > 1 && Constructions.holdsClause(p, 0, dash) && !hasDash(p, dash);
    if (quoted || headline) {
      Phrase claimant = new Phrase(dash + 1, end, dash + 1, end);
      drafts.add(draft(p, claimant, DASH, dash, Constructions.content(p, 0, dash)));
    }
  }

  private static boolean hasDash(Passage p, int end) {
    for (int i = 0; i < end; i++) {
      if (p.isDash(i)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a person, an organisation or such as "the police" stands there, alone. */
  private static boolean speaks(Passage p, int from, int to) {
    NameMention mention = to > from ? p.item(to - 1).mention() : null;
    boolean named =
        mention != null
            && (mention.type() == EntityType.PERSON || mention.type() == EntityType.ORGANIZATION);
    return (named || p.isAny(to - 1, WordLists.SPEAKING))
        && Grammar.nounPhraseStart(p, to - 1, from) == from;
  }

  private static Draft draft(
      Passage p, Phrase claimant, Cue cue, int mark, List<TextSpan> content) {
    return new Draft(p, claimant, p, cue, p.item(mark).span(), content, Hedge.CERTAIN, "headline");
  }

  private static Cue cue(String mark) {
    return new Cue(mark, CueClass.SAY, Polarity.AFFIRMED, Hedge.CERTAIN, Set.of(CuePattern.CLAUSE));
  }
}
