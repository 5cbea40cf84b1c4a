package dev.dateline.enrich.places;

import dev.dateline.schemas.avro.PlacePrecision;

/**
 * What kind of thing a place of the gazetteer is. The numbers are part of the gazetteer's file
 * format.
 */
public enum PlaceKind {
  /** A country or dependent territory. */
  COUNTRY(0, PlacePrecision.COUNTRY),
  /** A first-level division: state, oblast, province. */
  ADMIN1(1, PlacePrecision.ADMIN1),
  /** A second-level division: county, district. */
  ADMIN2(2, PlacePrecision.ADMIN2),
  /** A continent, sea, macro-region or island: its coordinates are its middle. */
  REGION(3, PlacePrecision.REGION),
  /** The capital of a country. */
  CAPITAL(4, PlacePrecision.SETTLEMENT),
  /** The seat of a first-level division. */
  SEAT(5, PlacePrecision.SETTLEMENT),
  /** Any other town or village. */
  TOWN(6, PlacePrecision.SETTLEMENT),
  /** A part of a town. */
  DISTRICT(7, PlacePrecision.SETTLEMENT),
  /** A settlement that is no more. */
  FORMER_TOWN(8, PlacePrecision.SETTLEMENT),
  /** A mountain, airport or other feature with a point of its own. */
  FEATURE(9, PlacePrecision.POINT);

  private static final PlaceKind[] BY_CODE = byCode();

  private final byte code;
  private final PlacePrecision precision;

  PlaceKind(int code, PlacePrecision precision) {
    this.code = (byte) code;
    this.precision = precision;
  }

  /** Returns how exact the coordinates of such a place are. */
  public PlacePrecision precision() {
    return precision;
  }

  /** Tells whether it is a town, village or part of one. */
  public boolean isSettlement() {
    return precision == PlacePrecision.SETTLEMENT;
  }

  byte code() {
    return code;
  }

  static PlaceKind ofCode(int code) {
    return BY_CODE[code];
  }

  private static PlaceKind[] byCode() {
    PlaceKind[] kinds = new PlaceKind[values().length];
    for (PlaceKind kind : values()) {
      kinds[kind.code] = kind;
    }
    return kinds;
  }
}
