package dev.dateline.enrich.places;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well places were found and placed, in per cent with one decimal.
 *
 * @param recognisedRecall gold toponyms that a predicted place overlaps
 * @param precision predicted places that overlap a gold toponym
 * @param rightOfAll gold toponyms found and placed within 161 km
 * @param rightOfFound the same, of those found
 * @param medianKm median distance of those found; null when none was
 * @param gold gold toponyms with coordinates
 * @param predicted predicted places
 * @param badOffsets predicted places whose text is not the text at their offsets
 * @param missingDocuments gold documents without a prediction
 */
public record PlaceScores(
    double recognisedRecall,
    double precision,
    double rightOfAll,
    double rightOfFound,
    @Nullable Double medianKm,
    int gold,
    int predicted,
    int badOffsets,
    int missingDocuments) {

  /** Returns the scores as a table for people. */
  public String table() {
    return String.format(
        Locale.ROOT,
        """
        places
        found           %5.1f   of %d gold toponyms
        precision       %5.1f   of %d predicted places
        within 161 km   %5.1f   of the gold toponyms
                        %5.1f   of those found
        median distance %s
        bad offsets     %d
        documents missing %d
        """,
        recognisedRecall,
        gold,
        precision,
        predicted,
        rightOfAll,
        rightOfFound,
        medianKm == null ? "-" : String.format(Locale.ROOT, "%.1f km", medianKm),
        badOffsets,
        missingDocuments);
  }
}
