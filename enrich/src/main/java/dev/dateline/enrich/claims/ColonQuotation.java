package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Hedge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quotation behind a colon whose clause has no cue, only somebody who speaks: "X praised Y on
 * Twitter: “…”", "The minister was blunt: “…”". Stateless.
 */
final class ColonQuotation {

  private ColonQuotation() {}

  /**
   * Adds the attributions of one passage.
   *
   * @param first the first of the drafts that were found in this passage; what they quote is theirs
   */
  static void find(Passage p, List<CueSite> sites, int first, List<Draft> drafts) {
    for (int i = 1; i + 1 < p.size(); i++) {
      if (!p.is(i, ":") || !Constructions.isStatement(p, i + 1)) {
        continue;
      }
      TextSpan quoted = Constructions.quoted(p, i + 1);
      boolean taken =
          drafts.subList(first, drafts.size()).stream()
              .flatMap(draft -> draft.content().stream())
              .anyMatch(content -> content.overlaps(quoted));
      Phrase speaker = taken ? null : Subjects.ofMainClause(p, i);
      if (speaker != null && speaks(p, speaker)) {
        CueSite site = cueOf(speaker, i, sites);
        drafts.add(
            new Draft(
                p,
                speaker,
                p,
                site == null ? null : site.cue(),
                site == null ? null : site.span(p),
                List.of(quoted),
                Hedge.CERTAIN,
                "colon"));
      }
    }
  }

  /** Returns the last cue of the speaker before the colon; null when there is none. */
  private static @Nullable CueSite cueOf(Phrase speaker, int colon, List<CueSite> sites) {
    CueSite found = null;
    for (CueSite site : sites) {
      Phrase subject = site.subject();
      if (subject != null
          && subject.coreFrom() == speaker.coreFrom()
          && site.after() <= colon
          && !site.passive()
          && site.cue().takes(CuePattern.QUOTE)) {
        found = site;
      }
    }
    return found;
  }

  private static boolean speaks(Passage p, Phrase speaker) {
    for (int i = speaker.coreFrom(); i < speaker.coreTo(); i++) {
      NameMention mention = p.item(i).mention();
      boolean named =
          mention != null
              && (mention.type() == EntityType.PERSON || mention.type() == EntityType.ORGANIZATION);
      if (named || p.isAny(i, WordLists.ROLE_NOUN) || p.isAny(i, WordLists.ANONYMOUS)) {
        return true;
      }
    }
    return p.isAny(speaker.coreFrom(), Grammar.PEOPLE);
  }
}
