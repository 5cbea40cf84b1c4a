package dev.dateline.dashboard.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity or place with the ways it was named.
 *
 * @param id entity or place id
 * @param name canonical name
 * @param kind PERSON, ORGANIZATION, LOCATION, MISC or OTHER for an entity; PLACE for a place
 * @param place where it is; null for an entity
 * @param variants spellings seen, each with the number of articles that have it, most first
 * @param roles roles written beside the name, likewise
 * @param articles how many articles name it
 * @param articleIds the latest of them, latest first
 * @param firstSeen event time of the earliest; null when no article is known
 * @param lastSeen event time of the latest; null when no article is known
 */
public record SightedCard(
    String id,
    String name,
    String kind,
    @Nullable PlaceCard place,
    List<Count> variants,
    List<Count> roles,
    int articles,
    List<String> articleIds,
    @Nullable Instant firstSeen,
    @Nullable Instant lastSeen) {

  /**
   * How often something was seen.
   *
   * @param text what
   * @param count how often
   */
  public record Count(String text, int count) {}
}
