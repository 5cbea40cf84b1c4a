package dev.dateline.enrich.claims;

import static dev.dateline.enrich.claims.Constructions.content;
import static dev.dateline.enrich.claims.Constructions.draft;
import static dev.dateline.enrich.claims.Constructions.endsClause;
import static dev.dateline.enrich.claims.Constructions.holdsClause;
import static dev.dateline.enrich.claims.Constructions.isStatement;
import static dev.dateline.enrich.claims.Constructions.join;

import dev.dateline.enrich.text.TextSpan;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue after its content, or inside it: "…, X said", "…, said X, a spokesman", "…, X said, …".
 */
final class TrailingCue {

  private static final Set<String> GOES_ON =
      Set.of(
          "and",
          "because",
          "if",
          "unless",
          "which",
          "who",
          "to",
          "until",
          "since",
          "or",
          "including");

  private static final Set<String> FIRST_PERSON =
      Set.of("i", "i'm", "i’m", "i've", "i’ve", "i'll", "i’ll", "i'd", "i’d");

  /** Words of a quotation that opens a sentence and is none: "Three months ago," he said, "…". */
  private static final int LONGEST_OPENING = 3;

  private static final Set<String> CIRCUMSTANCE =
      Set.of(
          "as",
          "while",
          "when",
          "before",
          "after",
          "during",
          "referring",
          "citing",
          "speaking",
          "in",
          "on",
          "at",
          "without");

  private TrailingCue() {}

  /** Returns the claim that stands before the cue; null when none does. */
  static @Nullable Draft match(
      Passage p, CueSite site, List<CueSite> sites, int floor, @Nullable Draft latest) {
    if (!site.cue().takes(CuePattern.TRAIL) || site.isParticiple() || site.passive()) {
      return null;
    }
    Phrase subject = site.subject();
    if (subject == null) {
      return null;
    }
    if (site.inverted()) {
      Draft found = around(p, site, subject, site.group(), subject.to(), sites, floor);
      return found == null ? passingOn(p, site, site.group(), floor, latest) : found;
    }
    int from = p.is(site.from() - 1, "as") ? site.from() - 1 : site.from();
    if (!endsClause(p, from) || site.shared()) {
      return null;
    }
    int start = Framing.skip(p, site.after());
    if (site.cue().takes(CuePattern.ADDRESSEE) && !p.isComma(start)) {
      start = Framing.skip(p, Framing.skipAddressee(p, start));
    }
    if (opensContent(p, start) && !isStatement(p, from - 1)) {
      return null;
    }
    Draft found = around(p, site, subject, from, Math.max(start, site.after()), sites, floor);
    return found == null ? passingOn(p, site, from, floor, latest) : found;
  }

  /** "X said that …, Y reports", "…, X said, Y reports": what Y reports is that X said so. */
  private static @Nullable Draft passingOn(
      Passage p, CueSite site, int tagStart, int floor, @Nullable Draft latest) {
    if (latest == null
        || site.after() < p.endWithoutStop()
        || tagStart < 2
        || latest.cueSpan() == null
        || p.isAny(site.from(), FIRST_PERSON)
        || Grammar.hasFinite(p, floor, tagStart)) {
      return null;
    }
    boolean here = latest.claimantPassage().number() == p.number();
    Phrase first = here ? latest.claimant() : null;
    int start =
        Math.min(
            latest.content().get(0).start(),
            first == null ? latest.cueSpan().start() : p.item(first.from()).start());
    TextSpan told = new TextSpan(start, p.item(tagStart - 2).end());
    return told.contains(latest.cueSpan())
        ? draft(p, site, site.subject(), List.of(told), "passing on")
        : null;
  }

  /** Tells whether the content follows the cue after all: "On Monday he left, and, X said, …". */
  private static boolean opensContent(Passage p, int i) {
    int end = p.endWithoutStop();
    if (i >= end || p.isComma(i) || p.isDash(i) || p.isAny(i, CIRCUMSTANCE)) {
      return false;
    }
    return Constructions.isComplementizer(p, i)
        || p.is(i, ":")
        || isStatement(p, i)
        || (p.is(i, "to") && p.hasPos(i, "PART"))
        || (!p.isAny(i, Grammar.RELATIVE) && Constructions.startsClause(p, i, end));
  }

  private static @Nullable Draft around(
      Passage p,
      CueSite site,
      Phrase claimant,
      int tagStart,
      int tagEnd,
      List<CueSite> sites,
      int floor) {
    int from = floor;
    while (from < tagStart && (p.hasPos(from, "CCONJ") || p.isPunctuation(from))) {
      from++;
    }
    List<TextSpan> before = content(p, from, tagStart);
    int end = p.endWithoutStop();
    int next = p.isComma(tagEnd) || p.isDash(tagEnd) ? tagEnd + 1 : tagEnd;
    boolean pause = next > tagEnd || p.is(tagEnd, ":");
    if (before.isEmpty()) {
      return null;
    }
    if (isStatement(p, tagStart - 1) || isStatement(p, tagStart - 2)) {
      List<TextSpan> rest =
          next > tagEnd && goesOnInQuotes(p, tagStart, next)
              ? content(p, next, next + 1)
              : List.of();
      return draft(p, site, claimant, join(before, rest), "after a quotation");
    }
    if (isFrame(p, from, tagStart)
        || (!site.cue().takes(CuePattern.CLAUSE) && !site.cue().takes(CuePattern.THAT))) {
      return null;
    }
    boolean brokenOff = Constructions.breaksOff(p, tagStart, next);
    boolean complete = holdsClause(p, from, tagStart) && !brokenOff;
    if (next < end
        && isStatement(p, next)
        && p.isCapitalised(next)
        && isPhrase(p, from, tagStart)) {
      return null;
    }
    if (pause && next < end && isStatement(p, next) && !complete) {
      return null;
    }
    if (!complete) {
      return pause
              && next < end
              && (Grammar.isFinite(p, next)
                  || (p.hasPos(next, "ADV") && Grammar.isFinite(p, next + 1))
                  || brokenOff)
          ? draft(
              p,
              site,
              claimant,
              join(before, content(p, next, Extent.end(p, next, end, sites))),
              "inside a clause")
          : null;
    }
    if (pause
        && next < end
        && p.isAny(next, GOES_ON)
        && !startsCue(next, sites)
        && !startsCue(next + 1, sites)) {
      return draft(
          p,
          site,
          claimant,
          join(before, content(p, next, Extent.end(p, next, end, sites))),
          "between clauses");
    }
    return draft(p, site, claimant, before, "after a clause");
  }

  /** A quotation that goes on in the same sentence; a new sentence is a claim of its own. */
  private static boolean goesOnInQuotes(Passage p, int tagStart, int i) {
    if (!p.isQuotation(i)) {
      return false;
    }
    int first = isStatement(p, tagStart - 1) ? tagStart - 1 : tagStart - 2;
    return !p.isCapitalised(i)
        || p.isAny(i, FIRST_PERSON)
        || Constructions.quoted(p, first).of(p.text()).split("\\s").length <= LONGEST_OPENING;
  }

  /** "At a press conference held in Riyadh, X said, “…”": where it was said, not what. */
  private static boolean isPhrase(Passage p, int from, int tagStart) {
    if (!p.hasPos(from, "ADP")) {
      return false;
    }
    for (int i = from; i < tagStart - 1; i++) {
      if (p.isPunctuation(i) || p.isQuotation(i) || p.hasPos(i, "AUX")) {
        return false;
      }
    }
    return p.isComma(tagStart - 1);
  }

  /** "In a statement posted before she was sworn in, X affirmed": how it was said. */
  private static boolean isFrame(Passage p, int from, int tagStart) {
    int end = Grammar.nounPhraseEnd(p, from + 1, tagStart);
    if (!p.hasPos(from, "ADP") || !p.isAny(end - 1, WordLists.FRAMING_NOUN)) {
      return false;
    }
    for (int i = end; i < tagStart - 1; i++) {
      if (p.isComma(i)) {
        return false;
      }
    }
    return p.isComma(tagStart - 1);
  }

  private static boolean startsCue(int index, List<CueSite> sites) {
    for (CueSite site : sites) {
      if (site.from() == index || site.group() == index) {
        return true;
      }
    }
    return false;
  }
}
