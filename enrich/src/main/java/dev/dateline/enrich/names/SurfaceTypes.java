package dev.dateline.enrich.names;

import dev.dateline.enrich.text.TextSpan;
import dev.dateline.schemas.avro.EntityType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives the names of an article one type a surface, as far as places go: one that names a town, or
 * is a place to the tagger more often than not, is no person and no work elsewhere.
 *
 * <p>A person's family name stays one: where a longer name of a person in the article has the word,
 * nothing is changed. Nor is a work or an event of several words. Immutable.
 */
final class SurfaceTypes {

  private final String text;
  private final Set<String> places = new HashSet<>();

  /**
   * Reads an article's names.
   *
   * @param towns where towns stand
   */
  SurfaceTypes(String text, List<NameMention> mentions, List<TextSpan> towns) {
    this.text = text;
    Set<TextSpan> spans = new HashSet<>(towns);
    Set<String> wordsOfPersons = new HashSet<>();
    Map<String, Integer> votes = new HashMap<>();
    for (NameMention mention : mentions) {
      String surface = mention.span().of(text);
      if (spans.contains(mention.span())) {
        places.add(surface);
      }
      votes.merge(surface, mention.type() == EntityType.LOCATION ? 1 : -1, Integer::sum);
      if (mention.type() == EntityType.PERSON && !isOneWord(surface)) {
        wordsOfPersons.addAll(List.of(surface.split("\\s+", -1)));
      }
    }
    votes.forEach(
        (surface, vote) -> {
          if (vote > 0) {
            places.add(surface);
          }
        });
    places.removeAll(wordsOfPersons);
  }

  /** Returns the type of a mention. */
  EntityType of(NameMention mention) {
    String surface = mention.span().of(text);
    return switch (mention.type()) {
      case PERSON, MISC ->
          places.contains(surface) && isOneWord(surface) ? EntityType.LOCATION : mention.type();
      case LOCATION, ORGANIZATION, OTHER -> mention.type();
    };
  }

  private static boolean isOneWord(String surface) {
    return surface.indexOf(' ') < 0;
  }
}
