package dev.dateline.sink.watch;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A field that a watchlist's query can name. */
public enum WatchField {
  TEXT(
      "text",
      Kind.PROSE,
      "The words of the claim and the sentence around it; of an article its headline and body. The"
          + " field of words without one."),
  CLAIMANT("claimant", Kind.NAME, "Who says it: name, words and organisation. Claims only."),
  ROLE(
      "role",
      Kind.NAME,
      "The claimant's role as written, \"deputy defense minister\". Claims only."),
  ENTITY(
      "entity",
      Kind.NAME,
      "A person, organisation or other name in the claim, its claimant included, or in the article."),
  ENTITY_ID("entityId", Kind.WORD, "The same by id, \"org:wagner\", in quotation marks."),
  PLACE(
      "place", Kind.NAME, "A place the claim is about, or that the article names; its region too."),
  PLACE_ID("placeId", Kind.WORD, "The same by id, \"geonames:713174\", in quotation marks."),
  COUNTRY("country", Kind.WORD, "The country of such a place, ISO 3166-1 alpha-2: UA."),
  VERDICT(
      "verdict",
      Kind.WORD,
      "NEW, REPEATED, CORROBORATED, DISPUTED, UPDATED or RETRACTED. Claims only."),
  POLARITY("polarity", Kind.WORD, "AFFIRMED or DENIED. Claims only."),
  HEDGE("hedge", Kind.WORD, "CERTAIN, POSSIBLE or REPORTED. Claims only."),
  CUE(
      "cue",
      Kind.WORD,
      "What the claimant does: SAY, DENY, CONFIRM, ACCUSE, PROMISE, THREATEN, ESTIMATE, BELIEVE,"
          + " ORDER or ASK. Claims only."),
  SOURCE("source", Kind.NAME, "The outlet."),
  LANGUAGE("language", Kind.WORD, "Language of the article, ISO 639-1: en. Claims are in English."),
  TYPE("type", Kind.WORD, "claim or article: what is matched."),
  WITHIN(
      "within",
      Kind.CIRCLE,
      "within(LATITUDE,LONGITUDE,KILOMETRES): a place so near, within(48.6,38.0,50).");

  /** How a field is compared. */
  public enum Kind {
    /** English words, whatever their endings. */
    PROSE,
    /** Words, whatever their case and accents; words in quotation marks in either order. */
    NAME,
    /** The whole value, whatever its case. */
    WORD,
    /** A distance. */
    CIRCLE
  }

  private final String key;
  private final Kind kind;
  private final String meaning;

  WatchField(String key, Kind kind, String meaning) {
    this.key = key;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** Returns its name in a query. */
  public String key() {
    return key;
  }

  /** Returns how it is compared. */
  public Kind kind() {
    return kind;
  }

  /** Returns what it holds, for people. */
  public String meaning() {
    return meaning;
  }

  /** Returns the field of that name; empty for none. */
  static Optional<WatchField> find(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** Returns all names, for people. */
  static String keys() {
    return Arrays.stream(values()).map(WatchField::key).collect(Collectors.joining(", "));
  }
}
