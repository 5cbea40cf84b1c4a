package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attributions marked by a verb: "X said (that) …", "…, X said", "…, said X". */
final class VerbCues {

  private static final Set<String> SURE =
      Set.of("said", "says", "told", "added", "tweeted", "insisted", "argued", "denied", "wrote");

  private final CueLexicon lexicon;

  VerbCues(CueLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Adds the attributions of one passage. */
  void find(Passage p, List<Draft> drafts) {
    int floor = 0;
    for (int i = 0; i < p.size(); i++) {
      CueLexicon.Entry entry = entryAt(p, i);
      if (entry == null) {
        continue;
      }
      Draft draft = draft(p, i, entry, floor);
      if (draft != null) {
        drafts.add(draft);
        floor = i + 1;
      }
    }
  }

  private CueLexicon.@Nullable Entry entryAt(Passage p, int i) {
    if (!p.hasPos(i, "VERB") && !p.isAny(i, SURE)) {
      return null;
    }
    for (CueLexicon.Entry entry : lexicon.of(p.lower(i))) {
      String particle = entry.particle();
      if (particle == null || p.is(i + 1, particle)) {
        return entry;
      }
    }
    return null;
  }

  private static @Nullable Draft draft(Passage p, int verb, CueLexicon.Entry entry, int floor) {
    Cue cue = entry.cue();
    int group = VerbGroup.start(p, verb, floor);
    if (VerbGroup.isNegated(p, group, verb) || p.is(group - 1, "to")) {
      return null;
    }
    if (VerbGroup.isPassive(p, group, verb) && !entry.forms().contains(CueLexicon.Form.ING)) {
      return null;
    }
    int afterCue = verb + (entry.particle() == null ? 1 : 2);
    Phrase subject = Subjects.before(p, group, floor);
    if (subject == null && isAfterContent(p, group)) {
      Phrase inverted = Subjects.after(p, afterCue, p.size());
      if (inverted != null && cue.takes(CuePattern.TRAIL)) {
        return trailing(p, cue, group, afterCue, inverted, group, inverted.to(), floor);
      }
    }
    if (subject == null
        && (entry.forms().contains(CueLexicon.Form.ING) || p.hasPos(group - 1, "CCONJ"))) {
      subject = Subjects.ofClause(p, group, 0);
    }
    if (subject == null) {
      return null;
    }
    Draft leading = leading(p, cue, group, afterCue, subject);
    if (leading != null) {
      return leading;
    }
    if (cue.takes(CuePattern.TRAIL) && isAfterContent(p, subject.from())) {
      return trailing(p, cue, group, afterCue, subject, subject.from(), afterCue, floor);
    }
    return null;
  }

  private static boolean isAfterContent(Passage p, int i) {
    return p.isComma(i - 1)
        || p.isDash(i - 1)
        || (p.isQuotation(i - 1) && !Grammar.isNamelike(p, i - 1))
        || p.isStop(i - 1);
  }

  private static @Nullable Draft leading(
      Passage p, Cue cue, int group, int afterCue, Phrase subject) {
    int start = Framing.skip(p, afterCue, cue.takes(CuePattern.ADDRESSEE));
    int end = p.endWithoutStop();
    boolean pause = p.isComma(start) || p.is(start, ":");
    int opening = pause ? start + 1 : start;
    if (p.isQuotation(opening)
        && cue.takes(CuePattern.QUOTE)
        && (pause || !Grammar.isNamelike(p, opening))) {
      return draft(
          p, cue, group, afterCue, subject, List.of(quoted(p, opening)), "leading quotation");
    }
    if (p.is(start, ":") && opening < end) {
      return draft(
          p, cue, group, afterCue, subject, List.of(p.span(opening, end)), "leading colon");
    }
    if (pause || start >= end) {
      return null;
    }
    boolean that = p.is(start, "that");
    if (that && p.isQuotation(start + 1) && !Grammar.isNamelike(p, start + 1)) {
      return draft(
          p,
          cue,
          group,
          afterCue,
          subject,
          List.of(quoted(p, start + 1)),
          "leading that quotation");
    }
    boolean clause =
        (that && !cue.takes(CuePattern.AS))
            || (cue.takes(CuePattern.CLAUSE) && Grammar.hasFinite(p, start, end));
    boolean infinitive = p.is(start, "to") && cue.takes(CuePattern.TO);
    boolean noun = cue.takes(CuePattern.NOUN) && Grammar.nounPhraseEnd(p, start, end) > start;
    if (!clause && !infinitive && !noun) {
      return null;
    }
    int close = Extent.end(p, start, end);
    return draft(p, cue, group, afterCue, subject, List.of(p.span(start, close)), "leading clause");
  }

  private static @Nullable Draft trailing(
      Passage p,
      Cue cue,
      int group,
      int afterCue,
      Phrase subject,
      int tagStart,
      int tagEnd,
      int floor) {
    int to = tagStart;
    while (to > floor && (p.isComma(to - 1) || p.isDash(to - 1) || p.isStop(to - 1))) {
      to--;
    }
    int from = floor;
    while (from < to && (p.isPunctuation(from) || p.hasPos(from, "CCONJ"))) {
      from++;
    }
    if (from >= to) {
      return null;
    }
    List<TextSpan> content = new ArrayList<>();
    if (p.isQuotation(to - 1) && !Grammar.isNamelike(p, to - 1) && to - 1 == from) {
      content.add(quoted(p, to - 1));
    } else {
      content.add(p.span(from, to));
    }
    int next = Framing.skip(p, tagEnd, false);
    if (p.isComma(next) && p.isQuotation(next + 1)) {
      content.add(quoted(p, next + 1));
    }
    return draft(p, cue, group, afterCue, subject, content, "trailing");
  }

  private static TextSpan quoted(Passage p, int i) {
    Quotation quotation = p.quotation(i);
    return quotation == null ? p.item(i).span() : quotation.inner();
  }

  private static Draft draft(
      Passage p,
      Cue cue,
      int group,
      int afterCue,
      Phrase subject,
      List<TextSpan> content,
      String rule) {
    return new Draft(p, subject, p, cue, p.span(group, afterCue), content, rule);
  }
}
