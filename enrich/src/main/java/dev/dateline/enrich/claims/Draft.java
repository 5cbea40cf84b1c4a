package dev.dateline.enrich.claims;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.Hedge;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a construction finds it, before its content is trimmed and its details are read.
 *
 * @param passage where its cue stands
 * @param claimant who says it; null where the text names nobody
 * @param claimantPassage the passage the claimant's items belong to
 * @param cue the entry of the lexicon; null for a quotation without a cue
 * @param cueSpan where the cue stands, auxiliaries included; null exactly when {@code cue} is
 * @param content what is claimed, in text order
 * @param hedge how sure the construction makes it sound, whatever the cue
 * @param rule name of the construction, for people
 */
record Draft(
    Passage passage,
    @Nullable Phrase claimant,
    Passage claimantPassage,
    @Nullable Cue cue,
    @Nullable TextSpan cueSpan,
    List<TextSpan> content,
    Hedge hedge,
    String rule) {

  /** Keeps its own copy of the content. */
  Draft {
    content = List.copyOf(content);
  }

  /** Returns the same draft with another hedge. */
  Draft hedged(Hedge other) {
    return new Draft(passage, claimant, claimantPassage, cue, cueSpan, content, other, rule);
  }

  /** Returns the same draft with content before its own. */
  Draft startingWith(TextSpan first) {
    List<TextSpan> longer = new ArrayList<>(content);
    longer.add(0, first);
    return new Draft(passage, claimant, claimantPassage, cue, cueSpan, longer, hedge, rule);
  }

  /** Returns the same draft with more content. */
  Draft with(TextSpan more) {
    List<TextSpan> longer = new ArrayList<>(content);
    longer.add(more);
    return new Draft(passage, claimant, claimantPassage, cue, cueSpan, longer, hedge, rule);
  }
}
