package dev.dateline.dashboard.view;

import dev.dateline.schemas.avro.Entity;
import dev.dateline.schemas.avro.EntitySighting;
import dev.dateline.schemas.avro.Place;
import dev.dateline.schemas.avro.PlaceSighting;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entities, or places, by what articles say of them; bounded. Thread-safe. */
public final class Sightings {

  private final BoundedMap<String, Sighted> things;

  /** Makes an empty one. */
  public Sightings(int mostThings, long mostBytes) {
    this.things = new BoundedMap<>(mostThings, mostBytes, Sighted::bytes);
  }

  /** Takes an entity as an article names it. */
  public synchronized void add(EntitySighting sighting) {
    Entity entity = sighting.getEntity();
    Sighted thing = thing(entity.getId(), entity.getName(), entity.getType().name());
    thing.name(entity.getName(), entity.getType().name());
    thing.variants(entity.getVariants());
    thing.role(entity.getRole());
    thing.article(sighting.getArticle().getId(), sighting.getArticle().getEventTime());
    things.put(entity.getId(), thing);
  }

  /** Takes a place that an article names. */
  public synchronized void add(PlaceSighting sighting) {
    PlaceCard place = PlaceCard.of(sighting.getPlace());
    Sighted thing = thing(place.id(), place.name(), "PLACE");
    thing.place(place);
    thing.article(sighting.getArticle().getId(), sighting.getArticle().getEventTime());
    things.put(place.id(), thing);
  }

  /** Takes the spellings of places in one article. */
  public synchronized void addSpellings(List<Place> places) {
    places.stream()
        .map(Place::getPlaceId)
        .distinct()
        .forEach(
            id -> {
              List<Place> named =
                  places.stream().filter(place -> place.getPlaceId().equals(id)).toList();
              Sighted thing = thing(id, named.get(0).getName(), "PLACE");
              thing.variants(named.stream().map(Place::getText).distinct().toList());
              things.put(id, thing);
            });
  }

  private Sighted thing(String id, String name, String kind) {
    return things.get(id).orElseGet(() -> new Sighted(id, Clip.of(name, Clip.NAME), kind));
  }

  /** Returns what is known of one; empty when nothing is. */
  public synchronized Optional<SightedCard> find(String id) {
    return things.get(id).map(Sighted::card);
  }

  /**
   * Returns those that most articles name, at most {@code limit}.
   *
   * @param text part of a name or spelling; null for all
   */
  public synchronized List<SightedCard> most(@Nullable String text, int limit) {
    String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    return things.values().stream()
        .map(Sighted::card)
        .filter(card -> card.articles() > 0 && isNamed(card, wanted))
        .sorted(
            Comparator.comparingInt(SightedCard::articles)
                .reversed()
                .thenComparing(SightedCard::name))
        .limit(limit)
        .toList();
  }

  private static boolean isNamed(SightedCard card, String wanted) {
    return card.name().toLowerCase(Locale.ROOT).contains(wanted)
        || card.variants().stream()
            .anyMatch(each -> each.text().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Returns how many there are. */
  public int size() {
    return things.size();
  }
}
