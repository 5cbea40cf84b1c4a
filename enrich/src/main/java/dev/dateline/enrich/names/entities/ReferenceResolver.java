package dev.dateline.enrich.names.entities;

import dev.dateline.enrich.names.NamedEntity;
import dev.dateline.enrich.names.variants.NameVariants;
import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whom a phrase of the article stands for: a name, a noun phrase around one, a pronoun, or
 * "the ministry". Immutable; thread-safe.
 */
final class ReferenceResolver {

  /** A pronoun looks back this many sentences. */
  private static final int REACH = 4;

  private final Scene scene;
  private final Map<Cluster, NamedEntity> entities;
  private final Lexicon lexicon;
  private final NameVariants variants;

  ReferenceResolver(
      Scene scene, Map<Cluster, NamedEntity> entities, Lexicon lexicon, NameVariants variants) {
    this.scene = scene;
    this.entities = entities;
    this.lexicon = lexicon;
    this.variants = variants;
  }

  Optional<NamedEntity> resolve(TextSpan phrase) {
    int first = tokenAt(phrase.start());
    int end = tokenAt(phrase.end());
    if (first >= end) {
      return Optional.empty();
    }
    Cluster cluster = first + 1 == end ? ofWord(first) : ofPhrase(first, end);
    return Optional.ofNullable(cluster == null ? null : entities.get(cluster));
  }

  /** Returns the first token that does not end before a position. */
  private int tokenAt(int position) {
    int low = 0;
    int high = scene.tokens().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (scene.tokens().get(middle).start() < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private @Nullable Cluster ofWord(int token) {
    Cluster named = clusterAt(token);
    if (named != null) {
      return named;
    }
    return switch (scene.lower(token)) {
      case "he", "him", "his", "himself" -> recent(token, EntityType.PERSON, Gender.MALE);
      case "she", "her", "hers", "herself" -> recent(token, EntityType.PERSON, Gender.FEMALE);
      case "it", "its", "itself" -> recentThing(token);
      case "they", "them", "their", "themselves" ->
          recent(token, EntityType.ORGANIZATION, Gender.UNKNOWN);
      default -> null;
    };
  }

  private @Nullable Cluster ofPhrase(int first, int end) {
    int head = head(first, end);
    Cluster named = clusterAt(head);
    if (named != null) {
      return named;
    }
    Cluster person = personIn(first, end);
    if (person != null) {
      return person;
    }
    String noun = scene.lower(head);
    if (lexicon.isRole(noun)) {
      return ofRole(first, head, end);
    }
    if (lexicon.pointsToNamed(noun) || lexicon.pointsToAny(noun)) {
      return ofOrganizationNoun(first, head, noun);
    }
    return null;
  }

  /** The last word before a preposition, comma or clause. */
  private int head(int first, int end) {
    int head = first;
    for (int i = first; i < end; i++) {
      String word = scene.lower(i);
      boolean stops =
          switch (scene.tokens().get(i).pos()) {
            case "ADP", "SCONJ", "VERB", "AUX", "PRON", "PUNCT" -> !word.equals("-");
            default -> false;
          };
      if (stops && i > first && scene.name(i) == null) {
        break;
      }
      boolean possessive = word.equals("'s") || word.equals("’s") || word.equals("-");
      if (!possessive) {
        head = i;
      }
    }
    return head;
  }

  private @Nullable Cluster personIn(int first, int end) {
    for (int i = first; i < end; i++) {
      Cluster cluster = clusterAt(i);
      boolean possessed = i + 1 < end && scene.lower(i + 1).matches("['’]s?");
      if (cluster != null && cluster.type == EntityType.PERSON && !possessed) {
        TaggedName name = scene.name(i);
        boolean object = i > first && isPreposition(i - 1);
        if (name != null && !object) {
          return cluster;
        }
      }
    }
    return null;
  }

  private boolean isPreposition(int token) {
    return scene.tokens().get(token).pos().equals("ADP");
  }

  /** "the minister", "Ukraine's deputy defense minister": who was given that role last. */
  private @Nullable Cluster ofRole(int first, int head, int end) {
    String noun = scene.lower(head);
    String affiliation = affiliation(first, end);
    List<Cluster> fitting = new ArrayList<>();
    for (Cluster cluster : entities.keySet()) {
      String role = cluster.role;
      if (role != null && role.toLowerCase(Locale.ROOT).endsWith(noun)) {
        String own = cluster.affiliation;
        boolean clash = affiliation != null && own != null && !sameCountry(affiliation, own);
        if (!clash) {
          fitting.add(cluster);
        }
      }
    }
    return latest(fitting, first);
  }

  private @Nullable String affiliation(int first, int end) {
    for (int i = first; i < end; i++) {
      TaggedName name = scene.name(i);
      String country = variants.countryName(scene.tokens().get(i).text());
      if (name != null || country != null) {
        return name != null ? name.text() : country;
      }
    }
    return null;
  }

  private boolean sameCountry(String one, String other) {
    return variants.country(one).equals(variants.country(other));
  }

  private @Nullable Cluster ofOrganizationNoun(int first, int head, String noun) {
    String affiliation = affiliation(first, head);
    List<Cluster> holding = new ArrayList<>();
    List<Cluster> others = new ArrayList<>();
    for (Cluster cluster : entities.keySet()) {
      if (cluster.type == EntityType.ORGANIZATION && cluster.lastBefore(first) != null) {
        others.add(cluster);
        if (holds(cluster, noun) && (affiliation == null || concerns(cluster, affiliation))) {
          holding.add(cluster);
        }
      }
    }
    if (!holding.isEmpty()) {
      return latest(holding, first);
    }
    boolean plain = head - first <= 1 && affiliation == null;
    return plain && lexicon.pointsToAny(noun) ? latest(others, first) : null;
  }

  private static boolean holds(Cluster cluster, String noun) {
    for (TaggedName name : cluster.names) {
      String text = " " + name.text().toLowerCase(Locale.ROOT) + " ";
      if (text.contains(" " + noun + " ")) {
        return true;
      }
    }
    return false;
  }

  private boolean concerns(Cluster cluster, String affiliation) {
    String country = variants.country(affiliation);
    for (TaggedName name : cluster.names) {
      for (int i = name.first(); i < name.end(); i++) {
        if (variants.country(scene.tokens().get(i).text()).equals(country)) {
          return true;
        }
      }
    }
    return false;
  }

  private static @Nullable Cluster latest(List<Cluster> clusters, int token) {
    Cluster latest = null;
    int at = -1;
    for (Cluster cluster : clusters) {
      TaggedName last = cluster.lastBefore(token);
      if (last != null && last.first() > at) {
        at = last.first();
        latest = cluster;
      }
    }
    return latest;
  }

  private @Nullable Cluster recentThing(int token) {
    Cluster organization = recent(token, EntityType.ORGANIZATION, Gender.UNKNOWN);
    Cluster place = recent(token, EntityType.LOCATION, Gender.UNKNOWN);
    if (organization == null || place == null) {
      return organization == null ? place : organization;
    }
    return score(organization, token) >= score(place, token) ? organization : place;
  }

  private @Nullable Cluster recent(int token, EntityType type, Gender gender) {
    Cluster best = null;
    int bestScore = 0;
    for (Cluster cluster : entities.keySet()) {
      if (cluster.type == type && cluster.gender.agrees(gender)) {
        int score = score(cluster, token);
        if (score > bestScore) {
          bestScore = score;
          best = cluster;
        }
      }
    }
    return best;
  }

  /**
   * Nearer sentences count more, and in a sentence its subject counts more (Lappin and Leass 1994).
   */
  private int score(Cluster cluster, int token) {
    int sentence = sentenceOf(token);
    int best = 0;
    for (TaggedName name : cluster.names) {
      int distance = sentence - name.sentence();
      if (name.first() < token && distance >= 0 && distance <= REACH) {
        int score = 100 * (REACH + 1 - distance) + (isSubject(name) ? 60 : 0);
        best = Math.max(best, score + Math.min(20, cluster.names.size()));
      }
    }
    return best;
  }

  private boolean isSubject(TaggedName name) {
    int from = scene.from(name.sentence());
    for (int i = from; i < name.first(); i++) {
      String pos = scene.tokens().get(i).pos();
      if (pos.equals("VERB") || pos.equals("AUX")) {
        return false;
      }
    }
    boolean object = name.first() > from && isPreposition(name.first() - 1);
    int next = name.end();
    boolean possessed = next < scene.tokens().size() && scene.lower(next).matches("['’]s?");
    return !object && !possessed;
  }

  private int sentenceOf(int token) {
    return scene.sentenceOf(token);
  }

  private @Nullable Cluster clusterAt(int token) {
    TaggedName name = scene.name(token);
    if (name == null) {
      return null;
    }
    for (Cluster cluster : entities.keySet()) {
      if (cluster.names.contains(name)) {
        return cluster;
      }
    }
    return null;
  }
}
