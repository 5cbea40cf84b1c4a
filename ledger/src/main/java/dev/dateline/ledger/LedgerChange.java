package dev.dateline.ledger;

import dev.dateline.schemas.avro.JudgedClaim;
import dev.dateline.schemas.avro.LedgerEntry;
import dev.dateline.schemas.avro.PlaceStanding;
import dev.dateline.schemas.avro.PropositionState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one claim, or the passing of time, changes.
 *
 * @param claim the judged claim; null where none was judged
 * @param states rows of propositions to keep, by the proposition's id and the claim's; null marks
 *     one that is gone
 * @param entries what news.ledger is told, by proposition id; null marks one that is gone
 * @param places what news.standing is told, by place id; null marks one of which nothing is left
 * @param evicted how many propositions went for want of room or of age
 */
public record LedgerChange(
    @Nullable JudgedClaim claim,
    Map<String, @Nullable PropositionState> states,
    Map<String, @Nullable LedgerEntry> entries,
    Map<String, @Nullable PlaceStanding> places,
    int evicted) {

  /** Returns whether nothing changes. */
  public boolean isEmpty() {
    return claim == null && states.isEmpty() && entries.isEmpty() && places.isEmpty();
  }
}
