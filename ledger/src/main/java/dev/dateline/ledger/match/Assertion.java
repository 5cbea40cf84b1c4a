package dev.dateline.ledger.match;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim as the matcher wants it.
 *
 * @param claimant name of who says it, or the words; null when nobody is named
 * @param claimantId id of the claimant; null when unknown
 * @param denied whether the claimant denies the content
 * @param content what is claimed
 * @param places ids or names of the places it is about, the most specific first, a country code
 *     last where known; empty when unknown
 * @param date the day it was claimed or is about; null when unknown
 * @param entityIds ids of the entities named in the content
 * @param kinds parts of speech of its words, by {@link WordKinds}; empty where they are not known
 */
public record Assertion(
    @Nullable String claimant,
    @Nullable String claimantId,
    boolean denied,
    String content,
    List<String> places,
    @Nullable LocalDate date,
    List<String> entityIds,
    String kinds) {

  public Assertion {
    places = List.copyOf(places);
    entityIds = List.copyOf(entityIds);
  }

  /** A claim whose words are not tagged. */
  public Assertion(
      @Nullable String claimant,
      @Nullable String claimantId,
      boolean denied,
      String content,
      List<String> places,
      @Nullable LocalDate date,
      List<String> entityIds) {
    this(claimant, claimantId, denied, content, places, date, entityIds, "");
  }
}
