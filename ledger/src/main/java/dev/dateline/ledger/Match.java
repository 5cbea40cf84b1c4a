package dev.dateline.ledger;

import dev.dateline.schemas.avro.EarlierClaim;
import dev.dateline.schemas.avro.StoredProposition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a claim stands to what was claimed before.
 *
 * @param relation how it stands
 * @param proposition the earlier proposition it stands so to; null exactly when DIFFERENT
 * @param nearest the earlier claim concerned; null exactly when DIFFERENT
 * @param score how sure that is, 0 to 1
 * @param reasons why, for people
 */
public record Match(
    Relation relation,
    @Nullable StoredProposition proposition,
    @Nullable EarlierClaim nearest,
    double score,
    List<String> reasons) {

  /** How a claim stands to an earlier proposition. */
  public enum Relation {
    /** It says the same. */
    SAME,
    /** It denies it, or both cannot be true. */
    CONTRADICTS,
    /** It gives a later value of the same developing fact. */
    UPDATES,
    /** It speaks of something else. */
    DIFFERENT
  }

  /** Checks that the parts fit together. */
  public Match {
    boolean different = relation == Relation.DIFFERENT;
    if (different != (proposition == null) || different != (nearest == null)) {
      throw new IllegalArgumentException(
          "a match names its proposition and nearest claim exactly when it is not DIFFERENT");
    }
    reasons = List.copyOf(reasons);
  }

  /** Returns the match of a claim that speaks of something else than all before it. */
  public static Match different(String reason) {
    return new Match(Relation.DIFFERENT, null, null, 1.0, List.of(reason));
  }
}
