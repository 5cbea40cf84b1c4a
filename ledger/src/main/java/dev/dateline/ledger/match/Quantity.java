package dev.dateline.ledger.match;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number of the content as a range, in the base unit of its dimension.
 *
 * @param low least value it can mean; 0 when there is no lower end
 * @param high greatest value it can mean; infinite when there is no upper end
 * @param dimension what is measured ("MASS"), "COUNT" for a number of things
 * @param thing stem of what is counted; null for a measure or when not stated
 * @param rounded whether the text says "about", or the number is a round one
 * @param surface the words
 * @param place index of its first word
 */
record Quantity(
    double low,
    double high,
    String dimension,
    @Nullable String thing,
    boolean rounded,
    String surface,
    int place) {
  static final String COUNT = "COUNT";

  private static final double ROUNDING = 0.12;
  private static final double CONVERSION = 0.02;

  boolean isMeasure() {
    return !dimension.equals(COUNT);
  }

  boolean sameDimension(Quantity other) {
    return dimension.equals(other.dimension);
  }

  /** Whether both can be true of one thing at one time. */
  boolean compatible(Quantity other) {
    double slack = rounded || other.rounded ? ROUNDING : isMeasure() ? CONVERSION : 0;
    return low <= other.high * (1 + slack) + 1e-9 && other.low <= high * (1 + slack) + 1e-9;
  }

  /** A value to order by: the middle, or the one end there is. */
  double size() {
    if (Double.isInfinite(high)) {
      return low;
    }
    return low <= 0 ? high : (low + high) / 2;
  }

  boolean sameThing(Quantity other) {
    return Objects.equals(thing, other.thing);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s[%s..%s %s]", surface, low, high, thing == null ? dimension : thing);
  }
}
