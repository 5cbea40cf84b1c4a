package dev.dateline.enrich.places;

/** What kind of name leads to a place. The numbers are part of the gazetteer's file format. */
public enum NameKind {
  /** The name the gazetteer shows. */
  CANONICAL(0),
  /** Another name or spelling in use. */
  ALTERNATE(1),
  /** A country's name in another language. */
  FOREIGN(2),
  /** Capitals that count only when written in capitals: "UAE". */
  ABBREVIATION(3),
  /** Counts only directly after a place inside it: "Calif.", "VA". */
  CONTAINER(4),
  /** Counts only with a word such as "region" or "oblast": the seat's name for its region. */
  DESIGNATED(5),
  /** An adjective or nationality: leads to a country and is never a place mention. */
  ADJECTIVE(6);

  private static final NameKind[] BY_CODE = byCode();

  private final int code;

  NameKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static NameKind ofCode(int code) {
    return BY_CODE[code];
  }

  private static NameKind[] byCode() {
    NameKind[] kinds = new NameKind[values().length];
    for (NameKind kind : values()) {
      kinds[kind.code] = kind;
    }
    return kinds;
  }
}
