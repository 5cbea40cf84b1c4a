package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Which attributions stand inside the content of others ("Reuters reported that Maliar said …").
 */
final class Nesting {

  /** How far into the outer content the inner cue may stand for the outer only to pass it on. */
  private static final int SOON = 60;

  private final List<Draft> drafts;

  private Nesting(List<Draft> drafts) {
    this.drafts = drafts;
  }

  /** Looks at the drafts of one article. */
  static Nesting of(List<Draft> drafts) {
    return new Nesting(List.copyOf(drafts));
  }

  /** Returns the drafts whose content holds this one's cue, the outermost last. */
  List<Draft> around(Draft inner) {
    List<Draft> around = new ArrayList<>();
    for (Draft outer : nearby(inner)) {
      if (encloses(outer, inner)) {
        around.add(outer);
      }
    }
    around.sort((a, b) -> Integer.compare(length(a), length(b)));
    return around;
  }

  /** Tells whether a news outlet only passes on what another attribution holds. */
  boolean onlyPassesOn(Draft outer) {
    Phrase phrase = outer.claimant();
    if (phrase == null || !outer.passage().isAny(phrase.coreTo() - 1, WordLists.OUTLET)) {
      return false;
    }
    int start = outer.content().get(0).start();
    for (Draft inner : nearby(outer)) {
      TextSpan cue = inner.cueSpan();
      if (cue != null && encloses(outer, inner) && cue.start() - start <= SOON) {
        return true;
      }
    }
    return false;
  }

  /** Drafts stand in text order but for quotations; those of one passage stand together. */
  private List<Draft> nearby(Draft draft) {
    int index = drafts.indexOf(draft);
    int from = index;
    while (from > 0 && drafts.get(from - 1).passage() == draft.passage()) {
      from--;
    }
    int to = index + 1;
    while (to < drafts.size() && drafts.get(to).passage() == draft.passage()) {
      to++;
    }
    return drafts.subList(from, to);
  }

  private static boolean encloses(Draft outer, Draft inner) {
    TextSpan cue = inner.cueSpan();
    if (outer == inner || cue == null) {
      return false;
    }
    for (TextSpan span : outer.content()) {
      if (span.contains(cue)) {
        return true;
      }
    }
    return false;
  }

  private static int length(Draft draft) {
    return draft.content().stream().mapToInt(TextSpan::length).sum();
  }
}
