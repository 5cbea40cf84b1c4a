package dev.dateline.enrich.claims;

import dev.dateline.enrich.names.NameMention;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Hedge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives quotations that stand alone in their sentence to the speaker before them: "…," X said. "…";
 * X was blunt. "…"; and quotations re-opened in the next paragraph. Made for one article.
 */
final class LooseQuotations {

  /** How many sentences may stand between "the following statement" and what follows. */
  private static final int FURTHEST_STATEMENT = 8;

  private final List<Passage> passages;
  private final List<Draft> drafts;
  private int nextDraft;
  private int latest = -1;

  LooseQuotations(List<Passage> passages, List<Draft> drafts) {
    this.passages = passages;
    this.drafts = new ArrayList<>(drafts);
  }

  /** Returns the drafts with those of loose quotations added. */
  List<Draft> attribute() {
    int found = drafts.size();
    for (int k = 0; k < passages.size(); k++) {
      Passage p = passages.get(k);
      while (nextDraft < found && drafts.get(nextDraft).passage().number() == k) {
        latest = nextDraft++;
      }
      int i = loneQuotation(p);
      if (i >= 0 && (latest < 0 || drafts.get(latest).passage().number() != k)) {
        attribute(k, p, i);
      }
    }
    return drafts;
  }

  /** Tells whether the next passage re-opens the quotation and says whose it is. */
  private boolean goesOnInNext(int k) {
    if (k + 1 >= passages.size() || nextDraft >= drafts.size()) {
      return false;
    }
    Quotation next = passages.get(k + 1).quotation(0);
    return next != null && next.continues() && drafts.get(nextDraft).passage().number() == k + 1;
  }

  private void attribute(int k, Passage p, int i) {
    Quotation quotation = p.quotation(i);
    if (quotation != null && !quotation.closed() && goesOnInNext(k)) {
      Draft next = drafts.get(nextDraft);
      drafts.set(nextDraft, next.startingWith(quotation.inner()));
      return;
    }
    Passage before = k == 0 ? null : passages.get(k - 1);
    if (quotation == null || before == null || p.paragraph() - before.paragraph() > 1) {
      return;
    }
    Draft last =
        latest >= 0 && drafts.get(latest).passage().number() == k - 1 ? drafts.get(latest) : null;
    if (quotation.continues() && last != null) {
      drafts.set(latest, last.with(quotation.inner()));
      return;
    }
    Draft draft =
        last != null && last.claimant() != null
            ? sameSpeaker(p, last, before)
            : speakerBefore(k, p, before);
    if (draft != null) {
      drafts.add(draft.with(quotation.inner()));
      latest = drafts.size() - 1;
    }
  }

  /** The speaker goes on; the cue counts on only where the quotation before it was the cue's. */
  private static Draft sameSpeaker(Passage p, Draft last, Passage before) {
    boolean goesOn = before.paragraph() == p.paragraph() && before.isQuotation(0);
    return new Draft(
        p,
        last.claimant(),
        last.claimantPassage(),
        goesOn ? last.cue() : null,
        goesOn ? last.cueSpan() : null,
        List.of(),
        Hedge.CERTAIN,
        "loose quotation");
  }

  private @Nullable Draft speakerBefore(int k, Passage p, Passage before) {
    for (int i = k - 1; i >= 0 && passages.get(i).paragraph() == before.paragraph(); i--) {
      Phrase announced = k - i > FURTHEST_STATEMENT ? null : StatementCue.speaker(passages.get(i));
      if (announced != null) {
        return new Draft(
            p, announced, passages.get(i), null, null, List.of(), Hedge.CERTAIN, "statement");
      }
    }
    Phrase subject = Subjects.ofMainClause(before, before.size());
    if (subject == null || !isPerson(before, subject)) {
      return null;
    }
    return new Draft(p, subject, before, null, null, List.of(), Hedge.CERTAIN, "loose quotation");
  }

  private static boolean isPerson(Passage p, Phrase phrase) {
    NameMention mention = p.item(phrase.coreFrom()).mention();
    return p.isAny(phrase.coreFrom(), Grammar.PEOPLE)
        || (mention != null && mention.type() == EntityType.PERSON);
  }

  /**
   * Returns the index of the one statement a passage consists of; -1 when there is more or less.
   */
  private static int loneQuotation(Passage p) {
    int found = -1;
    for (int i = 0; i < p.size(); i++) {
      if (Constructions.isStatement(p, i)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      } else if (!p.isPunctuation(i)) {
        return -1;
      }
    }
    return found;
  }
}
