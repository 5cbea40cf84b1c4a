package dev.dateline.enrich.claims;

import dev.dateline.schemas.avro.CueClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the cue verbs of a passage that may report something. Immutable. */
final class CueSites {

  /** What goes on to say something says it ("went on to say"). */
  private static final Set<String> GOES_ON =
      Set.of("on", "continued", "continues", "rushed", "moved", "proceeded");

  /** Who is quoted as saying something says it. */
  private static final Set<String> QUOTED =
      Set.of(
          "quoted", "quotes", "quoting", "quote", "cited", "cites", "citing", "recorded", "heard");

  /** How far "as saying" may stand from "quoted". */
  private static final int LONGEST_QUOTED = 16;

  private static final int LONGEST_INSERTION = 14;

  private final CueLexicon lexicon;

  CueSites(CueLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Returns the sites in text order; a negated cue is one only where the lexicon says so. */
  List<CueSite> find(Passage p) {
    List<CueSite> sites = new ArrayList<>();
    for (int i = 0; i < p.size(); i++) {
      CueLexicon.Entry entry = entryAt(p, i);
      if (entry != null) {
        CueSite site = site(p, i, entry, sites);
        if (site != null) {
          sites.add(site);
        }
      }
    }
    return sites;
  }

  private CueLexicon.@Nullable Entry entryAt(Passage p, int i) {
    List<CueLexicon.Entry> entries = lexicon.of(p.lower(i));
    if (entries.isEmpty()) {
      return null;
    }
    boolean negated = VerbGroup.isNegated(p, VerbGroup.start(p, i, 0), i);
    for (CueLexicon.Entry entry : entries) {
      String particle = entry.particle();
      if ((particle == null || particleAt(p, i, particle) > i)
          && entry.cue().takes(CuePattern.NEGATED) == negated
          && looksVerbal(p, i, entry)) {
        return entry;
      }
    }
    return null;
  }

  /** "pointed out", "made it clear": returns the particle; the verb where it is not there. */
  private static int particleAt(Passage p, int verb, String particle) {
    int at = p.is(verb + 1, "it") ? verb + 2 : verb + 1;
    return p.is(at, particle) ? at : verb;
  }

  private static boolean looksVerbal(Passage p, int i, CueLexicon.Entry entry) {
    if (entry.cue().takes(CuePattern.STATE)) {
      return !p.hasPos(i, "PROPN") && p.isAny(beforeAdverbs(p, i), Grammar.BE);
    }
    if (isCounted(p, i, entry) || isGovernment(p, i)) {
      return false;
    }
    boolean sure = p.isAny(i, WordLists.SURE_CUE) && !p.isCapitalised(i);
    if (p.hasPos(i, "VERB") || sure) {
      return !p.hasPos(i - 1, "DET") && !(p.is(i, "think") && p.lower(i + 1).startsWith("tank"));
    }
    // A tagger that does not know the name before often takes the verb for a noun.
    if (!p.hasPos(i, "NOUN") || i == 0 || Grammar.isPossessiveMark(p, i - 1)) {
      return false;
    }
    if (p.lower(i).endsWith("ing")) {
      return Constructions.isStatement(p, i + 1) || p.is(i + 1, ":");
    }
    boolean named = p.hasPos(i - 1, "PROPN") || p.item(i - 1).mention() != null;
    boolean ends = i + 1 >= p.endWithoutStop();
    boolean opensContent =
        p.is(i + 1, "that")
            || Constructions.isStatement(p, i + 1)
            || Constructions.isStatement(p, i + 2)
            || thatAfterInsertion(p, i + 1)
            || (named
                && (p.hasPos(i + 1, "PRON") || p.hasPos(i + 1, "DET") || p.is(i + 1, ":") || ends));
    boolean inverted =
        p.isDash(i - 1) && (p.hasPos(i + 1, "DET") || p.hasPos(i + 1, "PROPN")) && i > 1;
    if (!opensContent && !inverted) {
      return false;
    }
    boolean third = entry.forms().contains(CueLexicon.Form.THIRD);
    if (third) {
      boolean plural = p.lower(i - 1).endsWith("s") || p.hasPos(i - 1, "ADJ");
      return inverted || !plural || p.isCapitalised(i - 1);
    }
    // "bloggers claim that": a plural and a verb.
    return entry.forms().contains(CueLexicon.Form.BASE)
        && p.lower(i - 1).endsWith("s")
        && p.hasPos(i - 1, "NOUN");
  }

  /** "2741 confirmed cases", "three states": a number counts them, and says nothing. */
  private static boolean isCounted(Passage p, int i, CueLexicon.Entry entry) {
    boolean past = entry.forms().contains(CueLexicon.Form.PAST);
    return p.hasPos(i - 1, "NUM")
        && (past ? p.hasPos(i + 1, "NOUN") || p.hasPos(i + 1, "ADJ") : p.is(i, "states"));
  }

  /** "state media", "state-owned". */
  private static boolean isGovernment(Passage p, int i) {
    return p.is(i, "state")
        && (p.hasPos(i + 1, "NOUN") || p.hasPos(i + 1, "PROPN") || p.hasPos(i + 1, "ADJ"));
  }

  /** "Contrary to what Moscow says, …": the writer says otherwise. */
  private static boolean isContrary(Passage p, int group) {
    for (int i = group - 1; i >= Math.max(0, group - LONGEST_INSERTION); i--) {
      if (p.is(i, "what")) {
        return p.is(i - 1, "despite") || (p.is(i - 1, "to") && p.is(i - 2, "contrary"));
      }
      if (p.isPunctuation(i) || Grammar.isFinite(p, i)) {
        return false;
      }
    }
    return false;
  }

  private static int beforeAdverbs(Passage p, int i) {
    int before = i - 1;
    while (p.hasPos(before, "ADV") || p.isAny(before, Grammar.NOT)) {
      before--;
    }
    return before;
  }

  private static boolean thatAfterInsertion(Passage p, int comma) {
    if (!p.isComma(comma)) {
      return false;
    }
    for (int i = comma + 1; i < comma + LONGEST_INSERTION; i++) {
      if (p.isComma(i)) {
        return p.is(i + 1, "that");
      }
    }
    return false;
  }

  private @Nullable CueSite site(
      Passage p, int verb, CueLexicon.Entry entry, List<CueSite> earlier) {
    int group = VerbGroup.start(p, verb, 0);
    String particle = entry.particle();
    int after = (particle == null ? verb : particleAt(p, verb, particle)) + 1;
    boolean unreal = VerbGroup.isUnreal(p, group, verb) && !entry.cue().takes(CuePattern.NEGATED);
    if (unreal || p.is(after, "nothing") || isContrary(p, group)) {
      return null;
    }
    boolean ing = entry.forms().contains(CueLexicon.Form.ING) && group == verb;
    boolean passive =
        !ing
            && !entry.cue().takes(CuePattern.STATE)
            && VerbGroup.isPassive(p, group, verb)
            && !p.lower(verb).endsWith("ing");
    if (p.is(group - 1, "to")) {
      Phrase goer = p.isAny(group - 2, GOES_ON) ? Subjects.ofClause(p, group - 1, 0) : null;
      return goer == null
          ? null
          : new CueSite(
              entry.cue(), entry.forms(), verb, verb, after, goer, CueSite.Place.SHARED, false);
    }
    Phrase subject = ing ? Subjects.withParticiple(p, group, 0) : Subjects.before(p, group, 0);
    CueSite.Place place = CueSite.Place.BEFORE;
    if (subject == null && canFollow(p, entry.cue(), group, ing || passive)) {
      subject = followingSubject(p, group, after);
      place = CueSite.Place.AFTER;
    }
    if (subject == null) {
      subject = sharedSubject(p, entry.cue(), group, ing, earlier);
      place = CueSite.Place.SHARED;
    }
    if (subject == null && !ing && !passive) {
      subject = Subjects.inOffice(p, group, 0);
      place = CueSite.Place.BEFORE;
    }
    if (subject != null && place == CueSite.Place.BEFORE) {
      subject = ofItsClause(p, group, subject, earlier);
    }
    if (subject != null && p.is(subject.coreFrom(), "they")) {
      Phrase there = Subjects.inPlace(p, subject.coreFrom(), 0);
      subject = there == null ? subject : there;
    }
    if (subject != null
        && subject.coreTo() - subject.coreFrom() == 1
        && p.isAny(subject.coreFrom(), Grammar.RELATIVE)) {
      subject = Subjects.antecedent(p, subject.coreFrom(), 0);
      place = CueSite.Place.ANTECEDENT;
      if (subject == null) {
        return null;
      }
    }
    if (subject != null
        && (isNobody(p, subject.coreFrom()) || p.lower(subject.coreFrom()).endsWith("self"))) {
      return null;
    }
    return new CueSite(entry.cue(), entry.forms(), verb, group, after, subject, place, passive);
  }

  /** "nobody", "neither side", "no official", "you"; not "one of the officers", "No 10". */
  private static boolean isNobody(Passage p, int first) {
    boolean counted =
        (p.is(first, "one") && p.is(first + 1, "of"))
            || (p.is(first, "no") && p.hasPos(first + 1, "NUM"));
    return p.isAny(first, WordLists.NOBODY) && !counted;
  }

  /** "X announced the tests of Y found Z": the subject of "found" starts behind "announced". */
  private static Phrase ofItsClause(Passage p, int group, Phrase subject, List<CueSite> earlier) {
    for (CueSite site : earlier) {
      Phrase speaker = site.subject();
      if (speaker != null
          && site.place() == CueSite.Place.BEFORE
          && speaker.from() == subject.from()
          && site.verb() >= subject.from()
          && site.after() < subject.to()
          && site.cue().takes(CuePattern.CLAUSE)
          && Constructions.startsClause(p, site.after(), group + 1)) {
        int from = site.after();
        boolean inside = subject.coreFrom() >= from;
        return new Phrase(
            from,
            subject.to(),
            inside ? subject.coreFrom() : from,
            inside ? subject.coreTo() : subject.to());
      }
    }
    return subject;
  }

  private static boolean canFollow(Passage p, Cue cue, int group, boolean never) {
    return !never && cue.takes(CuePattern.TRAIL) && Constructions.endsClause(p, group);
  }

  private static @Nullable Phrase followingSubject(Passage p, int group, int after) {
    int from = after;
    if (p.isAny(group, Grammar.HAVE)) {
      // "…, have informed on Tuesday in the ministry": word for word from another language.
      from = p.hasPos(from, "ADP") && p.isTime(from + 1) ? from + 1 : from;
      while (p.isTime(from)) {
        from++;
      }
      from = p.is(from, "in") || p.is(from, "at") ? from + 1 : from;
    }
    Phrase phrase = Subjects.after(p, from, p.endWithoutStop());
    // Behind a quotation it is a participle: "said a protester named Katya".
    boolean quoted =
        Constructions.isStatement(p, group - 1) || Constructions.isStatement(p, group - 2);
    boolean clause = phrase != null && !quoted && Grammar.isFinite(p, phrase.to());
    return clause ? null : phrase;
  }

  private static @Nullable Phrase sharedSubject(
      Passage p, Cue cue, int group, boolean ing, List<CueSite> earlier) {
    if (ing && p.is(group - 1, "as")) {
      return quoted(p, group - 1);
    }
    if (ing && Grammar.endsNounPhrase(p, group - 1)) {
      Phrase witness = quoted(p, group);
      if (witness != null && witness.to() == group) {
        return witness;
      }
    }
    if (ing && endsReport(p, group - 1)) {
      return Subjects.ofClause(p, group - 1, 0);
    }
    if (ing && isFreeParticiple(p, group) && cue.cueClass() != CueClass.BELIEVE) {
      Phrase latest = latest(p, earlier);
      return latest != null ? latest : Subjects.ofMainClause(p, group);
    }
    if (!ing && joinsEarlierVerb(p, group)) {
      Phrase latest =
          p.isComma(beforeAdverbs(p, group) - 1) ? outer(p, earlier) : latest(p, earlier);
      return latest != null ? latest : Subjects.ofClause(p, group, 0);
    }
    return null;
  }

  /** "was quoted as saying", "quotes the minister as saying": who is quoted; null when nobody. */
  private static @Nullable Phrase quoted(Passage p, int as) {
    for (int i = as - 1; i >= Math.max(0, as - LONGEST_QUOTED); i--) {
      if (p.isAny(i, QUOTED)) {
        return VerbGroup.isPassive(p, VerbGroup.start(p, i, 0), i)
            ? Subjects.ofClause(p, as, 0)
            : Subjects.after(p, i + 1, as);
      }
    }
    return null;
  }

  /** "issued a statement on Sunday saying": a report ends there whose words follow. */
  private static boolean endsReport(Passage p, int last) {
    int i = last;
    while (p.isTime(i) || (p.hasPos(i, "ADP") && p.isTime(i + 1)) || p.hasPos(i, "ADV")) {
      i--;
    }
    return p.isAny(i, WordLists.FRAMING_NOUN);
  }

  /** Returns the subject of the cue before; null when there is none. */
  private static @Nullable Phrase latest(Passage p, List<CueSite> earlier) {
    for (int i = earlier.size() - 1; i >= 0; i--) {
      Phrase subject = earlier.get(i).subject();
      if (subject != null && !earlier.get(i).passive() && !spansClause(p, subject)) {
        return subject;
      }
    }
    return null;
  }

  /**
   * "X announced the tests found Z, and said": behind a comma the clause goes on that the others
   * stand in.
   */
  private static @Nullable Phrase outer(Passage p, List<CueSite> earlier) {
    List<CueSite> outer = new ArrayList<>(earlier);
    outer.removeIf(
        inner -> {
          Phrase subject = inner.subject();
          return subject != null
              && earlier.stream()
                  .anyMatch(
                      site ->
                          site.place() == CueSite.Place.BEFORE && site.after() == subject.from());
        });
    return latest(p, outer);
  }

  /** "Iran issued warrants on 36 people believed": a clause was taken for who is believed. */
  private static boolean spansClause(Passage p, Phrase subject) {
    for (int i = subject.from(); i < subject.to(); i++) {
      if (p.isAny(i, Grammar.RELATIVE)) {
        return false;
      }
    }
    return Grammar.hasFinite(p, subject.from() + 1, subject.to());
  }

  /** "explained the decision saying, “…”": the participle needs no comma before it. */
  private static boolean opensQuotation(Passage p, int i) {
    return (p.isComma(i) || p.is(i, ":")) && Constructions.isStatement(p, i + 1);
  }

  private static boolean isFreeParticiple(Passage p, int group) {
    boolean noun = p.hasPos(group - 1, "DET") || p.hasPos(group - 1, "ADJ");
    return (opensQuotation(p, group + 1) && !noun)
        || p.isComma(group - 1)
        || p.isDash(group - 1)
        || p.isQuotation(group - 1)
        || p.hasPos(group - 1, "CCONJ")
        || p.is(group - 1, "by")
        || p.is(group - 1, "after")
        || p.is(group - 1, "before");
  }

  private static boolean joinsEarlierVerb(Passage p, int group) {
    int before = group - 1;
    while (p.hasPos(before, "ADV")) {
      before--;
    }
    return p.hasPos(before, "CCONJ") || (p.isComma(before) && p.hasPos(before - 1, "CCONJ"));
  }
}
