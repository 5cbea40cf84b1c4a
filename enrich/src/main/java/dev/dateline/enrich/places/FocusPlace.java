package dev.dateline.enrich.places;

import dev.dateline.schemas.avro.PlaceReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the place an article is most about: the one named most, where narrow places count more
 * than wide ones and early mentions more than late ones.
 */
final class FocusPlace {

  private static final int EARLY = 400;
  private static final double EARLY_FACTOR = 1.5;

  private FocusPlace() {}

  /** Returns the focus; null when no place is named. */
  static @Nullable PlaceReference of(List<ResolvedPlace> places) {
    Map<String, Double> weights = new LinkedHashMap<>();
    @Nullable PlaceReference best = null;
    double bestWeight = 0;
    for (ResolvedPlace place : places) {
      double one =
          weight(place.place())
              * place.confidence()
              * (place.span().start() < EARLY ? EARLY_FACTOR : 1);
      double sum = weights.merge(place.place().getPlaceId(), one, Double::sum);
      if (sum > bestWeight) {
        bestWeight = sum;
        best = place.place();
      }
    }
    return best;
  }

  private static double weight(PlaceReference place) {
    return switch (place.getPrecision()) {
      case POINT, SETTLEMENT -> 2;
      case ADMIN2, ADMIN1 -> 1.7;
      case REGION -> 1;
      case COUNTRY -> 1;
      case UNKNOWN -> 0;
    };
  }
}
