package dev.dateline.ledger;

import dev.dateline.ledger.match.Claimants;
import dev.dateline.schemas.avro.Claim;
import dev.dateline.schemas.avro.DateLine;
import dev.dateline.schemas.avro.EnrichedArticle;
import dev.dateline.schemas.avro.EntityType;
import dev.dateline.schemas.avro.Mention;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The place an article is most about, for claims that name none: "the town has not fallen".
 *
 * <p>It is the toponym that title and text name most often, the first where several are; towns
 * before regions and countries, names the gazetteer does not know among the towns, but for those
 * with an article ("the Dnieper"). Where the report was written, places that stand for who speaks
 * ("Moscow said"), and seats of government that are not written as where something is do not count.
 * Thread-safe.
 */
final class HomePlace {

  private static final int TITLE_WEIGHT = 2;

  /** Words before a place where something is or happens, in lower case. */
  private static final Set<String> WHEREABOUTS = WordList.of("whereabouts.txt");

  private static final Claimants CLAIMANTS = new Claimants();

  private HomePlace() {}

  /**
   * A toponym.
   *
   * @param name its name in the gazetteer, else as it is written
   * @param place what it is resolved to; null when the gazetteer does not know it
   */
  record Toponym(String name, @Nullable PlaceReference place) {}

  private static final class Tally {
    private final Toponym toponym;
    private int count;

    Tally(Toponym toponym) {
      this.toponym = toponym;
    }
  }

  private record Occurrence(int start, String surface, Toponym toponym) {}

  /**
   * Returns the place.
   *
   * @param unresolved the article's {@linkplain #unresolvedPlaces places without one}
   * @param text the article's
   */
  static Optional<Toponym> of(
      EnrichedArticle enriched, List<Mention> unresolved, ArticleText text) {
    List<Occurrence> specific = new ArrayList<>();
    List<Occurrence> wide = new ArrayList<>();
    for (Place place : enriched.getPlaces()) {
      boolean specificPlace = Subjects.isSpecific(place.getPrecision());
      boolean counts =
          !isElsewhere(place.getStart(), place.getEnd(), enriched)
              && !(specificPlace && standsForState(place, text));
      if (counts) {
        Occurrence found =
            new Occurrence(
                place.getStart(), place.getText(), new Toponym(place.getName(), reference(place)));
        (specificPlace ? specific : wide).add(found);
      }
    }
    for (Mention mention : unresolved) {
      if (!isElsewhere(mention.getStart(), mention.getEnd(), enriched)) {
        specific.add(
            new Occurrence(
                mention.getStart(), mention.getText(), new Toponym(nameOf(mention), null)));
      }
    }
    String title = enriched.getArticle().getTitle();
    Optional<Toponym> town = mostNamed(specific, title);
    return town.isPresent() ? town : mostNamed(wide, title);
  }

  private static Optional<Toponym> mostNamed(List<Occurrence> found, @Nullable String title) {
    List<Occurrence> inOrder = new ArrayList<>(found);
    inOrder.sort(Comparator.comparingInt(Occurrence::start));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Occurrence each : inOrder) {
      Tally tally =
          tallies.computeIfAbsent(
              Claimants.skeleton(each.toponym.name()), key -> new Tally(each.toponym));
      tally.count +=
          tally.count == 0 && title != null && title.contains(each.surface) ? 1 + TITLE_WEIGHT : 1;
    }
    Tally most = null;
    for (Tally tally : tallies.values()) {
      if (most == null || tally.count > most.count) {
        most = tally;
      }
    }
    return Optional.ofNullable(most).map(tally -> tally.toponym);
  }

  /** Whether a stretch belongs to the date line or to who speaks. */
  private static boolean isElsewhere(int start, int end, EnrichedArticle enriched) {
    DateLine dateLine = enriched.getDateLine();
    if (dateLine != null && start < dateLine.getEnd() && end > dateLine.getStart()) {
      return true;
    }
    for (Claim claim : enriched.getClaims()) {
      if (claim.getClaimant() != null
          && start >= claim.getClaimant().getStart()
          && end <= claim.getClaimant().getEnd()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a capital is named for the state and not as a town: "Kyiv answers Moscow". */
  private static boolean standsForState(Place place, ArticleText text) {
    return CLAIMANTS.read(place.getText()).isCountry()
        && !WHEREABOUTS.contains(wordBefore(place.getStart(), text));
  }

  private static String wordBefore(int codePoint, ArticleText article) {
    String text = article.text();
    int end = article.index(codePoint);
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the mentions that may be towns the gazetteer does not know, in text order: a name with
   * an article is a river, a range or the like.
   */
  static List<Mention> unresolvedPlaces(EnrichedArticle enriched, ArticleText text) {
    List<Mention> unresolved = new ArrayList<>();
    for (Mention mention : enriched.getMentions()) {
      if (mention.getType() == EntityType.LOCATION
          && !isResolved(mention, enriched.getPlaces())
          && !wordBefore(mention.getStart(), text).equals("the")) {
        unresolved.add(mention);
      }
    }
    return unresolved;
  }

  private static boolean isResolved(Mention mention, List<Place> places) {
    for (Place place : places) {
      if (place.getStart() < mention.getEnd() && place.getEnd() > mention.getStart()) {
        return true;
      }
    }
    return false;
  }

  static String nameOf(Mention mention) {
    return mention.getName() == null ? mention.getText() : mention.getName();
  }

  private static PlaceReference reference(Place place) {
    return PlaceReference.newBuilder()
        .setPlaceId(place.getPlaceId())
        .setName(place.getName())
        .setCountry(place.getCountry())
        .setAdmin1(place.getAdmin1())
        .setLatitude(place.getLatitude())
        .setLongitude(place.getLongitude())
        .setPrecision(place.getPrecision())
        .build();
  }
}
