package dev.dateline.enrich.names.variants;

/**
 * A person's name taken apart and folded.
 *
 * @param given folded given name; empty when only a family name is written
 * @param initial first letter of the given name where only that is written; empty otherwise
 * @param family folded family name; empty when the name holds none
 */
public record PersonName(String given, String initial, String family) {

  /** Returns the part of an id that stands for this name. */
  public String key() {
    return given.isEmpty() ? family : family + "-" + given;
  }

  /** Tells whether the two can be one person: the same family name and no two given names. */
  public boolean agrees(PersonName other) {
    if (family.isEmpty() || !family.equals(other.family)) {
      return false;
    }
    if (!given.isEmpty() && !other.given.isEmpty()) {
      return given.equals(other.given);
    }
    return initialAgrees(initial, other) && initialAgrees(other.initial, this);
  }

  private static boolean initialAgrees(String initial, PersonName other) {
    String whole = other.given.isEmpty() ? other.initial : other.given;
    return initial.isEmpty() || whole.isEmpty() || whole.startsWith(initial);
  }
}
