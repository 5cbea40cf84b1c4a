package dev.dateline.enrich.places;

import dev.dateline.enrich.places.Toponym.Candidate;
import dev.dateline.enrich.places.Toponym.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chooses for every toponym of an article the place it stands for, all together: the choice of one
 * is evidence for the others, in a few rounds.
 *
 * <p>Occurrences of one name share one choice, but for those that name what holds them ("Paris,
 * Texas"). Immutable and thread-safe.
 */
final class PlaceResolver {

  private static final int ROUNDS = 3;
  private static final int MOST_NEIGHBOURS = 50;
  private static final double EARTH_DIAMETER_KM = 12_742;
  private static final double NEAR_KM = 100;
  private static final double COUNTRY_WEIGHT = 1.6;
  private static final double REGION_WEIGHT = 2.2;
  private static final double NEAR_WEIGHT = 2.4;
  private static final int LARGE_TOWN = 50_000;

  private final Gazetteer gazetteer;

  PlaceResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Sets the chosen candidate of every toponym that is a place. */
  void resolve(List<Toponym> toponyms, ArticleContext article) {
    List<Reference> references = references(toponyms);
    for (Reference reference : references) {
      choose(reference, article, List.of());
    }
    for (int round = 0; round < ROUNDS; round++) {
      ArticleContext context = article.copy();
      for (Reference reference : references) {
        reference.addTo(context);
      }
      for (Reference reference : references) {
        choose(reference, context, references);
      }
    }
    for (Reference reference : references) {
      reference.tell();
    }
  }

  private List<Reference> references(List<Toponym> toponyms) {
    Map<List<Object>, Reference> byName = new HashMap<>();
    Map<Toponym, Reference> byToponym = new HashMap<>();
    List<Reference> references = new ArrayList<>();
    for (Toponym toponym : toponyms) {
      if (!toponym.isPlace()) {
        continue;
      }
      Toponym container = toponym.container;
      Toponym contained = toponym.contained;
      List<Object> name =
          List.of(
              toponym.key,
              toponym.level,
              container == null ? 0 : container.key,
              contained == null ? 0 : contained.key);
      Reference reference = byName.get(name);
      if (reference == null) {
        reference = new Reference(toponym);
        byName.put(name, reference);
        references.add(reference);
      }
      reference.occurrences.add(toponym);
      byToponym.put(toponym, reference);
    }
    for (Toponym toponym : toponyms) {
      Reference reference = byToponym.get(toponym);
      Reference next = toponym.nextInList == null ? null : byToponym.get(toponym.nextInList);
      if (reference != null && next != null && next != reference) {
        reference.listMates.add(next);
        next.listMates.add(reference);
      }
    }
    for (Reference reference : references) {
      for (Reference other : references) {
        if (other != reference && other.first.key == reference.first.key) {
          reference.namesakes.add(other);
        }
      }
    }
    return references;
  }

  private double prior(Reference reference, Candidate candidate) {
    int place = candidate.place;
    PlaceKind kind = gazetteer.kind(place);
    double size = Math.log10(Math.max(200, gazetteer.population(place)));
    double weight =
        switch (kind) {
          case COUNTRY -> 9;
          case ADMIN1 -> isNamedAfterTown(reference, place) ? 5.2 : 7;
          case ADMIN2 -> 5.2;
          case REGION -> 6.2;
          case CAPITAL -> size + 1.5;
          case SEAT -> size + 0.6;
          case TOWN -> size;
          case DISTRICT -> size - 0.3;
          case FORMER_TOWN -> size - 1.5;
          case FEATURE -> 3.5;
        };
    return switch (candidate.nameKind) {
      case CANONICAL, ABBREVIATION, CONTAINER -> weight;
      case ALTERNATE -> kind.isSettlement() ? weight - byOtherName(reference, place) : weight;
      case DESIGNATED -> weight - 0.3;
      case FOREIGN -> weight - 3;
      case ADJECTIVE -> weight - 9;
    };
  }

  /** "Donetsk" alone is the town before the region; "Quebec" and "New York" are left open. */
  private boolean isNamedAfterTown(Reference reference, int region) {
    if (reference.first.level != Level.ANY) {
      return false;
    }
    for (Candidate other : reference.first.candidates) {
      if (other.nameKind == NameKind.CANONICAL
          && gazetteer.kind(other.place).isSettlement()
          && gazetteer.admin1(other.place) == region
          && gazetteer.population(other.place) >= LARGE_TOWN) {
        return true;
      }
    }
    return false;
  }

  /** A town known by another name too is meant the less, the larger a town has the name itself. */
  private double byOtherName(Reference reference, int place) {
    double largest = 0;
    for (Candidate other : reference.first.candidates) {
      if (other.nameKind == NameKind.CANONICAL) {
        largest = Math.max(largest, gazetteer.population(other.place));
      }
    }
    return largest > gazetteer.population(place) ? 3 : 0.8;
  }

  private void choose(Reference reference, ArticleContext article, List<Reference> others) {
    Candidate best = null;
    for (Candidate candidate : reference.first.candidates) {
      candidate.restart();
      candidate.because("size and kind", prior(reference, candidate));
      scoreNeighbours(reference, candidate);
      scoreArticle(reference, candidate, article, others);
      if (best == null || candidate.score > best.score) {
        best = candidate;
      }
    }
    reference.chosen = best;
  }

  private void scoreNeighbours(Reference reference, Candidate candidate) {
    int place = candidate.place;
    Toponym container = reference.first.container;
    if (container != null && holdsAny(container.candidates, place)) {
      candidate.because("inside the place named after it", 6);
    }
    Toponym contained = reference.first.contained;
    if (contained != null && isHeldByAny(place, contained.candidates)) {
      candidate.because("holds the place named before it", 6);
    }
    if (candidate.nameKind == NameKind.CONTAINER && contained == null) {
      candidate.because("an abbreviation without a place before it", -6);
    }
    double alike = 0;
    for (Reference mate : reference.listMates) {
      Candidate chosen = mate.chosen;
      if (chosen == null) {
        continue;
      }
      PlaceKind kind = gazetteer.kind(place);
      PlaceKind other = gazetteer.kind(chosen.place);
      if (kind.precision() == other.precision()) {
        alike +=
            kind == PlaceKind.COUNTRY || gazetteer.country(place) == gazetteer.country(chosen.place)
                ? 1.2
                : 0.4;
      }
    }
    candidate.because("like the others of its list", Math.min(2.4, alike));
    for (Reference namesake : reference.namesakes) {
      Candidate chosen = namesake.chosen;
      if (chosen != null && chosen.place == place && namesake.isExplicit()) {
        candidate.because("named in full elsewhere", 4);
        break;
      }
    }
  }

  private void scoreArticle(
      Reference reference, Candidate candidate, ArticleContext article, List<Reference> others) {
    int place = candidate.place;
    PlaceKind kind = gazetteer.kind(place);
    double ownCountry = reference.ownCountryWeight(gazetteer.country(place));
    double inCountry = article.country(gazetteer.country(place)) - ownCountry;
    candidate.because(
        "its country is in the article", COUNTRY_WEIGHT * Math.log1p(Math.max(0, inCountry)));
    if (kind == PlaceKind.COUNTRY) {
      return;
    }
    double ownRegion = reference.ownRegionWeight(gazetteer.admin1(place));
    double inRegion = article.region(gazetteer.admin1(place)) - ownRegion;
    candidate.because(
        "its region is in the article", REGION_WEIGHT * Math.log1p(Math.max(0, inRegion)));
    if (kind.isSettlement() || kind == PlaceKind.ADMIN2) {
      candidate.because("near other places", nearness(reference, place, others));
    }
  }

  private double nearness(Reference reference, int place, List<Reference> others) {
    double sum = 0;
    int compared = 0;
    for (Reference other : others) {
      Candidate chosen = other.chosen;
      if (other.first.key == reference.first.key
          || chosen == null
          || !gazetteer.kind(chosen.place).isSettlement()) {
        continue;
      }
      if (++compared > MOST_NEIGHBOURS) {
        break;
      }
      sum += NEAR_KM / (NEAR_KM + kilometres(place, chosen.place));
    }
    return NEAR_WEIGHT * Math.log1p(sum);
  }

  private boolean holdsAny(List<Candidate> outers, int inner) {
    for (Candidate outer : outers) {
      if (gazetteer.holds(outer.place, inner)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeldByAny(int outer, List<Candidate> inners) {
    for (Candidate inner : inners) {
      if (gazetteer.holds(outer, inner.place)) {
        return true;
      }
    }
    return false;
  }

  private double kilometres(int one, int other) {
    double a = Math.toRadians(gazetteer.latitude(one));
    double b = Math.toRadians(gazetteer.latitude(other));
    double north = Math.sin((b - a) / 2);
    double east =
        Math.sin(Math.toRadians(gazetteer.longitude(other) - gazetteer.longitude(one)) / 2);
    return EARTH_DIAMETER_KM
        * Math.asin(
            Math.min(1, Math.sqrt(north * north + Math.cos(a) * Math.cos(b) * east * east)));
  }

  /** All occurrences of one name that are to stand for one place. */
  private final class Reference {
    final Toponym first;
    final List<Toponym> occurrences = new ArrayList<>(2);
    final List<Reference> listMates = new ArrayList<>(0);
    final List<Reference> namesakes = new ArrayList<>(0);
    @Nullable Candidate chosen;

    Reference(Toponym first) {
      this.first = first;
    }

    /** Tells whether the text itself says which place is meant. */
    boolean isExplicit() {
      return first.container != null || first.level != Level.ANY;
    }

    private double weight() {
      double certainty = first.candidates.size() == 1 || isExplicit() ? 1 : 0.5;
      return certainty * (1 + Math.log(occurrences.size()) * 0.5);
    }

    void addTo(ArticleContext context) {
      Candidate now = chosen;
      if (now != null) {
        context.addCountry(gazetteer.country(now.place), weight());
        context.addRegion(gazetteer.admin1(now.place), weight());
      }
    }

    double ownCountryWeight(int country) {
      Candidate now = chosen;
      return now != null && gazetteer.country(now.place) == country ? weight() : 0;
    }

    double ownRegionWeight(int region) {
      Candidate now = chosen;
      return now != null && gazetteer.admin1(now.place) == region ? weight() : 0;
    }

    void tell() {
      for (Toponym occurrence : occurrences) {
        occurrence.choose(first.candidates, chosen);
      }
    }
  }
}
