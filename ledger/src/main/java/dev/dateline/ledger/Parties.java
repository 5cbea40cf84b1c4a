package dev.dateline.ledger;

import dev.dateline.ledger.match.Claimants;
import dev.dateline.schemas.ClaimTexts;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.Claimant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells who stands behind a claim, and whether two claims are independent: the claimant, whoever
 * relays it, and the body a spokesperson speaks for.
 *
 * <p>A party is written {@code "id:"} and an entity id, or {@code "name:"} and a name; a claimant
 * that the text does not tell from others ("officials") is no party. Thread-safe.
 */
final class Parties {

  private static final String ID = "id:";
  private static final String NAME = "name:";
  private static final String PLACE_ID = "geonames:";
  private static final Set<String> SPEAKS_FOR =
      Set.of("spokes", "representative of", "press secretary", "press service", "speaks for");

  private final Claimants claimants = new Claimants();

  /** Returns the parties of a claim, its claimant's first; empty where nobody is told apart. */
  List<String> of(Claim claim) {
    Set<String> parties = new LinkedHashSet<>();
    Stream.concat(Stream.ofNullable(claim.getClaimant()), claim.getChain().stream())
        .forEach(claimant -> add(parties, claimant));
    return List.copyOf(parties);
  }

  /**
   * A party read for comparison.
   *
   * @param written as it is kept
   * @param name its name; null where it has an id
   */
  record Party(String written, Claimants.@Nullable Name name) {
    boolean canBe(Party other) {
      return written.equals(other.written)
          || (name != null && other.name != null && name.canBe(other.name));
    }
  }

  /** Reads parties as they are kept. */
  List<Party> read(List<String> written) {
    return written.stream()
        .map(
            party ->
                new Party(
                    party,
                    party.startsWith(NAME) ? claimants.read(party.substring(NAME.length())) : null))
        .toList();
  }

  /** Returns whether two claims have a party in common; false when either has none. */
  static boolean shared(List<Party> first, List<Party> second) {
    for (Party one : first) {
      for (Party other : second) {
        if (one.canBe(other)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the name people know a claimant by; null where nobody was named. */
  static @Nullable String nameOf(@Nullable Claimant claimant) {
    return claimant == null ? null : ClaimTexts.nameOf(claimant);
  }

  private void add(Set<String> parties, Claimant claimant) {
    String id = claimant.getEntityId();
    // A country's id also stands for "Ukraine's southern command": only the words tell which.
    if (id != null && !id.startsWith(PLACE_ID)) {
      parties.add(ID + id);
    }
    if (claimant.getAnonymous()) {
      return;
    }
    addName(parties, claimant.getText());
    if (claimant.getName() != null && (id == null || !id.startsWith(PLACE_ID))) {
      parties.add(NAME + claimant.getName());
    }
    String role = claimant.getRole() == null ? "" : claimant.getRole();
    String affiliation = claimant.getAffiliation() == null ? "" : claimant.getAffiliation();
    String office = (role + " " + affiliation).toLowerCase(Locale.ROOT);
    if (SPEAKS_FOR.stream().anyMatch(office::contains)) {
      for (String body : new String[] {role, affiliation}) {
        if (SPEAKS_FOR.stream().noneMatch(body.toLowerCase(Locale.ROOT)::contains)) {
          addName(parties, body);
        }
      }
    }
  }

  private static void addName(Set<String> parties, String name) {
    String bare = startsWithArticle(name) ? name.substring(name.indexOf(' ') + 1) : name;
    String[] words = bare.strip().split("\\s+", -1);
    // At the start of a sentence "Local officials" has a capital too, and names nobody.
    boolean named =
        words.length == 1 && !words[0].isEmpty() && Character.isUpperCase(words[0].codePointAt(0));
    for (int i = startsWithArticle(name) ? 0 : 1; i < words.length; i++) {
      named |= !words[i].isEmpty() && Character.isUpperCase(words[i].codePointAt(0));
    }
    if (named) {
      parties.add(NAME + bare);
    }
  }

  private static boolean startsWithArticle(String name) {
    return name.regionMatches(true, 0, "the ", 0, 4)
        || name.regionMatches(true, 0, "its ", 0, 4)
        || name.regionMatches(true, 0, "a ", 0, 2);
  }
}
