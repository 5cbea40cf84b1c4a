package dev.dateline.enrich.places;

import dev.dateline.enrich.places.Toponym.Candidate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses for every toponym of an article the place it stands for, all together: the choice of one
 * is evidence for the others, in a few rounds. Immutable and thread-safe.
 */
final class PlaceResolver {

  private static final int ROUNDS = 3;
  private static final double EARTH_RADIUS_KM = 6371;

  private final Gazetteer gazetteer;

  PlaceResolver(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Sets the chosen candidate of every toponym that is a place. */
  void resolve(List<Toponym> toponyms, Map<Integer, Double> countryEvidence) {
    List<Toponym> places = new ArrayList<>();
    for (Toponym toponym : toponyms) {
      if (toponym.isPlace()) {
        places.add(toponym);
        for (Candidate candidate : toponym.candidates) {
          candidate.prior = prior(candidate);
        }
        choose(toponym, Map.of(), Map.of(), List.of());
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      Map<Integer, Double> countries = new HashMap<>(countryEvidence);
      Map<Integer, Double> regions = new HashMap<>();
      count(places, countries, regions);
      for (Toponym toponym : places) {
        choose(toponym, countries, regions, places);
      }
    }
  }

  private void count(
      List<Toponym> places, Map<Integer, Double> countries, Map<Integer, Double> regions) {
    for (Toponym toponym : places) {
      Candidate chosen = toponym.chosen;
      if (chosen == null) {
        continue;
      }
      double certainty = toponym.candidates.size() == 1 ? 1 : 0.5;
      countries.merge(gazetteer.country(chosen.place), certainty, Double::sum);
      regions.merge(gazetteer.admin1(chosen.place), certainty, Double::sum);
    }
  }

  private double prior(Candidate candidate) {
    int place = candidate.place;
    double size = Math.log10(Math.max(200, gazetteer.population(place)));
    double weight =
        switch (gazetteer.kind(place)) {
          case COUNTRY -> 9;
          case ADMIN1 -> 5.6;
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
      case CANONICAL, ABBREVIATION -> weight;
      case ALTERNATE -> gazetteer.kind(place).isSettlement() ? weight - 0.8 : weight;
      case DESIGNATED -> weight - 0.3;
      case FOREIGN -> weight - 3;
      case CONTAINER -> weight;
      case ADJECTIVE -> weight - 9;
    };
  }

  private void choose(
      Toponym toponym,
      Map<Integer, Double> countries,
      Map<Integer, Double> regions,
      List<Toponym> others) {
    Candidate best = null;
    for (Candidate candidate : toponym.candidates) {
      score(toponym, candidate, countries, regions, others);
      if (best == null || candidate.score > best.score) {
        best = candidate;
      }
    }
    toponym.chosen = best;
  }

  private void score(
      Toponym toponym,
      Candidate candidate,
      Map<Integer, Double> countries,
      Map<Integer, Double> regions,
      List<Toponym> others) {
    candidate.reasons.clear();
    candidate.score = 0;
    candidate.because("size and kind", candidate.prior);
    int place = candidate.place;
    Toponym container = toponym.container;
    if (container != null && container.candidates.stream().anyMatch(c -> holds(c.place, place))) {
      candidate.because("inside the place named after it", 6);
    }
    if (isContainer(toponym, candidate, others)) {
      candidate.because("holds the place named before it", 6);
    }
    if (gazetteer.kind(place) != PlaceKind.COUNTRY) {
      double own =
          toponym.chosen != null
                  && gazetteer.country(toponym.chosen.place) == gazetteer.country(place)
              ? 0.5
              : 0;
      double inCountry = countries.getOrDefault(gazetteer.country(place), 0.0) - own;
      candidate.because("its country is in the article", 1.6 * Math.log1p(Math.max(0, inCountry)));
      if (gazetteer.kind(place) != PlaceKind.ADMIN1) {
        double ownRegion =
            toponym.chosen != null
                    && gazetteer.admin1(toponym.chosen.place) == gazetteer.admin1(place)
                ? 0.5
                : 0;
        double inRegion = regions.getOrDefault(gazetteer.admin1(place), 0.0) - ownRegion;
        candidate.because("its region is in the article", 1.2 * Math.log1p(Math.max(0, inRegion)));
      }
      candidate.because("near other places", nearness(toponym, place, others));
    }
  }

  private double nearness(Toponym toponym, int place, List<Toponym> others) {
    double sum = 0;
    int compared = 0;
    for (Toponym other : others) {
      Candidate chosen = other.chosen;
      if (other.key == toponym.key
          || chosen == null
          || !gazetteer.kind(chosen.place).isSettlement()) {
        continue;
      }
      if (++compared > 60) {
        break;
      }
      double km = kilometres(place, chosen.place);
      sum += 100 / (100 + km);
    }
    return 1.2 * Math.log1p(sum);
  }

  private boolean isContainer(Toponym toponym, Candidate candidate, List<Toponym> others) {
    for (Toponym other : others) {
      if (other.container == toponym
          && other.candidates.stream().anyMatch(c -> holds(candidate.place, c.place))) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(int outer, int inner) {
    return outer != inner
        && (gazetteer.country(inner) == outer || gazetteer.admin1(inner) == outer);
  }

  private double kilometres(int one, int other) {
    double a = Math.toRadians(gazetteer.latitude(one));
    double b = Math.toRadians(gazetteer.latitude(other));
    double longitude = Math.toRadians(gazetteer.longitude(other) - gazetteer.longitude(one));
    double h =
        Math.pow(Math.sin((b - a) / 2), 2)
            + Math.cos(a) * Math.cos(b) * Math.pow(Math.sin(longitude / 2), 2);
    return EARTH_RADIUS_KM * 2 * Math.asin(Math.min(1, Math.sqrt(h)));
  }
}
