package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.CueClass;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Hedge;
import dev.dateline.schemas.avro.Polarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cue that is a preposition: "according to X, …", "…, according to X", "in the words of X, …".
 * The phrases stand in {@code phrases.tsv}. Immutable.
 */
final class AccordingTo {

  /** How many words a source may go on behind its first noun phrase. */
  private static final int LONGEST_TAIL = 12;

  private static final Set<String> OPINIONS =
      Set.of("words", "opinion", "view", "estimate", "estimation", "assessment");

  /** What nobody in particular speaks through. */
  static final Set<String> DATA =
      Set.of("data", "information", "estimates", "figures", "reports", "calculations");

  private final List<List<String>> phrases = new ArrayList<>();

  AccordingTo() {
    for (Tables.Row row : Tables.read("phrases.tsv", 1)) {
      phrases.add(row.words(0));
    }
  }

  /** Adds the attributions of one passage. */
  void find(Passage p, List<CueSite> sites, List<Draft> drafts) {
    for (int i = 0; i < p.size(); i++) {
      int after = phraseEnd(p, i);
      if (after >= 0 && p.isAny(after, Grammar.RELATIVE)) {
        Phrase antecedent = Subjects.antecedent(p, i, 0);
        if (antecedent != null) {
          int end = Extent.end(p, after + 1, p.endWithoutStop(), sites);
          add(p, i, after, antecedent, Constructions.content(p, after + 1, end), drafts);
        }
      } else if (after >= 0) {
        Phrase source = wholeSource(p, i, Subjects.after(p, after, p.endWithoutStop()));
        if (source != null && !(p.is(i, "as") && isInserted(p, i, source))) {
          add(p, i, after, source, around(p, i, past(p, source), sites), drafts);
        }
      } else {
        int opinion = opinion(p, i);
        Phrase owner = opinion < 0 ? null : owner(p, i + 1, opinion);
        if (owner != null) {
          add(p, opinion, opinion + 1, owner, around(p, i, opinion + 1, sites), drafts);
        }
      }
    }
  }

  /** "X said, as reported by Y, that …": neither before nor behind all that is said. */
  private static boolean isInserted(Passage p, int cue, Phrase source) {
    return cue > 0 && Framing.skipTimes(p, past(p, source)) < p.endWithoutStop();
  }

  private static void add(
      Passage p, int from, int to, Phrase claimant, List<TextSpan> content, List<Draft> drafts) {
    if (content.isEmpty() || (isData(p, claimant) && isClaimed(content, drafts))) {
      return;
    }
    String lemma = p.text().substring(p.item(from).start(), p.item(to - 1).end());
    Cue cue =
        new Cue(
            lemma.toLowerCase(Locale.ROOT),
            CueClass.SAY,
            Polarity.AFFIRMED,
            Hedge.CERTAIN,
            Set.of());
    // "videos posted on social media": what is said of the source claims nothing.
    TextSpan source = p.span(claimant.from(), claimant.coreTo());
    drafts.removeIf(
        draft ->
            draft.passage().number() == p.number()
                && draft.cueSpan() != null
                && source.contains(draft.cueSpan()));
    drafts.add(
        new Draft(p, claimant, p, cue, p.span(from, to), content, Hedge.CERTAIN, "according to"));
  }

  /** "preliminary data": nobody's, when somebody else says the same by them. */
  private static boolean isData(Passage p, Phrase claimant) {
    return claimant.to() == claimant.coreTo() && p.isAny(claimant.to() - 1, DATA);
  }

  private static boolean isClaimed(List<TextSpan> content, List<Draft> drafts) {
    return drafts.stream().anyMatch(draft -> draft.content().equals(content));
  }

  /** "in his words", "in the minister's opinion": returns the noun; -1 when there is none. */
  private static int opinion(Passage p, int in) {
    int noun = p.is(in, "in") ? Grammar.nounPhraseEnd(p, in + 1, p.size()) - 1 : -1;
    return noun > in + 1 && p.isAny(noun, OPINIONS) && !p.is(noun + 1, "of") ? noun : -1;
  }

  /** Returns whose opinion it is; null when nobody's. */
  private static @Nullable Phrase owner(Passage p, int from, int opinion) {
    if (p.isAny(from, Grammar.POSSESSIVE) && !p.is(from, "your")) {
      return new Phrase(from, from + 1, from, from + 1);
    }
    boolean owned = Grammar.isPossessiveMark(p, opinion - 1) && opinion - 1 > from;
    return owned ? new Phrase(from, opinion - 1, from, opinion - 1) : null;
  }

  /** Returns the first item behind a source, and behind what is said of it. */
  private static int past(Passage p, Phrase claimant) {
    int past = Grammar.isPossessiveMark(p, claimant.to()) ? claimant.to() + 2 : claimant.to();
    // "a report citing the mayor's office, …"
    return p.hasPos(past, "VERB") && isParticiple(p, past) ? tailEnd(p, past) : past;
  }

  /** Follows a source that opens the sentence to its comma, and drops "words" from its end. */
  private static @Nullable Phrase wholeSource(Passage p, int cue, @Nullable Phrase found) {
    if (found == null) {
      return null;
    }
    int last = found.to() - 1;
    if (p.is(last, "words") && Grammar.isPossessiveMark(p, last - 1) && last - 1 > found.from()) {
      return new Phrase(
          found.from(), last - 1, found.coreFrom(), Math.min(found.coreTo(), last - 1));
    }
    if (cue > 0) {
      return found;
    }
    if (p.isComma(found.to())) {
      return withoutTime(p, ofTheNext(p, found) ? upTo(found, found.coreTo()) : found);
    }
    int comma = tailEnd(p, found.to());
    return comma > found.to() && found.coreTo() == found.to()
        ? withoutTime(p, new Phrase(found.from(), comma, found.coreFrom(), comma))
        : found;
  }

  /**
   * Returns the comma that ends what is said of a source; the index itself when none is near. The
   * first word may be a participle that looks like a verb ("the report dated March 16, …").
   */
  private static int tailEnd(Passage p, int from) {
    int comma = from;
    while (comma < Math.min(p.size(), from + LONGEST_TAIL)
        && !p.isComma(comma)
        && (comma == from ? !p.hasPos(comma, "AUX") : !Grammar.isFinite(p, comma))) {
      comma++;
    }
    boolean clause =
        !Grammar.isFinite(p, from) || Grammar.hasFinite(p, comma + 1, p.endWithoutStop());
    return p.isComma(comma) && clause ? comma : from;
  }

  private static boolean isParticiple(Passage p, int i) {
    return p.lower(i).endsWith("ing") || p.lower(i).endsWith("ed");
  }

  /** "According to ISNA, the prosecutor general, Ali Mehr, said": a role of who comes next. */
  private static boolean ofTheNext(Passage p, Phrase found) {
    NameMention next = p.isComma(found.to()) ? mention(p, found.to() + 1) : null;
    NameMention source = mention(p, found.coreTo() - 1);
    return found.to() > found.coreTo()
        && next != null
        && next.type() == EntityType.PERSON
        && source != null
        && source.type() == EntityType.ORGANIZATION;
  }

  private static @Nullable NameMention mention(Passage p, int i) {
    return i < p.size() ? p.item(i).mention() : null;
  }

  /** "officials on Saturday", "the centre late today": when it was said is no part of who. */
  private static Phrase withoutTime(Passage p, Phrase found) {
    int to = found.to();
    while (to - 1 > found.from() && p.isTime(to - 1) && p.item(to - 1).mention() == null) {
      to--;
    }
    if (to == found.to()) {
      return found;
    }
    while (to - 1 > found.from()
        && (p.is(to - 1, "on")
            || p.is(to - 1, "late")
            || p.is(to - 1, "early")
            || (p.hasPos(to - 1, "VERB") && isParticiple(p, to - 1)))) {
      to--;
    }
    return upTo(found, to);
  }

  private static Phrase upTo(Phrase found, int to) {
    return new Phrase(found.from(), to, found.coreFrom(), Math.min(found.coreTo(), to));
  }

  private int phraseEnd(Passage p, int i) {
    for (List<String> phrase : phrases) {
      boolean here = true;
      for (int k = 0; k < phrase.size() && here; k++) {
        here = p.is(i + k, phrase.get(k));
      }
      if (here) {
        return i + phrase.size();
      }
    }
    return -1;
  }

  private static List<TextSpan> around(Passage p, int cue, int past, List<CueSite> sites) {
    int end = p.endWithoutStop();
    int next = Framing.skip(p, past);
    int opening = cue;
    while (opening > 0
        && (p.hasPos(opening - 1, "CCONJ")
            || p.hasPos(opening - 1, "ADV")
            || p.isPunctuation(opening - 1))) {
      opening--;
    }
    if (opening == 0 || p.is(opening - 1, "that") || p.isAny(opening - 1, Grammar.RELATIVE)) {
      int afterTimes = Framing.skipTimes(p, past);
      int comma = p.isComma(past) ? past : p.isComma(afterTimes) ? afterTimes : past - 1;
      next = comma + 1;
      return Constructions.content(p, next, Extent.end(p, next, end, sites));
    }
    if (p.isComma(next) && Constructions.isStatement(p, next + 1)) {
      return Constructions.content(p, next + 1, Extent.end(p, next + 1, end, sites));
    }
    List<TextSpan> before = Constructions.content(p, clauseStart(p, cue), cue);
    boolean goesOn =
        p.isComma(next)
            && next + 1 < end
            && (!Constructions.holdsClause(p, clauseStart(p, cue), cue)
                || Constructions.breaksOff(p, cue, next + 1));
    if (goesOn) {
      return Constructions.join(
          before, Constructions.content(p, next + 1, Extent.end(p, next + 1, end, sites)));
    }
    return before;
  }

  /**
   * Returns where the clause before the cue starts: after a semicolon or dash, else with the
   * passage.
   */
  private static int clauseStart(Passage p, int cue) {
    for (int i = cue - 2; i > 0; i--) {
      if (p.is(i, ";") || p.isDash(i)) {
        return i + 1;
      }
    }
    return p.hasPos(0, "CCONJ") ? 1 : 0;
  }
}
