package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue behind its content, in the next sentence or clause: "The bridge was hit. This was
 * reported by X.", "X says it was taken; Y denies it." Stateless.
 */
final class PointingBack {

  private static final Set<String> THIS = Set.of("this", "it", "that");

  /** Those speak of what they say themselves, in interviews. */
  private static final Set<String> FIRST_PERSONS = Set.of("i", "we");

  private static final Set<String> FRAMES = Set.of("in", "on", "at", "during", "to", "via");
  private static final Set<String> OBJECTS = Set.of("this", "it");

  /** What one denies of somebody's words; as a subject it may be a court's. */
  private static final Set<String> CHARGES =
      Set.of("charge", "charges", "suggestion", "suggestions");

  private static final Set<String> SO = Set.of("so", "thus");
  private static final Set<String> THESE = Set.of("this", "that", "these", "those", "such", "the");

  /** Words of "the latest accusations". */
  private static final int LONGEST_OBJECT = 4;

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
    Phrase agent = sites.isEmpty() ? null : agent(p, sites.get(0));
    if (agent != null) {
      add(before, p, told, sites.get(0), agent, drafts);
    }
  }

  /**
   * Takes "said this in an interview" and "denied it" for attributions of what was said before, in
   * the same passage or the one before, in the place of drafts with "this" or "it" as content.
   *
   * @param told what is attributed of the passage before
   * @param found where the drafts of this passage begin
   */
  static void findObjects(
      @Nullable Passage before,
      Passage p,
      List<Draft> told,
      List<CueSite> sites,
      int found,
      List<Draft> drafts) {
    for (CueSite site : sites) {
      Phrase subject = site.subject();
      if (site.passive() || subject == null || p.isAny(subject.coreFrom(), FIRST_PERSONS)) {
        continue;
      }
      TextSpan cue = site.span(p);
      List<Draft> here = drafts.subList(found, drafts.size());
      Draft earlier = latestBefore(here, p.item(site.verb()).start());
      boolean pronoun = isAbout(p, site);
      boolean noun = !pronoun && namesWhatWasSaid(p, site, subject, earlier, told);
      if (!pronoun && !noun) {
        continue;
      }
      int object = p.item(site.after()).start();
      here.removeIf(
          draft -> cue.equals(draft.cueSpan()) && draft.content().get(0).start() == object);
      if (earlier != null) {
        answer(p, earlier, site, subject, drafts);
      } else if (here.stream().noneMatch(draft -> cue.equals(draft.cueSpan()))) {
        add(before, p, told, site, subject, drafts);
      }
    }
  }

  /** "denied the charge", where somebody else has said something before. */
  private static boolean namesWhatWasSaid(
      Passage p, CueSite site, Phrase subject, @Nullable Draft earlier, List<Draft> told) {
    if (!site.cue().answers() || !isPointingObject(p, site.after())) {
      return false;
    }
    Draft said = earlier == null && !told.isEmpty() ? latest(told) : earlier;
    return said != null
        && !isDenial(said)
        && !p.isAny(subject.coreFrom(), Grammar.PEOPLE)
        && !isSame(p, subject, said);
  }

  private static boolean isSame(Passage p, Phrase subject, Draft said) {
    Phrase claimant = said.claimant();
    String name = p.span(subject.coreFrom(), subject.coreTo()).of(p.text());
    return claimant != null
        && name.equals(
            said.claimantPassage().span(claimant.coreFrom(), claimant.coreTo()).of(p.text()));
  }

  /**
   * Returns the one of some drafts whose content ends last before a position; null when there is
   * none.
   */
  static @Nullable Draft latestBefore(List<Draft> drafts, int position) {
    List<Draft> earlier =
        drafts.stream().filter(draft -> last(draft.content()).end() <= position).toList();
    return earlier.isEmpty() ? null : latest(earlier);
  }

  /** Returns the one whose content ends last in the text. */
  private static Draft latest(List<Draft> drafts) {
    return Collections.max(
        drafts, Comparator.comparing((Draft draft) -> last(draft.content()).end()));
  }

  private static TextSpan last(List<TextSpan> content) {
    return content.get(content.size() - 1);
  }

  /** Tells whether the object of a cue stands for what was said before. */
  private static boolean isAbout(Passage p, CueSite site) {
    int object = site.after();
    boolean said = site.cue().cueClass() == CueClass.SAY && p.is(object, "this");
    return (said || site.cue().answers()) && isWholeObject(p, object);
  }

  /** "it," "this in an interview": not "it was", "this week", "this on Monday: …". */
  static boolean isWholeObject(Passage p, int i) {
    return p.isAny(i, OBJECTS) && !p.isTime(i) && closes(p, i + 1);
  }

  /** "the accusation", "these reports on Sunday". */
  private static boolean isPointingObject(Passage p, int i) {
    int object = Grammar.nounPhraseEnd(p, i, p.size());
    return p.isAny(i, THESE)
        && object > i + 1
        && object <= i + LONGEST_OBJECT
        && (p.isAny(object - 1, WordLists.POINTING_NOUN) || p.isAny(object - 1, CHARGES))
        && closes(p, object);
  }

  /** Tells whether nothing but when and where stands from an index to the end of a clause. */
  private static boolean closes(Passage p, int from) {
    int end = p.endWithoutStop();
    int close = from;
    while (close < end
        && !p.isPunctuation(close)
        && !p.isQuotation(close)
        && !p.hasPos(close, "CCONJ")) {
      close++;
    }
    boolean forward =
        close < end && (p.is(close, ":") || p.isQuotation(close) || p.isQuotation(close + 1));
    if (forward) {
      return false;
    }
    boolean framed = p.isTime(from) || p.isAny(from, FRAMES);
    return close == from || (framed && !Grammar.hasFinite(p, from, close));
  }

  private static void add(
      @Nullable Passage before,
      Passage p,
      List<Draft> told,
      CueSite site,
      Phrase claimant,
      List<Draft> drafts) {
    if (before == null || p.paragraph() - before.paragraph() > 1) {
      return;
    }
    if (!told.isEmpty()) {
      answer(p, latest(told), site, claimant, drafts);
      return;
    }
    List<TextSpan> content = Constructions.content(before, 0, before.endWithoutStop());
    if (!content.isEmpty() && Constructions.holdsClause(before, 0, before.size())) {
      drafts.add(draft(p, content, site, claimant));
    }
  }

  /** Adds the denial or confirmation of what someone else says. */
  static void answer(Passage p, Draft told, CueSite site, Phrase claimant, List<Draft> drafts) {
    if (site.cue().answers() && !isDenial(told)) {
      drafts.add(draft(p, told.content(), site, claimant));
    }
  }

  static Draft draft(Passage p, List<TextSpan> content, CueSite site, Phrase claimant) {
    return new Draft(
        p, claimant, p, site.cue(), site.span(p), content, Hedge.CERTAIN, "pointing back");
  }

  /** What confirms a denial does not say what was denied. */
  private static boolean isDenial(Draft draft) {
    return draft.cue() != null && draft.cue().polarity() == Polarity.DENIED;
  }

  /** "This", "that information", "the claim". */
  static boolean pointsBack(Passage p, Phrase subject) {
    int length = subject.to() - subject.from();
    return length == 1
        ? p.isAny(subject.from(), THIS)
        : length == 2
            && p.isAny(subject.from(), THESE)
            && p.isAny(subject.from() + 1, WordLists.POINTING_NOUN);
  }

  private static @Nullable Phrase agent(Passage p, CueSite site) {
    int end = p.endWithoutStop();
    if (site.passive() && pointsBack(p, new Phrase(0, site.group(), 0, site.group()))) {
      int by = Framing.skipTimes(p, site.after());
      return p.is(by, "by") ? Subjects.after(p, by + 1, end) : null;
    }
    boolean inverted =
        (p.is(0, "about") && p.is(1, "this") && site.verb() == 2)
            || (p.isAny(0, SO) && site.verb() == 1 && !site.isParticiple());
    return inverted ? Subjects.after(p, site.after(), end) : null;
  }
}
