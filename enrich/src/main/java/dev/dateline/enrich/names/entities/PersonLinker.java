package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.enrich.names.variants.PersonName;
import dev.dateline.enrich.text.Token;
import dev.dateline.schemas.avro.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings together the names of each person: a family name points to the person of that name spoken
 * of last, and two people of one family name stay apart. Immutable; thread-safe.
 */
final class PersonLinker {

  private final NameVariants variants;
  private final Lexicon lexicon;

  PersonLinker(NameVariants variants, Lexicon lexicon) {
    this.variants = variants;
    this.lexicon = lexicon;
  }

  /** Groups the persons among the names, which stand in text order. */
  List<Cluster> link(List<TaggedName> names, List<Token> tokens) {
    List<Cluster> clusters = new ArrayList<>();
    List<TaggedName> persons =
        names.stream().filter(name -> name.type() == EntityType.PERSON).toList();
    for (TaggedName name : persons) {
      PersonName parsed = variants.person(name.text());
      Gender gender = gender(name, tokens);
      Cluster found = find(clusters, parsed, gender);
      if (found == null) {
        found = new Cluster(EntityType.PERSON);
        clusters.add(found);
      }
      found.names.add(name);
      found.person = fuller(found.person, parsed);
      found.gender = found.gender == Gender.UNKNOWN ? gender : found.gender;
    }
    return joinForward(clusters);
  }

  private static PersonName fuller(@Nullable PersonName old, PersonName added) {
    if (old == null) {
      return added;
    }
    if (old.given().isEmpty() && !added.given().isEmpty()) {
      return added;
    }
    boolean initialOnly = old.given().isEmpty() && old.initial().isEmpty();
    return initialOnly && !added.initial().isEmpty() ? added : old;
  }

  private static @Nullable Cluster find(List<Cluster> clusters, PersonName parsed, Gender gender) {
    Cluster best = null;
    int bestAt = -1;
    for (Cluster cluster : clusters) {
      if (cluster.gender.agrees(gender) && fits(cluster, parsed)) {
        int at = cluster.names.get(cluster.names.size() - 1).first();
        if (at > bestAt) {
          bestAt = at;
          best = cluster;
        }
      }
    }
    return best;
  }

  private static boolean fits(Cluster cluster, PersonName parsed) {
    PersonName known = cluster.person;
    if (known == null) {
      return false;
    }
    boolean alone = parsed.given().isEmpty() && parsed.initial().isEmpty();
    // "Boris" after "Boris Johnson"; a family name alone is tried first by agrees.
    return known.agrees(parsed) || (alone && known.given().equals(parsed.family()));
  }

  /**
   * A family name before the full name ("Malial said", then "Hannah Malial") joins the only one.
   */
  private static List<Cluster> joinForward(List<Cluster> clusters) {
    List<Cluster> joined = new ArrayList<>();
    for (Cluster cluster : clusters) {
      PersonName person = cluster.person;
      Cluster target = null;
      if (person != null && person.given().isEmpty()) {
        List<Cluster> fuller =
            clusters.stream()
                .filter(other -> other != cluster && isFullerOf(other, person))
                .filter(other -> other.gender.agrees(cluster.gender))
                .toList();
        target = fuller.size() == 1 ? fuller.get(0) : null;
      }
      if (target == null) {
        joined.add(cluster);
      } else {
        target.names.addAll(cluster.names);
        target.names.sort(java.util.Comparator.comparingInt(TaggedName::first));
      }
    }
    return joined;
  }

  private static boolean isFullerOf(Cluster other, PersonName person) {
    PersonName full = other.person;
    return full != null && !full.given().isEmpty() && full.agrees(person);
  }

  private Gender gender(TaggedName name, List<Token> tokens) {
    if (name.first() > 0) {
      Optional<Gender> titled = ofTitle(tokens.get(name.first() - 1).text());
      if (titled.isPresent()) {
        return titled.get();
      }
    }
    Optional<Gender> titled = ofTitle(tokens.get(name.first()).text());
    if (titled.isPresent()) {
      return titled.get();
    }
    String first = tokens.get(name.first()).text().toLowerCase(Locale.ROOT);
    if (name.length() > 1) {
      Gender gender = lexicon.genderOfName(first);
      String last = tokens.get(name.end() - 1).text().toLowerCase(Locale.ROOT);
      boolean slavic = last.matches(".{3,}(ova|eva|skaya|skaia|skaja|ovna|evna)");
      return gender == Gender.UNKNOWN && slavic ? Gender.FEMALE : gender;
    }
    return Gender.UNKNOWN;
  }

  private static Optional<Gender> ofTitle(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "mr", "mr.", "sir", "lord", "king", "prince" -> Optional.of(Gender.MALE);
      case "mrs", "mrs.", "ms", "ms.", "miss", "lady", "queen", "princess", "dame" ->
          Optional.of(Gender.FEMALE);
      default -> Optional.empty();
    };
  }
}
