package dev.dateline.enrich.claims;

import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is announced, and follows: "X issued the following statement: “…”". Stateless.
 */
final class StatementCue {

  private static final Set<String> GIVES =
      Set.of(
          "issued",
          "issues",
          "released",
          "releases",
          "made",
          "gave",
          "published",
          "posted",
          "sent",
          "offered",
          "delivered",
          "had");

  private static final int LONGEST_OBJECT = 6;

  private static final Cue STATEMENT =
      new Cue("statement", CueClass.SAY, Polarity.AFFIRMED, Hedge.CERTAIN, Set.of());

  private StatementCue() {}

  /** Adds the attribution of a passage that announces a statement and quotes it after a colon. */
  static void find(Passage p, List<Draft> drafts) {
    int noun = announced(p);
    Phrase claimant = noun < 0 ? null : speaker(p, noun);
    if (claimant == null) {
      return;
    }
    for (int i = noun + 1; i + 1 < p.size(); i++) {
      if (p.is(i, ":") && Constructions.isStatement(p, i + 1)) {
        drafts.add(
            new Draft(
                p,
                claimant,
                p,
                STATEMENT,
                p.item(noun).span(),
                List.of(Constructions.quoted(p, i + 1)),
                Hedge.CERTAIN,
                "statement"));
        return;
      }
    }
  }

  /** Returns who announces a statement that is to follow; null when nobody does. */
  static @Nullable Phrase speaker(Passage p) {
    int noun = announced(p);
    return noun < 0 ? null : speaker(p, noun);
  }

  private static @Nullable Phrase speaker(Passage p, int noun) {
    for (int i = noun - 1; i >= Math.max(0, noun - LONGEST_OBJECT); i--) {
      if (p.isAny(i, GIVES)) {
        return Subjects.before(p, VerbGroup.start(p, i, 0), 0);
      }
    }
    return null;
  }

  /** Returns where the noun stands that announces what follows; -1 when none does. */
  private static int announced(Passage p) {
    boolean colon = p.is(p.size() - 1, ":");
    for (int i = 0; i < p.size(); i++) {
      colon |= p.is(i, ":") && Constructions.isStatement(p, i + 1);
    }
    for (int i = 1; i < p.size(); i++) {
      if (p.isAny(i, WordLists.FRAMING_NOUN) && (colon || p.is(i - 1, "following"))) {
        return i;
      }
    }
    return -1;
  }
}
