package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which attributions stand inside the content of others ("Reuters reported that Maliar said …").
 */
final class Nesting {

  /** How far into the outer content the inner cue may stand for the outer only to pass it on. */
  private static final int SOON = 60;

  /** How many reporters around a claimant are named; a sentence with more is no news. */
  private static final int DEEPEST = 5;

  private final List<Draft> drafts;

  private Nesting(List<Draft> drafts) {
    this.drafts = drafts;
  }

  /** Looks at the drafts of one article. */
  static Nesting of(List<Draft> drafts) {
    return new Nesting(List.copyOf(drafts));
  }

  /** Returns the drafts whose content holds the cue of the one at an index, the outermost last. */
  List<Draft> around(int index) {
    List<Draft> around = new ArrayList<>();
    for (int i = from(index); i < to(index); i++) {
      if (i != index && encloses(drafts.get(i), drafts.get(index))) {
        around.add(drafts.get(i));
      }
    }
    around.sort(Comparator.comparingInt(Nesting::length));
    return around.subList(0, Math.min(DEEPEST, around.size()));
  }

  /** Tells whether a news outlet only passes on what another attribution holds. */
  boolean onlyPassesOn(int index) {
    Draft outer = drafts.get(index);
    Phrase phrase = outer.claimant();
    if (phrase == null || !outer.claimantPassage().isAny(phrase.coreTo() - 1, WordLists.OUTLET)) {
      return false;
    }
    int start = outer.content().get(0).start();
    int end = outer.content().get(outer.content().size() - 1).end();
    for (int i = from(index); i < to(index); i++) {
      TextSpan cue = drafts.get(i).cueSpan();
      if (i != index
          && cue != null
          && encloses(outer, drafts.get(i))
          && (cue.start() - start <= SOON || end - cue.end() <= SOON)) {
        return true;
      }
    }
    return false;
  }

  /** The drafts of one passage stand together. */
  private int from(int index) {
    int from = index;
    while (from > 0
        && drafts.get(from - 1).passage().number() == drafts.get(index).passage().number()) {
      from--;
    }
    return from;
  }

  private int to(int index) {
    int to = index + 1;
    while (to < drafts.size()
        && drafts.get(to).passage().number() == drafts.get(index).passage().number()) {
      to++;
    }
    return to;
  }

  private static boolean encloses(Draft outer, Draft inner) {
    TextSpan cue = inner.cueSpan();
    return cue != null && outer.content().stream().anyMatch(span -> span.contains(cue));
  }

  private static int length(Draft draft) {
    return draft.content().stream().mapToInt(TextSpan::length).sum();
  }
}
