package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.variants.PersonName;
import dev.dateline.schemas.avro.EntityType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of one thing, while they are gathered. Not thread-safe. */
final class Cluster {

  final EntityType type;
  final List<TaggedName> names = new ArrayList<>();

  /** The fullest form of a person's name so far; null for other types. */
  @Nullable PersonName person;

  Gender gender = Gender.UNKNOWN;
  @Nullable String role;
  @Nullable String affiliation;

  Cluster(EntityType type) {
    this.type = type;
  }

  /** Returns the fullest of its names, the earliest among equals. */
  TaggedName fullest() {
    TaggedName fullest = names.get(0);
    for (TaggedName name : names) {
      boolean acronym = fullest.length() == 1 && isAcronym(fullest.text());
      if (name.length() > fullest.length()
          || (acronym && name.text().length() > fullest.text().length())) {
        fullest = name;
      }
    }
    return fullest;
  }

  /** Returns the last of its names that begins before a token; null if all begin later. */
  @Nullable TaggedName lastBefore(int token) {
    TaggedName last = null;
    for (TaggedName name : names) {
      if (name.first() < token && (last == null || name.first() > last.first())) {
        last = name;
      }
    }
    return last;
  }

  static boolean isAcronym(String text) {
    int capitals = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (Character.isUpperCase(letter)) {
        capitals++;
      } else if (letter != '.') {
        return false;
      }
    }
    return capitals >= 2;
  }
}
