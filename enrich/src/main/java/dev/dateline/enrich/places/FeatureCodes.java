package dev.dateline.enrich.places;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of GeoNames' features the gazetteer keeps, and as what. */
final class FeatureCodes {

  private static final Map<String, PlaceKind> SETTLEMENTS =
      Map.of(
          "PPLC", PlaceKind.CAPITAL,
          "PPLA", PlaceKind.SEAT,
          "PPLX", PlaceKind.DISTRICT,
          "PPLCH", PlaceKind.FORMER_TOWN,
          "PPLH", PlaceKind.FORMER_TOWN,
          "PPLQ", PlaceKind.FORMER_TOWN,
          "PPLW", PlaceKind.FORMER_TOWN);

  private static final Map<String, PlaceKind> OTHERS =
      Map.ofEntries(
          Map.entry("A.ADM1", PlaceKind.ADMIN1),
          Map.entry("A.ADM2", PlaceKind.ADMIN2),
          Map.entry("A.PCL", PlaceKind.COUNTRY),
          Map.entry("A.PCLD", PlaceKind.COUNTRY),
          Map.entry("A.PCLF", PlaceKind.COUNTRY),
          Map.entry("A.PCLI", PlaceKind.COUNTRY),
          Map.entry("A.PCLIX", PlaceKind.COUNTRY),
          Map.entry("A.PCLS", PlaceKind.COUNTRY),
          Map.entry("A.TERR", PlaceKind.COUNTRY),
          Map.entry("H.BAY", PlaceKind.FEATURE),
          Map.entry("H.GULF", PlaceKind.REGION),
          Map.entry("H.LK", PlaceKind.REGION),
          Map.entry("H.SEA", PlaceKind.REGION),
          Map.entry("H.STRT", PlaceKind.REGION),
          Map.entry("L.RGN", PlaceKind.REGION),
          Map.entry("S.AIRP", PlaceKind.FEATURE),
          Map.entry("T.ISL", PlaceKind.REGION),
          Map.entry("T.ISLS", PlaceKind.REGION),
          Map.entry("T.MT", PlaceKind.FEATURE),
          Map.entry("T.MTS", PlaceKind.REGION),
          Map.entry("T.PEN", PlaceKind.REGION),
          Map.entry("T.VLC", PlaceKind.FEATURE));

  private FeatureCodes() {}

  /** Returns the kind of a feature; null when the gazetteer does not keep it. */
  static @Nullable PlaceKind kindOf(String featureClass, String featureCode) {
    if (featureClass.equals("P")) {
      return SETTLEMENTS.getOrDefault(featureCode, PlaceKind.TOWN);
    }
    return OTHERS.get(featureClass + "." + featureCode);
  }
}
