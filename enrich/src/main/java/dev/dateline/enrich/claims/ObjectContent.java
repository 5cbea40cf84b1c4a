package dev.dateline.enrich.claims;

import static dev.dateline.enrich.claims.Constructions.content;
import static dev.dateline.enrich.claims.Constructions.draft;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The content that is no clause: "denied involvement", "urged them to leave", "accused them of
 * leaving", "described it as a lie".
 */
final class ObjectContent {

  private static final Set<String> GROUNDS = Set.of("of", "for", "about", "over", "against");

  private ObjectContent() {}

  /** Returns the claim whose content starts with a noun phrase; null when the cue takes none. */
  static @Nullable Draft match(
      Passage p, CueSite site, @Nullable Phrase claimant, int start, int end, List<CueSite> sites) {
    Cue cue = site.cue();
    int object = Grammar.nounPhraseEnd(p, start, end);
    if (cue.takes(CuePattern.ABOUT) && isTopic(p, start, end)) {
      return draft(
          p, site, claimant, content(p, start + 1, Extent.end(p, start + 1, end, sites)), "about");
    }
    if (cue.takes(CuePattern.OBJECT_TO)) {
      int to = infinitive(p, start, end);
      if (to >= 0) {
        return draft(
            p, site, claimant, content(p, start, Extent.end(p, start, end, sites)), "object to");
      }
    }
    if (cue.takes(CuePattern.OBJECT_ING)) {
      int ground = Math.max(object, start);
      while (ground < end && !p.isComma(ground) && !Grammar.isFinite(p, ground)) {
        if (p.isAny(ground, GROUNDS)) {
          return draft(
              p, site, claimant, content(p, start, Extent.end(p, start, end, sites)), "object of");
        }
        ground++;
      }
    }
    if (cue.takes(CuePattern.AS) && object > start) {
      int denied = endOfDenied(p, start, end);
      if (denied > start) {
        return draft(p, site.denying(), claimant, content(p, start, denied), "called false");
      }
      while (p.is(object, "of") && Grammar.nounPhraseEnd(p, object + 1, end) > object + 1) {
        object = Grammar.nounPhraseEnd(p, object + 1, end);
      }
      boolean quoted = p.isQuotation(object) || (p.isQuotation(object - 1) && object - 1 > start);
      boolean second = p.is(object, "as") || p.is(object, "a") || p.is(object, "an") || quoted;
      if ((second && object < end) || quoted) {
        return draft(p, site, claimant, content(p, start, Extent.end(p, start, end, sites)), "as");
      }
    }
    if (cue.takes(CuePattern.GERUND) && isGerund(p, start)) {
      return draft(
          p, site, claimant, content(p, start, Extent.end(p, start, end, sites)), "gerund");
    }
    if (cue.takes(CuePattern.AT) && object > start && numberAt(p, start, end)) {
      return draft(p, site, claimant, content(p, start, Extent.end(p, start, end, sites)), "at");
    }
    boolean counted = p.hasPos(start, "NUM") || p.hasPos(start + 2, "NUM");
    if (cue.takes(CuePattern.NUMBER) && object > start && counted) {
      return noun(p, site, claimant, start, object, end, sites);
    }
    if (cue.takes(CuePattern.NOUN) && object > start) {
      return noun(p, site, claimant, start, object, end, sites);
    }
    return null;
  }

  /**
   * "called the reports of a retreat lies", "described the claim as absurd": returns where what is
   * called so ends; -1 where it is called something else.
   */
  private static int endOfDenied(Passage p, int start, int end) {
    for (int i = start + 1; i < end && !p.isComma(i) && !p.isQuotation(i); i++) {
      boolean last =
          i + 1 == end
              || !(Grammar.insideNounPhrase(p, i + 1)
                  || p.hasPos(i + 1, "DET")
                  || p.is(i + 1, "as"));
      if (p.isAny(i, WordLists.FALSEHOOD) && last) {
        int close = i;
        while (close > start + 1
            && (p.hasPos(close - 1, "ADV")
                || p.hasPos(close - 1, "ADJ")
                || p.is(close - 1, "as")
                || p.is(close - 1, "a")
                || p.is(close - 1, "an"))) {
          close--;
        }
        // "dismissed the rumors": they are what is dismissed.
        if (Grammar.endsNounPhrase(p, close - 1)) {
          return close;
        }
      }
      if (Grammar.isFinite(p, i)) {
        return -1;
      }
    }
    return -1;
  }

  /** "about losses", "on the capture of Lysychansk". */
  static boolean isTopic(Passage p, int start, int end) {
    int object = Grammar.nounPhraseEnd(p, start + 1, end);
    return object > start + 1
        && (p.is(start, "about")
            || (p.is(start, "on") && p.isAny(object - 1, WordLists.EVENT_NOUN)));
  }

  /** Tells whether someone who is to do something, or is accused of it, stands at an index. */
  static boolean isOpen(Passage p, CueSite site, int start) {
    int end = p.endWithoutStop();
    boolean someone = Grammar.nounPhraseEnd(p, start, end) > start;
    return someone
        && !site.cue().takes(CuePattern.CLAUSE)
        && ((site.cue().takes(CuePattern.OBJECT_TO) && infinitive(p, start, end) >= 0)
            || site.cue().takes(CuePattern.OBJECT_ING));
  }

  private static @Nullable Draft noun(
      Passage p,
      CueSite site,
      @Nullable Phrase claimant,
      int start,
      int object,
      int end,
      List<CueSite> sites) {
    if (site.cue().lemma().equals("claim") && !p.isAny(object - 1, WordLists.CLAIMED_NOUN)) {
      return null;
    }
    if (p.hasPos(start, "PRON") && object == start + 1) {
      return null;
    }
    boolean list =
        site.cue().lemma().equals("announce")
            && p.is(start, "the")
            && !p.isAny(object - 1, WordLists.EVENT_NOUN);
    boolean toSomeone = p.hasPos(start, "PRON") && Grammar.nounPhraseEnd(p, object, end) > object;
    if (list || toSomeone) {
      return null;
    }
    int close = Extent.end(p, start, end, sites);
    for (int i = start; i < close; i++) {
      if (p.isComma(i) && !p.hasPos(i + 1, "CCONJ") && i >= object) {
        close = i;
      }
    }
    return draft(p, site, claimant, content(p, start, close), "noun");
  }

  /** "put the number of dead at seven". */
  private static boolean numberAt(Passage p, int start, int end) {
    for (int i = start + 1; i < end && !p.isComma(i); i++) {
      if (p.is(i, "at")) {
        for (int k = i + 1; k < Math.min(end, i + 6); k++) {
          if (p.hasPos(k, "NUM")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isGerund(Passage p, int i) {
    boolean verb = p.hasPos(i, "VERB") || p.hasPos(i, "AUX");
    return verb && p.lower(i).endsWith("ing");
  }

  private static int infinitive(Passage p, int start, int end) {
    for (int i = start + 1; i < end && i < start + 12; i++) {
      boolean verb = p.hasPos(i + 1, "VERB") || p.hasPos(i + 1, "AUX");
      // The tagger takes a rare verb for an adjective.
      boolean rare = p.hasPos(i + 1, "ADJ") && !Grammar.isFinite(p, i + 2);
      if (p.is(i, "to") && (verb || rare)) {
        return i;
      }
      if (p.isComma(i) || Grammar.isFinite(p, i)) {
        return -1;
      }
    }
    return -1;
  }
}
