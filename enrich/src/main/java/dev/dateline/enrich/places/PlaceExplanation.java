package dev.dateline.enrich.places;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.PlaceReference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a name of the gazetteer was taken for a place or not, and why for this one.
 *
 * @param span where the name stands
 * @param text the surface
 * @param isPlace whether it was taken for a place; true exactly when the weights of its evidence
 *     add up to 0 or more
 * @param evidence what speaks for and against its naming a place
 * @param candidates what it can stand for, best first; their scores are 0 where it is no place
 */
public record PlaceExplanation(
    TextSpan span, String text, boolean isPlace, List<Weight> evidence, List<Choice> candidates) {

  /** Keeps its own copies of the lists. */
  public PlaceExplanation {
    evidence = List.copyOf(evidence);
    candidates = List.copyOf(candidates);
  }

  /** Returns the place that was chosen; null when it was not taken for a place. */
  public @Nullable PlaceReference chosen() {
    return isPlace && !candidates.isEmpty() ? candidates.get(0).place() : null;
  }

  /**
   * A reason and its weight.
   *
   * @param reason in words
   * @param weight in units of "rather": 1 tips an even case, 3 settles it; less than 0 speaks
   *     against
   */
  public record Weight(String reason, double weight) {}

  /**
   * One place the name can stand for.
   *
   * @param place the place
   * @param score the sum of its reasons
   * @param reasons what speaks for and against it
   */
  public record Choice(PlaceReference place, double score, List<Weight> reasons) {

    /** Keeps its own copy of the list. */
    public Choice {
      reasons = List.copyOf(reasons);
    }
  }
}
