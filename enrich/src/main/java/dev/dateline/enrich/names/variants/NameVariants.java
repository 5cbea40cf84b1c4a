package dev.dateline.enrich.names.variants;

import dev.dateline.schemas.avro.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives every name the id it has in all articles and on all machines.
 *
 * <p>An id is made from the name alone, by tables of rules: no lookup service, no state. An alias
 * file goes before the rules. Thread-safe.
 */
public final class NameVariants {

  private final SpellingFolder folder = new SpellingFolder();
  private final PersonNames persons = new PersonNames(folder);
  private final OrganizationNames organizations = new OrganizationNames();
  private final Map<String, Alias> aliases = new HashMap<>();

  private NameVariants(List<Alias> known) {
    for (Alias alias : known) {
      for (String name : alias.names()) {
        for (EntityType type : types(alias)) {
          aliases.put(ownId(name, type), alias);
        }
      }
    }
  }

  /** Makes the rules with the bundled aliases alone. */
  public static NameVariants bundled() {
    return new NameVariants(AliasFile.bundled());
  }

  /** Makes the rules with the bundled aliases and some of one's own, which go first. */
  public static NameVariants with(List<Alias> own) {
    List<Alias> all = new ArrayList<>(AliasFile.bundled());
    all.addAll(own);
    return new NameVariants(all);
  }

  private static List<EntityType> types(Alias alias) {
    return alias.type() == EntityType.OTHER
        ? List.of(EntityType.PERSON, EntityType.ORGANIZATION, EntityType.LOCATION, EntityType.MISC)
        : List.of(alias.type());
  }

  /** Returns the alias line that lists this name, whatever its spelling. */
  public Optional<Alias> alias(String name, EntityType type) {
    return aliasOf(key(name, type), type);
  }

  /** Returns the alias line that lists a name with this key, as {@link #key} returns it. */
  public Optional<Alias> aliasOf(String key, EntityType type) {
    return Optional.ofNullable(aliases.get(prefix(type) + key));
  }

  /** Returns the id of a name: its alias line's, else one made from the folded name. */
  public String id(String name, EntityType type) {
    String own = ownId(name, type);
    Alias alias = aliases.get(own);
    return alias == null ? own : alias.id();
  }

  /** Returns the id the rules alone make from a name. */
  String ownId(String name, EntityType type) {
    return prefix(type) + key(name, type);
  }

  /** Returns a folded name: two names with the same key are taken for one. */
  public String key(String name, EntityType type) {
    return switch (type) {
      case PERSON -> persons.parse(name).key();
      case ORGANIZATION -> organizations.key(name);
      case LOCATION, MISC, OTHER -> wordKey(name);
    };
  }

  /** Takes a person's name apart. */
  public PersonName person(String name) {
    return persons.parse(name);
  }

  /** Returns the country an adjective belongs to, in small letters; the word itself otherwise. */
  public String country(String word) {
    return organizations.country(SpellingFolder.plain(word));
  }

  /** Returns, in small letters, the names and adjectives of countries that are one word. */
  public static Set<String> countryWords() {
    Set<String> words = new HashSet<>();
    Table.resource("demonyms.tsv").forEach(row -> words.addAll(row.subList(1, row.size())));
    return Set.copyOf(words);
  }

  /**
   * Returns the name of the country a word stands for ("Ukrainian"); null if it stands for none.
   */
  public @Nullable String countryName(String word) {
    boolean capital = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
    return capital ? organizations.countryName(SpellingFolder.plain(word)) : null;
  }

  private String wordKey(String name) {
    List<String> words = new ArrayList<>();
    String apart = name.replace("'s ", " ").replace("’s ", " ");
    for (String raw : SpellingFolder.BETWEEN_WORDS.split(apart, -1)) {
      String word = folder.fold(raw);
      if (!word.isEmpty() && !(words.isEmpty() && word.equals("te"))) {
        words.add(word);
      }
    }
    return words.isEmpty() ? SpellingFolder.plain(name) : String.join("-", words);
  }

  private static String prefix(EntityType type) {
    return switch (type) {
      case PERSON -> "person:";
      case ORGANIZATION -> "org:";
      case LOCATION -> "location:";
      case MISC, OTHER -> "misc:";
    };
  }
}
