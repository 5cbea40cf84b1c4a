package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody else answers to a content, right behind it: "…, which Kyiv denies", "…, a charge
 * the army rejected", "…, a claim denied by Moscow", "…, Kyiv denied this". Stateless.
 */
final class Rejoinder {

  private static final Set<String> PRONOUNS = Set.of("which", "something");

  /** Cues that answer what is said; others may answer a request or a bill as well. */
  private static final Set<String> OF_WORDS = Set.of("deny", "refute", "confirm");

  private static final Set<String> HOWEVER =
      Set.of("however", "meanwhile", "nevertheless", "nonetheless");

  private Rejoinder() {}

  /** Tells whether the answer of one of the cues opens behind a comma, so that a content ends. */
  static boolean opens(Passage p, int comma, List<CueSite> sites) {
    return sites.stream().anyMatch(site -> comma(p, site) == comma || splice(p, site) == comma);
  }

  /** Adds what is answered behind a comma to what the passage says before it. */
  static void find(Passage p, List<CueSite> sites, int found, List<Draft> drafts) {
    for (CueSite site : sites) {
      int comma = comma(p, site);
      Phrase claimant = comma < 0 ? null : answerer(p, site);
      if (claimant == null) {
        continue;
      }
      TextSpan cue = site.span(p);
      int start = p.item(comma).start();
      List<Draft> here = drafts.subList(found, drafts.size());
      here.removeIf(draft -> cue.equals(draft.cueSpan()));
      Draft told = PointingBack.latestBefore(here, start);
      if (told != null) {
        PointingBack.answer(p, told, site, claimant, drafts);
      } else if (OF_WORDS.contains(site.cue().lemma()) && Constructions.holdsClause(p, 0, comma)) {
        List<TextSpan> content = Constructions.content(p, 0, comma);
        drafts.add(PointingBack.draft(p, content, site, claimant));
      }
    }
  }

  /**
   * Adds the answer that a reporting noun with its content is the subject of: "X's claim that … was
   * rejected by Y".
   *
   * @param end one past the content
   */
  static void findPassive(
      Passage p, int end, List<TextSpan> content, List<CueSite> sites, List<Draft> drafts) {
    for (CueSite site : sites) {
      Phrase agent =
          site.passive() && site.group() == end && site.cue().answers() ? answerer(p, site) : null;
      if (agent != null) {
        drafts.add(PointingBack.draft(p, content, site, agent));
      }
    }
  }

  /** Returns the comma behind which "which X denies" or the like stands; -1 when it does not. */
  private static int comma(Passage p, CueSite site) {
    if (!site.cue().answers() || answerer(p, site) == null) {
      return -1;
    }
    Phrase subject = site.subject();
    if (subject != null && headsRemark(p, subject)) {
      return p.isComma(subject.from() - 1) ? subject.from() - 1 : -1;
    }
    if (byAgent(p, site) && subject != null && PointingBack.pointsBack(p, subject)) {
      int comma = subject.from() - (p.hasPos(subject.from() - 1, "CCONJ") ? 2 : 1);
      return p.isComma(comma) ? comma : -1;
    }
    int first = byAgent(p, site) ? site.group() : site.from();
    int head = p.is(first - 1, "that") || p.is(first - 1, "which") ? first - 2 : first - 1;
    if (p.isAny(first - 1, PRONOUNS) && p.isComma(first - 2)) {
      return first - 2;
    }
    int start = p.isAny(head, WordLists.COMMENT_NOUN) ? Grammar.nounPhraseStart(p, head, 0) : head;
    return start < head && p.hasPos(start, "DET") && p.isComma(start - 1) ? start - 1 : -1;
  }

  /** Returns the comma behind which "X denied this" stands; -1 when it does not. */
  private static int splice(Passage p, CueSite site) {
    boolean object =
        site.cue().answers() && !site.passive() && PointingBack.isWholeObject(p, site.after());
    if (!object || site.subject() == null || !p.isComma(site.from() - 1)) {
      return -1;
    }
    boolean however = p.isAny(site.from() - 2, HOWEVER) && p.isComma(site.from() - 3);
    return site.from() - (however ? 3 : 1);
  }

  /** "a claim Kyiv [denies]": the noun is read as one with the name behind it. */
  private static boolean headsRemark(Passage p, Phrase subject) {
    int noun = subject.from() + 1;
    return p.hasPos(subject.from(), "DET")
        && p.isAny(noun, WordLists.COMMENT_NOUN)
        && noun + 1 < subject.to()
        && p.isCapitalised(noun + 1);
  }

  /** Returns who answers, where nothing but times and places follows; null when something does. */
  private static @Nullable Phrase answerer(Passage p, CueSite site) {
    Phrase claimant = claimant(p, site);
    if (claimant == null) {
      return null;
    }
    int last = Framing.skip(p, Math.max(site.after(), claimant.to()));
    return last >= p.endWithoutStop() || p.isPunctuation(last) ? claimant : null;
  }

  private static @Nullable Phrase claimant(Passage p, CueSite site) {
    if (byAgent(p, site)) {
      return Subjects.after(p, site.after() + 1, p.endWithoutStop());
    }
    Phrase subject = site.subject();
    if (subject == null || site.passive() || site.inverted() || site.shared()) {
      return null;
    }
    return headsRemark(p, subject)
        ? new Phrase(
            subject.from() + 2,
            subject.to(),
            Math.max(subject.from() + 2, subject.coreFrom()),
            subject.coreTo())
        : subject;
  }

  private static boolean byAgent(Passage p, CueSite site) {
    return p.is(site.after(), "by");
  }
}
